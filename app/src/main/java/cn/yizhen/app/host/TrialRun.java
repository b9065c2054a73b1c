package cn.yizhen.app.host;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Starts wholly, answers one page and stops cleanly ({@code --yizhen.trial-run=true}): so installing trains the cache
 * that shortens every later start, and upgrading learns whether a release opens the data.
 */
@Component
class TrialRun {

    private static final int ASKED = 3;

    private final boolean asked;

    TrialRun(@Value("${yizhen.trial-run:false}") boolean asked) {
        this.asked = asked;
    }

    /** On a thread of its own: closing the program waits for the thread that starts it. */
    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (!asked) {
            return;
        }
        Thread.ofPlatform().name("trial-run").start(() -> {
            var answers = answers(event.getApplicationContext());
            event.getApplicationContext().close();
            System.exit(answers ? 0 : 1);
        });
    }

    private static boolean hasCertificate(Environment settings) {
        return settings.containsProperty("server.ssl.key-store") || settings.containsProperty("server.ssl.bundle");
    }

    /** With a certificate of its own the program is not asked; whose name it bears is not known here. */
    private static boolean answers(ConfigurableApplicationContext program) {
        if (!(program instanceof WebServerApplicationContext web) || hasCertificate(program.getEnvironment())) {
            return true;
        }
        var page = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + Objects.requireNonNull(web.getWebServer()).getPort() + "/login")).build();
        try (var client = HttpClient.newHttpClient()) {
            var answers = true;
            for (int i = 0; i < ASKED; i++) {
                answers &= client.send(page, BodyHandlers.discarding()).statusCode() == 200;
            }
            return answers;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

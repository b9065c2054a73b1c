package cn.yizhen.app.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Starts wholly, answers one page and stops cleanly ({@code --yizhen.trial-run=true}): so installing trains the cache
 * that shortens every later start, and upgrading learns whether a release opens the data.
 */
@Component
@ConditionalOnProperty("yizhen.trial-run")
class TrialRun {

    private static final int ASKED = 3;

    /** On a thread of its own: closing the program waits for the thread that starts it. */
    @EventListener
    void ready(ApplicationReadyEvent event) {
        Thread.ofPlatform().name("trial-run").start(() -> {
            ask(event.getApplicationContext());
            event.getApplicationContext().close();
            System.exit(0);
        });
    }

    /** With a certificate of its own the program is not asked; whose name it bears is not known here. */
    private static void ask(ConfigurableApplicationContext program) {
        if (!(program instanceof WebServerApplicationContext web) || program.getEnvironment().containsProperty("server.ssl.key-store")) {
            return;
        }
        var page = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + web.getWebServer().getPort() + "/login")).build();
        try (var client = HttpClient.newHttpClient()) {
            for (int i = 0; i < ASKED; i++) {
                client.send(page, BodyHandlers.discarding());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

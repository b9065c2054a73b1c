package cn.yizhen.app.host;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** The embedded database, which starts while the program is still being put together: most of its start is waiting. */
public final class EarlyDatabase implements DisposableBean {

    private final CompletableFuture<DatabaseChoice> started = new CompletableFuture<>();
    private final AtomicBoolean taken = new AtomicBoolean();

    private EarlyDatabase() {}

    static EarlyDatabase begin(HostSettings settings) {
        var early = new EarlyDatabase();
        Thread.ofPlatform().name("database").daemon().start(() -> early.start(settings));
        return early;
    }

    private void start(HostSettings settings) {
        try {
            started.complete(DatabaseChoice.of(settings));
        } catch (RuntimeException | Error e) {
            started.completeExceptionally(e);
        }
    }

    /** Waits for it; from here on whoever asked closes it. Refuses with the reason it could not start. */
    DatabaseChoice taken() {
        taken.set(true);
        try {
            return started.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : e;
        }
    }

    /** A program that could not be put together for another reason leaves no server behind. */
    @Override
    public void destroy() {
        if (!taken.get()) {
            started.handle((choice, _) -> choice).thenAccept(choice -> {
                if (choice != null) {
                    choice.close();
                }
            }).join();
        }
    }

    /** Begins it as soon as the settings are known; not while the program is being built, and not where one only looks on. */
    public static final class Beginning implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext program) {
            var environment = program.getEnvironment();
            if (Boolean.getBoolean("spring.aot.processing") || environment.getProperty("yizhen.attached", Boolean.class, false)
                    || !(program.getBeanFactory() instanceof DefaultSingletonBeanRegistry beans)) {
                return;
            }
            var early = begin(Binder.get(environment).bindOrCreate("yizhen", HostSettings.class));
            beans.registerSingleton("earlyDatabase", early);
            beans.registerDisposableBean("earlyDatabase", early);
        }
    }
}

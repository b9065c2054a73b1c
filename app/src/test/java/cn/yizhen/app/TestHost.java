package cn.yizhen.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** The test's clock and a fresh data directory below {@code target}. */
@TestConfiguration(proxyBeanMethods = false)
class TestHost {

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }

    @Bean
    static DynamicPropertyRegistrar freshData() throws IOException {
        var data = Files.createTempDirectory(Files.createDirectories(Path.of("target/test-data")), "run");
        return registry -> {
            registry.add("yizhen.data", data::toString);
            registry.add("yizhen.provider.issuer", FakeProvider.running()::issuer);
            registry.add("yizhen.provider.client-id", () -> FakeProvider.CLIENT);
            registry.add("yizhen.provider.client-secret", () -> FakeProvider.SECRET);
            registry.add("yizhen.provider.county-claim", () -> "division");
            registry.add("yizhen.provider.directory", () -> data.resolve("directory").toString());
            // the clock stands still, so a minute's allowance would have to do for all tests together
            registry.add("yizhen.access.entries-per-minute", () -> 1_000_000);
            registry.add("yizhen.access.visits-per-minute", () -> 1_000_000);
            registry.add("yizhen.access.reports-per-minute", () -> 1_000_000);
            // packages leave and arrive when a test says so
            registry.add("yizhen.upward.every", () -> "P1D");
            registry.add("yizhen.upward.drop", () -> folder(data, "drop"));
            registry.add("yizhen.upward.receive", () -> folder(data, "receive"));
        };
    }

    private static String folder(Path data, String name) {
        try {
            return Files.createDirectories(data.resolve(name)).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package cn.yizhen.app.host;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.core.env.Environment;

/**
 * Health and metrics for whoever watches the machine, on an address of their own that only this machine
 * reaches. Nothing of it exists unless {@code yizhen.management.port} is set. No label names a person or a
 * place; see {@code docs/decisions/0133-a-small-management-address.md}.
 */
class Management implements BeanRegistrar {

    /** At each start, not when the program is built, which decides what {@code @Conditional} says. */
    @Override
    public void register(BeanRegistry registry, Environment environment) {
        if (environment.containsProperty("yizhen.management.port")) {
            registry.registerBean("meters", PrometheusMeterRegistry.class, bean -> bean.supplier(_ -> new PrometheusMeterRegistry(PrometheusConfig.DEFAULT)));
            registry.registerBean("managementAddress", Address.class, bean -> bean.supplier(known -> address(known.bean(HostSettings.class),
                    known.bean(PrometheusMeterRegistry.class), known.bean(DataSource.class), known.bean(Health.class), known.bean(Certificate.class))));
        }
    }

    private static Address address(HostSettings settings, PrometheusMeterRegistry meters, DataSource database, Health health, Certificate certificate) {
        measureTheMachine(meters);
        certificate.daysLeft().ifPresent(_ -> meters.gauge("yizhen.certificate.days", certificate, one -> one.daysLeft().orElse(0L)));
        if (database instanceof HikariDataSource pool) {
            pool.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(meters));
        }
        return new Address(settings.managementPort(), meters, health);
    }

    private static void measureTheMachine(MeterRegistry meters) {
        new JvmMemoryMetrics().bindTo(meters);
        new JvmGcMetrics().bindTo(meters);
        new ProcessorMetrics().bindTo(meters);
        new UptimeMetrics().bindTo(meters);
    }

    /** The address itself: {@code /health/live}, {@code /health/ready}, {@code /metrics}. */
    static final class Address implements AutoCloseable {

        private final HttpServer server;

        Address(int port, PrometheusMeterRegistry meters, Health health) {
            try {
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            } catch (BindException e) {
                throw new CannotStart("管理端口 " + port + " 已被别的程序占用。", "请先停止那个程序，或改 yizhen.management.port。");
            } catch (IOException e) {
                throw new CannotStart("管理端口 " + port + " 不能使用：" + e.getMessage(), "请改 yizhen.management.port。");
            }
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/health/live", answering(exchange -> send(exchange, 200, "application/json", "{\"status\":\"UP\"}")));
            server.createContext("/health/ready", answering(exchange -> ready(exchange, health)));
            server.createContext("/metrics", answering(exchange ->
                    send(exchange, 200, "text/plain; version=0.0.4; charset=utf-8", meters.scrape())));
            server.start();
        }

        int port() {
            return server.getAddress().getPort();
        }

        private static void ready(HttpExchange exchange, Health health) throws IOException {
            var troubles = health.troubles();
            var checks = new StringBuilder();
            for (var name : health.names()) {
                checks.append(checks.isEmpty() ? "" : ",").append('"').append(name).append("\":\"")
                        .append(quoted(troubles.getOrDefault(name, "UP"))).append('"');
            }
            send(exchange, troubles.isEmpty() ? 200 : 503, "application/json",
                    "{\"status\":\"" + (troubles.isEmpty() ? "UP" : "DOWN") + "\",\"checks\":{" + checks + "}}");
        }

        private static String quoted(String text) {
            return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ");
        }

        /** Reading only; an exchange is always ended, also when its answer could not be made. */
        private static HttpHandler answering(HttpHandler handler) {
            return exchange -> {
                try (exchange) {
                    if (exchange.getRequestMethod().equals("GET")) {
                        handler.handle(exchange);
                    } else {
                        exchange.sendResponseHeaders(405, -1);
                    }
                }
            };
        }

        private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}

package cn.yizhen.app.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Measures and logs requests by what they are for: method, route as the program declares it, status,
 * time. Never the address as typed, never who asked. 减负直通车 is left out altogether: a moment alone
 * could tell who wrote.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class RequestNotes extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger("cn.yizhen.requests");

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final ObjectProvider<MeterRegistry> meters;

    RequestNotes(ObjectProvider<MeterRegistry> meters) {
        this.meters = meters;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = AskedPath.of(request);
        return path.startsWith("/direct-line") || path.startsWith("/static/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long begin = System.nanoTime();
        int status = 500;
        try {
            chain.doFilter(request, response);
            status = response.getStatus();
        } finally {
            note(METHODS.contains(request.getMethod()) ? request.getMethod() : "OTHER", route(request), status, System.nanoTime() - begin);
        }
    }

    private void note(String method, String route, int status, long nanos) {
        if (LOG.isInfoEnabled()) {
            LOG.info("{} {} {} {} ms", method, route, status, TimeUnit.NANOSECONDS.toMillis(nanos));
        }
        meters.ifAvailable(registry -> Timer.builder("http.server.requests")
                .tag("method", method).tag("route", route).tag("status", String.valueOf(status))
                .register(registry).record(nanos, TimeUnit.NANOSECONDS));
    }

    /** The declared route. What matched none was typed by somebody and is not repeated. */
    private static String route(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern ? pattern : "-";
    }
}

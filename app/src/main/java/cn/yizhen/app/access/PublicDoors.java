package cn.yizhen.app.access;

import cn.yizhen.app.web.AskedPath;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Limits how often one address may knock at the doors that need no log-in. It stands before everything
 * else, so that a flood costs neither a database connection nor a password hash.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class PublicDoors extends OncePerRequestFilter {

    private static final List<String> ENTRANCES = List.of("/login", "/enter", "/first-run", "/code");
    private static final List<String> PUBLIC = List.of("/direct-line", "/session", "/health", "/error", "/sw.js", "/oauth2/", "/api/");

    private final RequestLimit entries;
    private final RequestLimit reports;
    private final RequestLimit visits;

    PublicDoors(AccessSettings settings, Clock clock) {
        entries = new RequestLimit(settings.entriesPerMinute(), clock);
        reports = new RequestLimit(settings.reportsPerMinute(), clock);
        visits = new RequestLimit(settings.visitsPerMinute(), clock);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var limit = limit(AskedPath.of(request), request.getMethod().equals("POST"));
        if (limit == null || limit.admits(request.getRemoteAddr())) {
            chain.doFilter(request, response);
        } else {
            response.setHeader(HttpHeaders.RETRY_AFTER, "60");
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        }
    }

    private @Nullable RequestLimit limit(String path, boolean sends) {
        if (startsWithOne(ENTRANCES, path)) {
            return sends || path.startsWith("/login/oauth2/") ? entries : visits;
        }
        if (sends && path.startsWith("/direct-line")) {
            return reports;
        }
        return startsWithOne(PUBLIC, path) ? visits : null;
    }

    private static boolean startsWithOne(List<String> doors, String path) {
        return doors.stream().anyMatch(path::startsWith);
    }
}

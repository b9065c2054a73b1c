package cn.yizhen.app.access.token;

import cn.yizhen.app.access.HeldPost;
import cn.yizhen.app.access.Holdings;
import cn.yizhen.app.access.NeedsRight;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.ScopeInRequests;
import cn.yizhen.app.host.HostSettings;
import cn.yizhen.rules.AsOf;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The gate of the interface: a bearer token, the right the operation names, the reach of the token's post
 * today. No session is read or made here, so no browser can be tricked into sending one along.
 */
@Component
class BearerTokens implements HandlerInterceptor, WebMvcConfigurer {

    /** Bodies here are single records; nothing larger is read. */
    private static final long LARGEST_BODY = 256 * 1024;
    private static final String SCHEME = "Bearer ";

    private final Tokens tokens;
    private final ObjectProvider<Holdings> holdings;
    private final HostSettings settings;
    private final Clock clock;

    BearerTokens(Tokens tokens, ObjectProvider<Holdings> holdings, HostSettings settings, Clock clock) {
        this.tokens = tokens;
        this.holdings = holdings;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/v1/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) throws IOException {
        var token = sent(request).flatMap(secret -> tokens.holding(settings.county(), secret));
        if (token.isEmpty()) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return false;
        }
        var scope = scope(token.get());
        if (scope.isEmpty() || !(handler instanceof HandlerMethod method) || !allows(token.get(), method.getMethodAnnotation(NeedsRight.class))) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return false;
        }
        if (request.getContentLengthLong() > LARGEST_BODY || request.getContentLengthLong() < 0 && request.getMethod().equals("POST")) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return false;
        }
        ScopeInRequests.keep(request, scope.get());
        return true;
    }

    private static boolean allows(Tokens.Token token, @Nullable NeedsRight needed) {
        return needed != null && token.rights().contains(needed.value());
    }

    /** What the token's post reaches today; of what the post allows, only noting for units below goes with it. Empty when the post is gone. */
    private Optional<Scope> scope(Tokens.Token token) {
        var asOf = AsOf.on(LocalDate.now(clock));
        return holdings.getObject().post(settings.county(), token.post(), asOf).map(post -> {
            Set<Permission> permissions = post.permissions().stream().filter(Permission.ENTER_FOR_BELOW::equals).collect(Collectors.toUnmodifiableSet());
            var narrowed = new HeldPost(post.post(), post.unit(), post.title(), post.unitName(), permissions, post.roots(), post.kinds());
            return Scope.of(settings.county(), token.id(), null, token.purpose(), Set.of(), List.of(narrowed), asOf);
        });
    }

    private static Optional<String> sent(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip());
    }
}

package cn.yizhen.app.access.code;

import cn.yizhen.app.access.AccessSettings;
import cn.yizhen.app.access.HeldPost;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.ScopeInRequests;
import cn.yizhen.app.access.Scopes;
import cn.yizhen.app.access.SignedIn;
import cn.yizhen.app.access.TakesOut;
import cn.yizhen.app.host.HostSettings;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Asks for the one-time code where one is needed and none was given in this session, or too long ago.
 *
 * <p>Opening a page leads to the code and back. What is being sent is never sent elsewhere: it is refused
 * with a page that says where to give the code, so that a form stays where it was typed; and a form opened
 * with a code in time is taken even when that has run out meanwhile.
 */
@Component
class CodeGate implements HandlerInterceptor, WebMvcConfigurer {

    /** Where to go on after the code; in the session. */
    static final String TO = CodeGate.class.getName() + ".to";
    private static final String PROVED = CodeGate.class.getName() + ".proved";

    private static final Set<String> WITHOUT = Set.of("/login", "/logout", "/session", "/error", "/sw.js", "/enter", "/demo/enter");

    private final Codes codes;
    private final Scopes scopes;
    private final AccessSettings settings;
    private final boolean demo;
    private final Clock clock;

    CodeGate(Codes codes, Scopes scopes, AccessSettings settings, HostSettings host, Clock clock) {
        this.codes = codes;
        this.scopes = scopes;
        this.settings = settings;
        this.demo = host.demo();
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).excludePathPatterns("/code/**", "/static/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) throws IOException, ServletException {
        if (!(handler instanceof HandlerMethod method) || WITHOUT.contains(request.getRequestURI()) || !bySession()) {
            return true;
        }
        var scope = ScopeInRequests.current(scopes, request).orElse(null);
        var takesOut = method.hasMethodAnnotation(TakesOut.class);
        if (scope == null || !takesOut && !needs(scope)) {
            return true;
        }
        var opens = Set.of("GET", "HEAD").contains(request.getMethod());
        var session = request.getSession(false);
        if (proved(session, opens || takesOut)) {
            return true;
        }
        var has = codes.has(scope.county(), scope.account());
        if (!has && demo) {
            return true;
        }
        ask(request, response, opens, has ? "/code" : "/code/setup");
        return false;
    }

    /** Administrators and accounts with a role, and posts that reach beyond their own unit. */
    static boolean needs(Scope scope) {
        return scope.person() == null || scope.posts().stream().anyMatch(HeldPost::wide);
    }

    /** The session's holder has given a code just now. */
    static void prove(HttpSession session, Instant now) {
        session.setAttribute(PROVED, now);
    }

    /** @param fresh whether it must be recent enough */
    private boolean proved(@Nullable HttpSession session, boolean fresh) {
        return session != null && session.getAttribute(PROVED) instanceof Instant at
                && (!fresh || clock.instant().isBefore(at.plus(settings.codeHolds())));
    }

    /** Whether the code given in this session still holds. */
    boolean proved(@Nullable HttpSession session) {
        return proved(session, true);
    }

    private static void ask(HttpServletRequest request, HttpServletResponse response, boolean opens, String where) throws IOException, ServletException {
        if (request.getHeader("HX-Request") != null) {
            request.getSession().setAttribute(TO, pageOf(request));
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            response.setHeader("HX-Redirect", where);
        } else if (opens) {
            var query = request.getQueryString();
            request.getSession().setAttribute(TO, request.getRequestURI() + (query == null ? "" : "?" + query));
            response.sendRedirect(where);
        } else {
            request.getRequestDispatcher("/code/needed").forward(request, response);
        }
    }

    /** The page whose fragment was asked for; only its path, so that it stays on this machine. */
    private static String pageOf(HttpServletRequest request) {
        try {
            var path = URI.create(String.valueOf(request.getHeader("HX-Current-URL"))).getRawPath();
            return path != null && path.matches("/[^/\\\\].*") ? path : "/";
        } catch (IllegalArgumentException e) {
            return "/";
        }
    }

    /** A token of another program has no session and no authenticator; its reach was set when it was issued. */
    private static boolean bySession() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn;
    }
}

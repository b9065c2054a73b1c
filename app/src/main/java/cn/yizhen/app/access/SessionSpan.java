package cn.yizhen.app.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session that lay unused too long or has lasted its time; both moments live in the session only. */
final class SessionSpan extends OncePerRequestFilter {

    private static final String BEGAN = SessionSpan.class.getName() + ".began";
    private static final String USED = SessionSpan.class.getName() + ".used";

    private final AccessSettings settings;
    private final Clock clock;

    SessionSpan(AccessSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Starts the clock of a session somebody has just entered with. */
    static void begin(HttpSession session, AccessSettings settings, Instant now) {
        session.setAttribute(BEGAN, now);
        session.setAttribute(USED, now);
        session.setMaxInactiveInterval((int) settings.idle().toSeconds());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        try {
            if (session != null && !goesOn(session)) {
                session.invalidate();
                session = null;
            }
            chain.doFilter(request, response);
        } catch (IllegalStateException | ServletException failed) {
            if (session == null || isOpen(session) || response.isCommitted()) {
                throw failed;
            }
            // ended from another window while this request was under way: no fault, and nothing was let through
            response.sendError(HttpStatus.UNAUTHORIZED.value());
        }
    }

    private boolean goesOn(HttpSession session) {
        if (!(session.getAttribute(BEGAN) instanceof Instant began && session.getAttribute(USED) instanceof Instant used)) {
            return true;
        }
        var now = clock.instant();
        session.setAttribute(USED, now);
        return now.isBefore(used.plus(settings.idle())) && now.isBefore(began.plus(settings.absolute()));
    }

    /** There is no question for it but to try. */
    private static boolean isOpen(HttpSession session) {
        try {
            session.getAttribute(BEGAN);
            return true;
        } catch (IllegalStateException ended) {
            return false;
        }
    }
}

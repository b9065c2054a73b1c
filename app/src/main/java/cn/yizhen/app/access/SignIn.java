package cn.yizhen.app.access;

import cn.yizhen.app.host.HostSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.stereotype.Component;

/** Opens a session for an account that has proved itself; always a fresh one, so that nothing
 * of whoever used the browser before comes along (no fixation). */
@Component
public class SignIn {

    private final SecurityContextRepository sessions;
    private final OpenSessions open;
    private final AuditNotes audit;
    private final AccessSettings settings;
    private final boolean demo;
    private final Clock clock;

    SignIn(SecurityContextRepository sessions, OpenSessions open, AuditNotes audit, AccessSettings settings, HostSettings host, Clock clock) {
        this.sessions = sessions;
        this.open = open;
        this.audit = audit;
        this.settings = settings;
        this.demo = host.demo();
        this.clock = clock;
    }

    /** Signs in and answers where to go: the page asked for before, or the desk. */
    public String in(SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        var saved = new HttpSessionRequestCache().getRequest(request, response);
        var before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(who, null, List.of()));
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
        var session = request.getSession();
        SessionSpan.begin(session, settings, clock.instant());
        // a demonstration's roles are everybody's: one more visitor must not throw another one out
        open.add(who.account(), session, demo ? Integer.MAX_VALUE : settings.sessions());
        if (who.isAdministrator()) {
            audit.administratorEntered(who);
        }
        return saved == null ? "/" : saved.getRedirectUrl();
    }
}

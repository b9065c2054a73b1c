package cn.yizhen.app.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.stereotype.Component;

/** Opens a session for an account that has proved itself; the session's identity changes (no fixation). */
@Component
class SignIn {

    private final SecurityContextRepository sessions;

    SignIn(SecurityContextRepository sessions) {
        this.sessions = sessions;
    }

    /** Signs in and answers where to go: the page asked for before, or the desk. */
    String in(SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        var saved = new HttpSessionRequestCache().getRequest(request, response);
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(who, null, List.of()));
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
        return saved == null ? "/" : saved.getRedirectUrl();
    }
}

package cn.yizhen.app.access;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The sessions open now, by account, in memory: so that there are never more than allowed, and a closed
 * account's end at once. Nobody is shown them.
 */
@Component
class OpenSessions implements HttpSessionListener {

    private static final String ACCOUNT = OpenSessions.class.getName();

    private final Map<UUID, List<HttpSession>> open = new HashMap<>();

    /** Adds a session; beyond the number allowed the oldest end. */
    void add(UUID account, HttpSession session, int allowed) {
        session.setAttribute(ACCOUNT, account);
        end(surplus(account, session, allowed));
    }

    /** Ends every session of an account. */
    void endAll(UUID account) {
        end(taken(account));
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        if (event.getSession().getAttribute(ACCOUNT) instanceof UUID account) {
            forget(account, event.getSession());
        }
    }

    private synchronized List<HttpSession> surplus(UUID account, HttpSession session, int allowed) {
        var sessions = open.computeIfAbsent(account, _ -> new ArrayList<>());
        sessions.remove(session);
        sessions.add(session);
        var oldest = sessions.subList(0, Math.max(0, sessions.size() - allowed));
        var ending = List.copyOf(oldest);
        oldest.clear();
        return ending;
    }

    private synchronized List<HttpSession> taken(UUID account) {
        var sessions = open.remove(account);
        return sessions == null ? List.of() : sessions;
    }

    private synchronized void forget(UUID account, HttpSession session) {
        var sessions = open.get(account);
        if (sessions != null && sessions.remove(session) && sessions.isEmpty()) {
            open.remove(account);
        }
    }

    private static void end(List<HttpSession> sessions) {
        for (var session : sessions) {
            try {
                session.invalidate();
            } catch (IllegalStateException _) {
                // it has ended by itself meanwhile
            }
        }
    }
}

package cn.yizhen.app.access;

import cn.yizhen.app.host.HostSettings;
import cn.yizhen.rules.AsOf;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Failed entries per login name: after so many within a span the name rests. They are counted in memory and, at a
 * start, from the audit, so that ending the program lifts no lock; what was typed stands nowhere, for a password
 * may have slipped into the name's place. See {@code docs/decisions/0122-locks-and-limits-live-in-memory.md}.
 */
@Component
@DependsOn("installation")
public class LoginAttempts implements InitializingBean {

    private static final int REMEMBERED = 10_000;
    private static final String CODE = "code:";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @param since when the first of them was @param last when the newest was */
    private record Failures(int count, Instant since, Instant last) {

        Failures and(Instant another) {
            return new Failures(count + 1, since, another);
        }
    }

    /** What the audit keeps of one attempt, or of a lock that was lifted. */
    private record Noted(String kind, Instant at, String login, String why) {

        static Noted of(ResultSet row) throws SQLException {
            var content = JSON.readTree(row.getBytes("content")).path("content");
            return new Noted(row.getString("kind"), row.getTimestamp("at").toInstant(), content.path("login").asString(""), content.path("why").asString(""));
        }
    }

    private final Map<String, Failures> failures = new ConcurrentHashMap<>();
    private final AccessSettings settings;
    private final Clock clock;
    private final Transactions transactions;
    private final HostSettings host;

    LoginAttempts(AccessSettings settings, Clock clock, Transactions transactions, HostSettings host) {
        this.settings = settings;
        this.clock = clock;
        this.transactions = transactions;
        this.host = host;
    }

    /** The name under which wrong one-time codes of this account are counted, apart from wrong passwords. */
    public static String codesOf(String login) {
        return CODE + login;
    }

    /** Counts again what the audit noted before this start; entries that succeeded in between are not in it. */
    @Override
    public void afterPropertiesSet() {
        var scope = Scope.system(host.county(), "核对登录失败", AsOf.on(LocalDate.now(clock)));
        // a lock lasts a span from its last failure, and that counts what lay within a span before it
        var from = Timestamp.from(clock.instant().minus(settings.lock().multipliedBy(2)));
        transactions.reading(scope, sql -> sql.sql("select kind, at, content from act where at > ? and kind in ('login.failed', 'login.lifted') order by seq")
                .param(from).query((row, _) -> Noted.of(row)).list()).forEach(this::again);
    }

    private void again(Noted noted) {
        if (noted.login().isEmpty()) {
            return;
        }
        switch (noted.kind() + " " + noted.why()) {
            case "login.failed password" -> count(noted.login(), noted.at());
            case "login.failed code" -> count(codesOf(noted.login()), noted.at());
            case "login.lifted " -> failures.remove(noted.login());
            default -> { } // a closed account or an unknown browser is no guess
        }
    }

    public boolean tooMany(String login) {
        var known = failures.get(login);
        return known != null && rests(known, clock.instant());
    }

    /** Answers whether this failure is the one that locks. */
    public boolean failed(String login) {
        if (failures.size() > REMEMBERED) {
            var now = clock.instant();
            failures.values().removeIf(known -> !rests(known, now) && !counts(known, now));
        }
        return count(login, clock.instant()).count() == settings.failures();
    }

    private Failures count(String login, Instant at) {
        return failures.merge(login, new Failures(1, at, at), (old, one) -> counts(old, at) || rests(old, at) ? old.and(at) : one);
    }

    /** The name may be tried again: somebody entered, or the system administrator lifted the lock. */
    public void clear(String login) {
        failures.remove(login);
    }

    /** The names that rest now, in order. */
    List<String> locked() {
        return failures.keySet().stream().filter(this::tooMany).sorted().toList();
    }

    /** How long a locked name still rests, in whole minutes, at least one. */
    public long minutesLeft(String login) {
        var known = failures.get(login);
        return known == null ? 1 : Math.max(1, Duration.between(clock.instant(), known.last().plus(settings.lock())).toMinutes());
    }

    private boolean rests(Failures known, Instant now) {
        return known.count() >= settings.failures() && known.last().plus(settings.lock()).isAfter(now);
    }

    private boolean counts(Failures known, Instant now) {
        return known.count() < settings.failures() && known.since().plus(settings.lock()).isAfter(now);
    }
}

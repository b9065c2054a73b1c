package cn.yizhen.app.access;

import cn.yizhen.app.host.HostSettings;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts into the audit what changes nothing and yet must be known: failed entries, exports, reads of
 * personal data. Entries that succeed are not noted, so that nobody's comings and goings are kept;
 * administrators' are, for they run the machine and do no county work.
 */
@Component
public class AuditNotes {

    /** A guesser of names must not be able to fill the audit. */
    private static final int UNKNOWN_NAMES_AN_HOUR = 120;

    private final Acts acts;
    private final Ids ids;
    private final HostSettings settings;
    private final Clock clock;
    private Instant hour = Instant.EPOCH;
    private int unknownNames;
    private LocalDate today = LocalDate.EPOCH;
    private final Set<UUID> notedToday = new HashSet<>();

    AuditNotes(Acts acts, Ids ids, HostSettings settings, Clock clock) {
        this.acts = acts;
        this.ids = ids;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * An entry that failed.
     *
     * @param account the account meant, or null where the name is nobody's; what was typed is not kept
     * @param why     «password», «browser», «code», «closed», «unknown»
     */
    public void failed(@Nullable SignedIn account, String why) {
        if (account == null && !roomForUnknown()) {
            return;
        }
        note("login.failed", account, why);
    }

    /** So many failures that the name rests. */
    public void locked(@Nullable SignedIn account) {
        note("login.locked", account, "failures");
    }

    /** An administrator entered. */
    void administratorEntered(SignedIn account) {
        note("login.administrator", account, "entered");
    }

    /** A list was taken out of the platform. */
    public void exported(Scope scope, String what) {
        acts.perform(scope, new Act(ids.next(), "export.taken", null, null, null, Map.of("what", what)), _ -> Outcome.done("/"));
    }

    /** Somebody opened personal data; noted once a day for one page and one asker, so that it measures nobody's diligence. */
    public void read(Scope scope, String what, String subject) {
        if (scope.isSystem()) {
            return;
        }
        var day = LocalDate.now(clock);
        var key = UUID.nameUUIDFromBytes((scope.account() + what + subject + day).getBytes(StandardCharsets.UTF_8));
        if (!firstToday(day, key)) {
            return;
        }
        acts.perform(scope, new Act(key, "personal.read", null, null, null, Map.of("what", what, "of", subject)), _ -> Outcome.done("/"));
    }

    /** Spares the database the question; after a restart the act's key answers it. */
    private synchronized boolean firstToday(LocalDate day, UUID key) {
        if (!day.equals(today)) {
            today = day;
            notedToday.clear();
        }
        return notedToday.add(key);
    }

    private void note(String kind, @Nullable SignedIn account, String why) {
        var scope = Scope.system(settings.county(), "登录", AsOf.on(LocalDate.now(clock)));
        var content = new TreeMap<String, String>(Map.of("why", why));
        if (account != null) {
            content.put("login", account.login());
        }
        acts.perform(scope, new Act(ids.next(), kind, null, null, null, content), _ -> Outcome.done("/"));
    }

    private synchronized boolean roomForUnknown() {
        var now = clock.instant().truncatedTo(ChronoUnit.HOURS);
        if (!now.equals(hour)) {
            hour = now;
            unknownNames = 0;
        }
        return ++unknownNames <= UNKNOWN_NAMES_AN_HOUR;
    }
}

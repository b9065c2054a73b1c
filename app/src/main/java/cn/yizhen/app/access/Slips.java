package cn.yizhen.app.access;

import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.organisation.PostId;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Slips: the paper that lets somebody in for the first time, or again after a lost phone. One code, once,
 * within seven days. Only its digest is kept.
 *
 * <p>Issuing a slip ends the password and the browsers that came before it, so that a lost phone is
 * replaced by this one act.
 */
@Component
public class Slips {

    static final Duration VALID = Duration.ofDays(7);
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int LENGTH = 12;
    private static final int GROUP = 4;

    /**
     * A slip just issued; the code exists nowhere else.
     *
     * @param account whose slip it is
     * @param login   the number typed at later log-ins
     * @param code    grouped by four, as printed
     * @param until   the moment it ends
     */
    public record Issued(UUID account, String login, String code, Instant until) {}

    private record Redeemable(UUID slip, UUID account, Instant until) {}

    private final Accounts accounts;
    private final Acts acts;
    private final OpenSessions sessions;
    private final Transactions transactions;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Slips(Accounts accounts, Acts acts, OpenSessions sessions, Transactions transactions, Ids ids, Clock clock) {
        this.accounts = accounts;
        this.acts = acts;
        this.sessions = sessions;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /** Issues a slip to the holder of a post, opening an account when there is none yet. Empty on a repeat of the form. */
    Optional<Issued> issueTo(Scope scope, @Nullable PostId under, UUID key, SlipHolders.Holder holder) {
        var existing = accounts.ofPerson(scope.county(), holder.person());
        var login = existing.map(SignedIn::login).orElseGet(() -> accounts.freshLogin(scope.county()));
        var content = Map.of("post", holder.post().toString(), "login", login);
        return issue(scope, Act.create(key, "slip.issued", under, ids.next(), content), login,
                writing -> existing.map(SignedIn::account)
                        .orElseGet(() -> accounts.add(writing, login, holder.person(), java.util.Set.of())), holder.post());
    }

    /** Issues a slip to an administrator's account. */
    Optional<Issued> issueToAccount(Scope scope, UUID key, SignedIn account) {
        return issue(scope, Act.create(key, "slip.issued", null, ids.next(), Map.of("login", account.login())),
                account.login(), writing -> account.account(), null);
    }

    private Optional<Issued> issue(
            Scope scope, Act act, String login, java.util.function.Function<Writing, UUID> account, @Nullable PostId post) {
        var code = code();
        var issued = new ArrayList<Issued>();
        acts.perform(scope, act, writing -> {
            var owner = account.apply(writing);
            var until = writing.at().plus(VALID);
            accounts.setPassword(writing, owner, "");
            writing.sql().sql("""
                    insert into account_slip (id, county, act, account, post, digest, expires, at)
                    values (?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(ids.next(), scope.county(), writing.act(), owner, post == null ? null : post.value(), digest(code),
                            Timestamp.from(until), Timestamp.from(writing.at()))
                    .update();
            issued.add(new Issued(owner, login, grouped(code), until));
            return Outcome.done("/slips");
        });
        // whoever holds the lost phone is not let go on with the page that is open on it
        issued.forEach(slip -> sessions.endAll(slip.account()));
        return issued.stream().findFirst();
    }

    /**
     * Uses a slip: sets the password and answers whose account it is.
     *
     * @param more what else is noted with it, for the account
     */
    Outcome<SignedIn> redeem(String county, String typed, String password, BiConsumer<Writing, UUID> more) {
        var scope = Scope.system(county, "使用登录单", AsOf.on(LocalDate.now(clock)));
        var found = transactions.reading(scope, sql -> redeemable(sql, typed));
        var reasons = reasons(scope, found, password);
        if (!reasons.isEmpty()) {
            return Outcome.refused(reasons);
        }
        var slip = found.orElseThrow();
        var account = accounts.find(county, slip.account()).orElseThrow();
        var act = new Act(ids.next(), "slip.used", null, null, null, Map.of("login", account.login()));
        return switch (acts.perform(scope, act, writing -> {
            // the key lets only one of two fingers on one slip through
            var first = writing.sql().sql("insert into account_slip_use (slip, county, act, at) values (?, ?, ?, ?) on conflict do nothing")
                    .params(slip.slip(), county, writing.act(), Timestamp.from(writing.at())).update();
            if (first == 0) {
                return Outcome.<String>refused(Reason.of("slip-used", "这张登录单刚刚用过。", "请直接用用户名和密码登录。"));
            }
            accounts.setPassword(writing, slip.account(), password);
            more.accept(writing, slip.account());
            return Outcome.done("/");
        })) {
            case Performed.Refused(var why) -> Outcome.refused(why);
            default -> Outcome.done(account);
        };
    }

    private static Optional<Redeemable> redeemable(JdbcClient sql, String typed) {
        return sql.sql("""
                select s.id, s.account, s.expires from account_slip s
                where s.digest = ? and not exists (select from account_slip_use u where u.slip = s.id)
                  and not exists (select from account_slip later
                                  where later.account = s.account and later.closes_others and later.at > s.at)
                """).param(digest(typed))
                .query((row, _) -> new Redeemable(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getTimestamp(3).toInstant())).optional();
    }

    private List<Reason> reasons(Scope scope, Optional<Redeemable> found, String password) {
        var reasons = new ArrayList<Reason>();
        if (found.isEmpty()) {
            reasons.add(Reason.of("slip-unknown", "代码不对，或已经用过、已被新的登录单代替。", "请核对登录单上的 12 位代码，或请发放单位重新打印一张。"));
        } else if (!clock.instant().isBefore(found.get().until())) {
            reasons.add(Reason.of("slip-expired", "这张登录单已过 7 天。", "请发放单位重新打印一张。"));
        }
        if (found.isPresent() && transactions.reading(scope, sql -> accounts.isClosed(sql, found.get().account()))) {
            reasons.addFirst(Reason.of("account-closed", "这个账号已经停用。", "需要恢复的，请联系安全管理员；恢复以后这张登录单照样能用。"));
        }
        Passwords.check(password).ifPresent(reasons::add);
        return List.copyOf(reasons);
    }

    private String code() {
        var code = new StringBuilder(LENGTH);
        for (var i = 0; i < LENGTH; i++) {
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    private static String grouped(String code) {
        return code.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }

    private static byte[] digest(String typed) {
        var plain = typed.toUpperCase(Locale.ROOT).replaceAll("[^" + LETTERS + "]", "");
        return Sm3.digest(plain.getBytes(StandardCharsets.US_ASCII));
    }
}

package cn.yizhen.app.access.code;

import cn.yizhen.app.access.Act;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Sm3;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.app.access.Writing;
import cn.yizhen.app.crypto.CryptoProfile;
import cn.yizhen.app.crypto.CryptoSettings;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The authenticators of accounts: set up, asked, removed. A code counts once: the newest step used is kept
 * in memory, and after a start no code from before it counts, so that no table tells who entered when.
 */
@Component
class Codes {

    static final int RECOVERY_CODES = 10;
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int RECOVERY_LENGTH = 16;

    /** What came of a typed code. */
    enum Answer { RIGHT, USED_BEFORE, WRONG }

    /** @param code null where the key outside the database does not open it (a restore without its keys); recovery codes count all the same */
    private record Kept(UUID id, @Nullable OneTimeCode code) {}

    private final Transactions transactions;
    private final Acts acts;
    private final Ids ids;
    private final CodeKey key;
    private final Clock clock;
    private final CodeMac mac;
    private final long started;
    private final Map<UUID, Long> used = new ConcurrentHashMap<>();
    /** Whether an account has an authenticator, so that not every request asks the database. */
    private final Map<UUID, Boolean> known = new ConcurrentHashMap<>();

    Codes(Transactions transactions, Acts acts, Ids ids, CodeKey key, Clock clock, CryptoSettings crypto) {
        this.transactions = transactions;
        this.acts = acts;
        this.ids = ids;
        this.key = key;
        this.clock = clock;
        this.mac = crypto.chosen() == CryptoProfile.GM ? CodeMac.SM3 : CodeMac.SHA1;
        this.started = OneTimeCode.step(clock.instant());
    }

    /** Whether the account has an authenticator. */
    boolean has(String county, UUID account) {
        return known.computeIfAbsent(account, _ -> kept(county, account).isPresent());
    }

    /** A secret for a new authenticator; it counts only once {@link #set} has seen a code of it. */
    OneTimeCode fresh() {
        return new OneTimeCode(mac, key.bytes(mac.secretLength));
    }

    /**
     * Keeps the authenticator in place of an earlier one, once a code of it was typed, and answers its
     * recovery codes, which exist nowhere else.
     */
    Outcome<List<String>> set(Scope scope, UUID formKey, OneTimeCode code, String typed) {
        var step = code.stepOf(typed, clock.instant());
        if (step.isEmpty()) {
            return Outcome.refused(Reason.of("code-wrong", "口令不对。", "请输入手机上现在显示的 6 位数字；一直不对的，核对手机的时间是否自动校准。"));
        }
        var recovery = new ArrayList<String>();
        acts.perform(scope, new Act(formKey, "code.set", null, null, null, Map.of("mac", code.mac().name())), writing -> {
            var id = keep(writing, scope.account(), key.seal(scope.account(), code.secret()), code.mac());
            for (var i = 0; i < RECOVERY_CODES; i++) {
                var one = recoveryCode();
                recovery.add(grouped(one));
                writing.sql().sql("insert into account_recovery (id, county, act, account, code, digest) values (?, ?, ?, ?, ?, ?)")
                        .params(ids.next(), scope.county(), writing.act(), scope.account(), id, digest(scope.account(), one)).update();
            }
            return Outcome.done("/code/recovery");
        });
        known.remove(scope.account());
        used.put(scope.account(), step.getAsLong());
        return Outcome.done(recovery);
    }

    /** Takes an account's authenticator away (a lost phone): the security administrator's doing. */
    Performed remove(Scope scope, UUID formKey, UUID account, String login) {
        var performed = acts.perform(scope, new Act(formKey, "code.removed", null, null, null, Map.of("login", login)), writing -> {
            keep(writing, account, new byte[0], mac);
            return Outcome.done("/accounts");
        });
        known.remove(account);
        return performed;
    }

    /** Whether a typed code, or recovery code, proves the account's holder; either counts once. */
    Answer answer(String county, UUID account, String typed) {
        var kept = kept(county, account);
        if (kept.isEmpty()) {
            return Answer.WRONG;
        }
        var code = kept.get().code();
        var step = code == null ? OptionalLong.empty() : code.stepOf(typed, clock.instant());
        if (step.isPresent()) {
            return useOnce(account, step.getAsLong()) ? Answer.RIGHT : Answer.USED_BEFORE;
        }
        return recovered(county, account, kept.get().id(), typed) ? Answer.RIGHT : Answer.WRONG;
    }

    /** How many recovery codes are left. */
    int recoveryLeft(String county, UUID account) {
        return kept(county, account).map(kept -> transactions.reading(system(county), sql -> sql.sql("""
                select count(*) from account_recovery r where r.code = ? and not exists (select from account_recovery_use u where u.recovery = r.id)
                """).param(kept.id()).query(Integer.class).single())).orElse(0);
    }

    private boolean useOnce(UUID account, long step) {
        var first = new boolean[1];
        used.compute(account, (_, last) -> {
            var newest = last == null ? started + OneTimeCode.DRIFT : last;
            first[0] = step > newest;
            return Math.max(step, newest);
        });
        return first[0];
    }

    private boolean recovered(String county, UUID account, UUID code, String typed) {
        var plain = typed.toUpperCase(Locale.ROOT).replaceAll("[^" + LETTERS + "]", "");
        if (plain.length() != RECOVERY_LENGTH) {
            return false;
        }
        var found = transactions.reading(system(county), sql -> sql.sql("""
                select r.id from account_recovery r where r.code = ? and r.digest = ?
                  and not exists (select from account_recovery_use u where u.recovery = r.id)
                """).params(code, digest(account, plain)).query(UUID.class).optional());
        return found.isPresent() && used(county, account, found.get());
    }

    /** The primary key lets only one of two simultaneous uses through. */
    private boolean used(String county, UUID account, UUID recovery) {
        var act = new Act(ids.next(), "code.recovered", null, null, null, Map.of("account", account.toString()));
        return acts.perform(system(county), act, writing ->
                writing.sql().sql("insert into account_recovery_use (recovery, county, act) values (?, ?, ?) on conflict do nothing")
                                .params(recovery, county, writing.act()).update() == 1
                        ? Outcome.done("/")
                        : Outcome.refused(Reason.of("recovery-used", "这个恢复码刚刚用过。", "请换一个。"))) instanceof Performed.Done;
    }

    private UUID keep(Writing writing, UUID account, byte[] sealed, CodeMac algorithm) {
        var id = ids.next();
        writing.sql().sql("insert into account_code (id, county, act, account, mac, sealed, at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(id, writing.scope().county(), writing.act(), account, algorithm.name(), sealed, Timestamp.from(writing.at())).update();
        return id;
    }

    private Optional<Kept> kept(String county, UUID account) {
        return transactions.reading(system(county), sql -> sql
                .sql("select id, mac, sealed from account_code where account = ? order by at desc, id desc limit 1").param(account)
                .query((row, _) -> row.getBytes("sealed").length == 0 ? Optional.<Kept>empty() : Optional.of(new Kept(
                        row.getObject("id", UUID.class), opened(account, CodeMac.valueOf(row.getString("mac")), row.getBytes("sealed")))))
                .optional()).flatMap(found -> found);
    }

    private @Nullable OneTimeCode opened(UUID account, CodeMac algorithm, byte[] sealed) {
        return key.open(account, sealed).map(secret -> new OneTimeCode(algorithm, secret)).orElse(null);
    }

    private String recoveryCode() {
        var code = new StringBuilder();
        for (var one : key.bytes(RECOVERY_LENGTH)) {
            // 31 letters: the few bytes beyond 8 × 31 = 248 would favour the first letters
            var fair = one & 0xFF;
            while (fair >= 248) {
                fair = key.bytes(1)[0] & 0xFF;
            }
            code.append(LETTERS.charAt(fair % LETTERS.length()));
        }
        return code.toString();
    }

    private static String grouped(String code) {
        return code.replaceAll("(.{4})(?!$)", "$1-");
    }

    private static byte[] digest(UUID account, String plain) {
        return Sm3.digest((account + plain).getBytes(StandardCharsets.US_ASCII));
    }

    private Scope system(String county) {
        return Scope.system(county, "核对动态口令", AsOf.on(LocalDate.now(clock)));
    }
}

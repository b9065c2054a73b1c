package cn.yizhen.app.access.token;

import cn.yizhen.app.access.Act;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Sm3;
import cn.yizhen.app.access.TokenRight;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.organisation.PostId;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Issues tokens, shows each once, keeps their digest only, and ends them; one reads as far as its post does. */
@Component
class Tokens {

    static final int LONGEST_DAYS = 366;
    private static final String MARK = "yz_";
    private static final int BYTES = 32;

    /**
     * A token as a list shows it.
     *
     * @param purpose what it is for, as the security administrator named it; the audit names it so too
     * @param until   the last day it holds
     * @param ended   whether it was revoked
     */
    record Token(UUID id, String purpose, PostId post, Set<TokenRight> rights, LocalDate until, boolean ended) {

        boolean holds(LocalDate day) {
            return !ended && !day.isAfter(until);
        }
    }

    /** What is asked for in a form. */
    record Asked(String purpose, @Nullable PostId post, Set<TokenRight> rights, @Nullable LocalDate until) {}

    private final Transactions transactions;
    private final Acts acts;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Tokens(Transactions transactions, Acts acts, Ids ids, Clock clock) {
        this.transactions = transactions;
        this.acts = acts;
        this.ids = ids;
        this.clock = clock;
    }

    /** Issues a token and answers it in the clear, which nothing ever does again; the same form once more answers empty. */
    Outcome<Optional<String>> issue(Scope scope, UUID key, Asked asked) {
        var reasons = reasons(asked);
        if (!reasons.isEmpty() || asked.post() == null || asked.until() == null) {
            return Outcome.refused(reasons);
        }
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var secret = MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var post = asked.post();
        var until = asked.until();
        var content = Map.of("purpose", asked.purpose().strip(), "post", post.toString(), "until", until.toString(),
                "rights", asked.rights().stream().sorted().map(TokenRight::name).toList());
        var performed = acts.perform(scope, new Act(key, "token.issued", null, null, null, content), writing -> {
            writing.sql().sql("""
                    insert into access_token (id, county, act, purpose, post, rights, until, digest, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(ids.next(), scope.county(), writing.act(), asked.purpose().strip(), post.value(),
                            asked.rights().stream().map(TokenRight::name).toArray(String[]::new), Date.valueOf(until), digest(secret),
                            Timestamp.from(writing.at()))
                    .update();
            return Outcome.done("/tokens");
        });
        return Outcome.done(performed instanceof Performed.Done done && !done.repeated() ? Optional.of(secret) : Optional.empty());
    }

    /** Ends a token at once. */
    void revoke(Scope scope, UUID key, Token token) {
        acts.perform(scope, new Act(key, "token.revoked", null, null, null, Map.of("purpose", token.purpose())), writing -> {
            writing.sql().sql("insert into access_token_end (token, county, act) values (?, ?, ?) on conflict do nothing")
                    .params(token.id(), scope.county(), writing.act()).update();
            return Outcome.done("/tokens");
        });
    }

    /** Every token ever issued, the newest first. */
    List<Token> all(Scope scope) {
        return transactions.reading(scope, sql -> sql.sql(SELECT + " order by t.id desc").query((row, _) -> token(row)).list());
    }

    /** The token that holds today behind what was sent. */
    Optional<Token> holding(String county, String sent) {
        var today = LocalDate.now(clock);
        var system = Scope.system(county, "核对接口令牌", AsOf.on(today));
        return transactions.reading(system, sql -> sql.sql(SELECT + " where t.digest = ?").param(digest(sent)).query((row, _) -> token(row)).optional())
                .filter(token -> token.holds(today));
    }

    private List<Reason> reasons(Asked asked) {
        var reasons = new ArrayList<Reason>();
        if (asked.purpose().isBlank()) {
            reasons.add(Reason.of("purpose-missing", "没有写用途。", "请写清是哪个系统、做什么，如“县一体化办公平台登记会议”。"));
        } else if (asked.purpose().length() > 60) {
            reasons.add(Reason.of("purpose-long", "用途超过 60 个字。", "请写短一些。"));
        }
        if (asked.post() == null) {
            reasons.add(Reason.of("post-missing", "没有选岗位。", "请查找并选一个岗位，令牌只能看到、办理这个岗位范围内的事。"));
        }
        if (asked.rights().isEmpty()) {
            reasons.add(Reason.of("rights-missing", "没有选权限。", "请至少选一项。"));
        }
        var today = LocalDate.now(clock);
        if (asked.until() == null || asked.until().isBefore(today) || asked.until().isAfter(today.plusDays(LONGEST_DAYS))) {
            reasons.add(Reason.of("until-wrong", "有效期没有填，或者不在一年之内。", "请填今天到 " + today.plusDays(LONGEST_DAYS) + " 之间的一天；到期前另发一个新的。"));
        }
        return reasons;
    }

    private static final String SELECT = """
            select t.id, t.purpose, t.post, t.rights, t.until, exists (select from access_token_end e where e.token = t.id) as ended
            from access_token t""";

    private static Token token(ResultSet row) throws SQLException {
        return new Token(row.getObject("id", UUID.class), row.getString("purpose"), new PostId(row.getObject("post", UUID.class)),
                rights(row.getArray("rights")), row.getObject("until", LocalDate.class), row.getBoolean("ended"));
    }

    private static Set<TokenRight> rights(Array names) throws SQLException {
        var rights = EnumSet.noneOf(TokenRight.class);
        Arrays.stream((String[]) names.getArray()).map(TokenRight::valueOf).forEach(rights::add);
        return rights;
    }

    private static byte[] digest(String secret) {
        return Sm3.digest(secret.getBytes(StandardCharsets.UTF_8));
    }
}

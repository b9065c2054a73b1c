package cn.yizhen.app.access;

import cn.yizhen.rules.AsOf;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The second factor of whoever came in by a slip: the browser that redeemed it. A later slip with
 * {@code closes_others} ends the browsers remembered before it (a lost phone).
 */
@Component
class RememberedBrowsers {

    static final String COOKIE = "yizhen-browser";
    private static final Duration LIFETIME = Duration.ofDays(400);

    private final Transactions transactions;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    RememberedBrowsers(Transactions transactions, Ids ids, Clock clock) {
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /** Accounts that were ever given a slip enter from remembered browsers only. */
    boolean needed(SignedIn account) {
        return transactions.reading(system(account), sql -> sql
                .sql("select exists (select from account_slip where account = ?)").param(account.account())
                .query(Boolean.class).single());
    }

    boolean knows(SignedIn account, @Nullable String key) {
        return key != null && transactions.reading(system(account), sql -> sql.sql("""
                select exists (
                  select from account_browser b
                  where b.account = :account and b.digest = :digest
                    and not exists (select from account_slip s
                                    where s.account = b.account and s.closes_others and s.at > b.at))
                """).param("account", account.account()).param("digest", Sm3.digest(key.getBytes()))
                .query(Boolean.class).single());
    }

    /** A key nobody has yet, for the browser that is answering now. */
    String freshKey() {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Remembers, within an act, the browser that will keep this key. */
    void remember(Writing writing, UUID account, String key) {
        writing.sql().sql("insert into account_browser (id, county, act, account, digest, at) values (?, ?, ?, ?, ?, ?)")
                .params(ids.next(), writing.scope().county(), writing.act(), account, Sm3.digest(key.getBytes()), Timestamp.from(writing.at())).update();
    }

    /** Gives the browser its key. */
    static void handOver(String key, HttpServletResponse response, boolean secure) {
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(COOKIE, key).httpOnly(true).secure(secure)
                .sameSite("Lax").path("/").maxAge(LIFETIME).build().toString());
    }

    private Scope system(SignedIn account) {
        return Scope.system(account.county(), "登录", AsOf.on(LocalDate.now(clock)));
    }
}

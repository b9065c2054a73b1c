package cn.yizhen.app.access.provider;

import cn.yizhen.app.access.Accounts;
import cn.yizhen.app.access.Act;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.SignedIn;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.app.access.Writing;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.organisation.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whose account a subject of an issuer is: (issuer, subject), as the security administrator confirmed it. */
@Component
class Identities {

    /** A subject that counts, and the account it opens. */
    record Linked(String issuer, String subject, UUID account, String login) {}

    /** A subject for a person, to be confirmed. */
    record Proposed(String issuer, String subject, PersonId person) {}

    private final Transactions transactions;
    private final Accounts accounts;
    private final Acts acts;
    private final Ids ids;
    private final Clock clock;

    Identities(Transactions transactions, Accounts accounts, Acts acts, Ids ids, Clock clock) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.acts = acts;
        this.ids = ids;
        this.clock = clock;
    }

    /** The account of a subject; empty for one that nobody confirmed. */
    Optional<SignedIn> account(String county, String issuer, String subject) {
        var system = Scope.system(county, "统一身份认证登录", AsOf.on(LocalDate.now(clock)));
        return transactions.reading(system, sql -> sql.sql("""
                select account, linked from external_identity where issuer = ? and subject = ? order by seq desc limit 1
                """).params(issuer, subject).query((row, _) -> row.getBoolean("linked") ? Optional.of(row.getObject("account", UUID.class)) : Optional.<UUID>empty())
                .optional()).flatMap(found -> found).flatMap(account -> accounts.find(county, account));
    }

    /** Every subject that counts today. */
    List<Linked> all(Scope scope) {
        return transactions.reading(scope, sql -> sql.sql("""
                select i.issuer, i.subject, i.account, a.login from
                  (select distinct on (issuer, subject) issuer, subject, account, linked from external_identity order by issuer, subject, seq desc) i
                join account a on a.id = i.account where i.linked order by a.login
                """).query((row, _) -> linked(row)).list());
    }

    /** Confirms a subject for a person; an account is made where the person has none. */
    void link(Scope scope, UUID key, Proposed proposed) {
        acts.perform(scope, new Act(key, "identity.linked", null, null, null, Map.of("issuer", proposed.issuer(), "subject", proposed.subject())), writing -> {
            var account = accounts.ofPerson(scope.county(), proposed.person()).map(SignedIn::account)
                    .orElseGet(() -> accounts.addForPerson(writing, proposed.person()));
            note(writing, proposed.issuer(), proposed.subject(), account, true);
            return Outcome.done("/identities");
        });
    }

    /** Ends a subject's way in. */
    void unlink(Scope scope, UUID key, Linked linked) {
        acts.perform(scope, new Act(key, "identity.unlinked", null, null, null, Map.of("issuer", linked.issuer(), "subject", linked.subject())), writing -> {
            note(writing, linked.issuer(), linked.subject(), linked.account(), false);
            return Outcome.done("/identities");
        });
    }

    private void note(Writing writing, String issuer, String subject, UUID account, boolean linked) {
        writing.sql().sql("insert into external_identity (id, county, act, account, issuer, subject, linked) values (?, ?, ?, ?, ?, ?, ?)")
                .params(ids.next(), writing.scope().county(), writing.act(), account, issuer, subject, linked).update();
    }

    private static Linked linked(ResultSet row) throws SQLException {
        return new Linked(row.getString("issuer"), row.getString("subject"), row.getObject("account", UUID.class), row.getString("login"));
    }
}

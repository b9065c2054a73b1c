package cn.yizhen.app.access;

import cn.yizhen.app.crypto.PasswordHashes;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.organisation.PersonId;
import java.security.SecureRandom;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts of the county; of passwords only a slow digest is kept. */
@Component
public class Accounts {

    private final Transactions transactions;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final PasswordHashes passwords;

    Accounts(Transactions transactions, Ids ids, Clock clock, PasswordHashes passwords) {
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
        this.passwords = passwords;
    }

    /** The account with this login name in the county. */
    public Optional<SignedIn> find(String county, String login) {
        return transactions.reading(system(county, "登录"), sql -> sql
                .sql("select id, county, login, person, roles from account where login = ?").param(login)
                .query((row, number) -> signedIn(row)).optional());
    }

    public Optional<SignedIn> find(String county, UUID account) {
        return transactions.reading(system(county, "登录"), sql -> sql
                .sql("select id, county, login, person, roles from account where id = ?").param(account)
                .query((row, number) -> signedIn(row)).optional());
    }

    /** The account behind a person, if one was ever made. */
    public Optional<SignedIn> ofPerson(String county, PersonId person) {
        return transactions.reading(system(county, "登录"), sql -> sql
                .sql("select id, county, login, person, roles from account where person = ?").param(person.value())
                .query((row, number) -> signedIn(row)).optional());
    }

    /** The accounts without a person behind them, by name. */
    public List<SignedIn> administrators(Scope scope) {
        return transactions.reading(scope, sql -> sql
                .sql("select id, county, login, person, roles from account where person is null order by login")
                .query((row, number) -> signedIn(row)).list());
    }

    /** Takes as long as looking at a password does: how long an answer takes must not tell which names there are. */
    void lookInVain(String password) {
        passwords.matches(password, passwords.inVain());
    }

    public boolean passwordMatches(SignedIn account, String password) {
        var hash = transactions.reading(system(account.county(), "登录"), sql -> sql
                .sql("select hash from account_password where account = ? order by at desc, id desc limit 1")
                .param(account.account()).query(String.class).optional()).orElse("");
        if (hash.isEmpty()) {
            lookInVain(password);
            return false;
        }
        return passwords.matches(password, hash);
    }

    /** Whether the account may not enter any more. */
    public boolean closed(SignedIn account) {
        return transactions.reading(system(account.county(), "登录"), sql -> isClosed(sql, account.account()));
    }

    /** The same within an open transaction. */
    boolean isClosed(JdbcClient sql, UUID account) {
        return sql.sql("select closed from account_closing where account = ? order by at desc, id desc limit 1")
                .param(account).query(Boolean.class).optional().orElse(false);
    }

    /** The accounts closed now. */
    Set<UUID> closed(Scope scope) {
        return Set.copyOf(transactions.reading(scope, sql -> sql.sql("""
                select account from (select distinct on (account) account, closed from account_closing order by account, at desc, id desc) newest
                where closed
                """).query(UUID.class).list()));
    }

    /** The accounts with a one-time code set up. */
    Set<UUID> withCode(Scope scope) {
        return Set.copyOf(transactions.reading(scope, sql -> sql.sql("""
                select account from (select distinct on (account) account, sealed from account_code order by account, at desc, id desc) newest
                where length(sealed) > 0
                """).query(UUID.class).list()));
    }

    /** Closes an account, or opens it again, within an act. */
    void close(Writing writing, UUID account, boolean closed) {
        writing.sql().sql("insert into account_closing (id, county, act, account, closed, at) values (?, ?, ?, ?, ?, ?)")
                .params(ids.next(), writing.scope().county(), writing.act(), account, closed, Timestamp.from(writing.at())).update();
    }

    /** Whether any account exists at all. */
    public boolean none(String county) {
        return transactions.reading(system(county, "首次启动"),
                sql -> sql.sql("select count(*) from account").query(Long.class).single() == 0);
    }

    /**
     * Adds an account within an act.
     *
     * @throws IllegalArgumentException when the roles hold two of the three duties of administration, or one of them beside a person
     */
    public UUID add(Writing writing, String login, @Nullable PersonId person, Set<Permission> roles) {
        var duties = roles.stream().filter(Permission::isAdministration).count();
        if (duties > 1 || duties == 1 && (roles.size() > 1 || person != null)) {
            throw new IllegalArgumentException("administrators are separated: " + roles);
        }
        var id = ids.next();
        var names = roles.stream().map(Permission::name).toArray(String[]::new);
        writing.sql().sql("insert into account (id, county, act, login, person, roles) values (?, ?, ?, ?, ?, ?)")
                .params(id, writing.scope().county(), writing.act(), login, person == null ? null : person.value(), names)
                .update();
        return id;
    }

    /** Adds an account for a person, with a number nobody has as login and no password. */
    public UUID addForPerson(Writing writing, PersonId person) {
        return add(writing, freshLogin(writing.scope().county()), person, Set.of());
    }

    /** A number nobody has as login. */
    String freshLogin(String county) {
        while (true) {
            var login = String.valueOf(100_000 + random.nextInt(900_000));
            if (find(county, login).isEmpty()) {
                return login;
            }
        }
    }

    /** Sets a new password within an act; an empty one closes password entry. */
    public void setPassword(Writing writing, UUID account, String password) {
        writing.sql().sql("insert into account_password (id, county, act, account, hash, at) values (?, ?, ?, ?, ?, ?)")
                .params(ids.next(), writing.scope().county(), writing.act(), account, password.isEmpty() ? "" : passwords.encode(password),
                        Timestamp.from(writing.at())).update();
    }

    private Scope system(String county, String purpose) {
        return Scope.system(county, purpose, AsOf.on(LocalDate.now(clock)));
    }

    private static SignedIn signedIn(ResultSet row) throws SQLException {
        var person = row.getObject("person", UUID.class);
        return new SignedIn(row.getObject("id", UUID.class), row.getString("county"), row.getString("login"),
                person == null ? null : new PersonId(person), roles(row.getArray("roles")));
    }

    private static Set<Permission> roles(Array names) throws SQLException {
        var roles = EnumSet.noneOf(Permission.class);
        Arrays.stream((String[]) names.getArray()).map(Permission::valueOf).forEach(roles::add);
        return roles;
    }
}

package cn.yizhen.app.institution;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.institution.Overlay;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What governs this county, for every module that asks what is to be done. */
@Component
public class Institutions {

    /** How many adopted values, days of use, own institutions and checks there are; they only grow, so this is a version. */
    private record Count(int values, int uses, int adoptions, int checks) {}

    private record Made(Count count, Rulebook rulebook) {}

    private record Asked(long known) {}

    private final LocalValues values;
    private final DaysOfUse uses;
    private final LocalInstitutions own;
    private final LocalReading reading;
    private final SourceChecks checks;
    private final Transactions transactions;
    private final Map<String, Made> latest = new ConcurrentHashMap<>();

    Institutions(LocalValues values, DaysOfUse uses, LocalInstitutions own, LocalReading reading, SourceChecks checks,
            Transactions transactions) {
        this.own = own;
        this.reading = reading;
        this.checks = checks;
        this.values = values;
        this.uses = uses;
        this.transactions = transactions;
    }

    /** The rulebook as known at the scope's second point in time. */
    public Rulebook rulebook(Scope scope) {
        var known = scope.asOf().known();
        return transactions.once(scope, new Asked(known), sql -> {
            // counted first: a value adopted meanwhile makes what is kept outdated, never the other way round
            var count = count(sql);
            var made = latest.get(scope.county());
            if (known == AsOf.LATEST && made != null && made.count().equals(count)) {
                return made.rulebook();
            }
            var rulebook = made(sql, known);
            if (known == AsOf.LATEST) {
                latest.put(scope.county(), new Made(count, rulebook));
            }
            return rulebook;
        });
    }

    private static Count count(JdbcClient sql) {
        return sql.sql("""
                select (select count(*) from local_value), (select count(*) from institution_use),
                  (select count(*) from local_institution_adoption), (select count(*) from source_check)
                """).query((row, _) -> new Count(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4))).single();
    }

    private Rulebook made(JdbcClient sql, long known) {
        var adoptions = own.adoptions(sql, known);
        var together = reading.with(adoptions.values().stream().flatMap(it -> own.version(sql, it.version()).stream()).toList());
        var adopted = values.known(sql, known);
        var overlaid = Overlay.over(together.catalogue(), adopted);
        return new Rulebook(Overlay.checked(overlaid.catalogue(), checks.known(sql, known)),
                Stream.concat(together.setAside().stream(), overlaid.setAside().stream()).toList(), adopted, adoptions, uses.known(sql, known));
    }
}

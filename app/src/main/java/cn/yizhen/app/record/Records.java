package cn.yizhen.app.record;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.app.record.model.NotedRecord;
import cn.yizhen.rules.duty.Happened;
import cn.yizhen.rules.organisation.UnitId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Records as they stand at the scope's point of knowledge; row policies leave out what the asker may not see. */
@Component
public class Records {

    private static final int LISTED = 200;

    private final Transactions transactions;
    private final Catalogues catalogues;

    Records(Transactions transactions, Catalogues catalogues) {
        this.transactions = transactions;
        this.catalogues = catalogues;
    }

    /**
     * What happened from {@code first} to {@code last}, and what makes up for a period in between; for duties
     * to count. Records taken back are left out.
     */
    public List<Happened> happened(Scope scope, LocalDate first, LocalDate last) {
        return transactions.reading(scope, sql -> {
            var together = RecordRows.together(sql, first, last);
            return sql.sql(RecordRows.STANDING + """
                and not r.withdrawn and (r.day between :first and :last
                  or (r.makes_up_from <= :last and r.makes_up_until > :first))
                order by r.day, r.id
                """)
                .param("known", scope.asOf().known()).param("first", first).param("last", last)
                .query((row, _) -> {
                    NotedRecord record = RecordRows.read(row, together);
                    return record.happened(catalogues.kind(scope, record.content().kind()).title());
                })
                .list();
        });
    }

    /** The record as it stands; empty for one that does not exist or that the asker may not see. */
    public Optional<NotedRecord> find(Scope scope, UUID subject) {
        return transactions.reading(scope, sql -> sql.sql(RecordRows.STANDING + " and r.subject = :subject")
                .param("known", scope.asOf().known()).param("subject", subject)
                .query((row, _) -> RecordRows.read(sql, row)).optional());
    }

    /** Every version of a record, the newest first. */
    public List<NotedRecord> versions(Scope scope, UUID subject) {
        return transactions.reading(scope, sql -> sql.sql("select * from noted_record where subject = ? order by id desc")
                .param(subject).query((row, _) -> RecordRows.read(sql, row)).list());
    }

    /** The newest records of these units, by day; at most 200. */
    public List<NotedRecord> ofUnits(Scope scope, Collection<UnitId> units) {
        if (units.isEmpty()) {
            return List.of();
        }
        return transactions.reading(scope, sql -> {
            StatementSpec asked = sql.sql(RecordRows.STANDING
                    + " and not r.withdrawn and r.unit in (:units) order by r.day desc, r.id desc limit " + LISTED);
            return asked.param("known", scope.asOf().known()).param("units", units.stream().map(UnitId::value).toList())
                    .query((row, _) -> RecordRows.bare(row)).list();
        });
    }

    /** The last record of a kind in a unit: its place is where the next one will be. */
    Optional<NotedRecord> last(Scope scope, UnitId unit, String kind) {
        return transactions.reading(scope, sql -> sql.sql(RecordRows.STANDING
                + " and not r.withdrawn and r.unit = :unit and r.kind = :kind order by r.day desc, r.id desc limit 1")
                .param("known", scope.asOf().known()).param("unit", unit.value()).param("kind", kind)
                .query((row, _) -> RecordRows.bare(row)).optional());
    }
}

package cn.yizhen.app.record;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.app.record.model.NotedRecord;
import cn.yizhen.rules.duty.Happened;
import cn.yizhen.rules.organisation.PersonId;
import cn.yizhen.rules.organisation.UnitId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
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
     * to count, in no order. Records taken back are left out.
     */
    public List<Happened> happened(Scope scope, LocalDate first, LocalDate last) {
        return happened(scope, first, last, Optional.empty());
    }

    /**
     * The same of some kinds only.
     *
     * @param kinds empty for any
     */
    public List<Happened> happened(Scope scope, LocalDate first, LocalDate last, Optional<Set<String>> kinds) {
        return happened(scope, first, last, kinds, null, "", UnaryOperator.identity());
    }

    /**
     * The same as far as it can count for these units and persons, which spares a desk a county's records: what the units
     * noted, what the persons led, and the trainings they took part in.
     */
    public List<Happened> happened(
            Scope scope, LocalDate first, LocalDate last, Optional<Set<String>> kinds, Collection<UnitId> units, Collection<PersonId> persons) {
        UUID[] those = persons.stream().map(PersonId::value).toArray(UUID[]::new);
        // an array, because the database cannot use an index for one side of an "or" that holds a subquery
        return happened(scope, first, last, kinds, those, """
                 and (r.unit = any(:units) or r.chair = any(:persons)
                  or r.id = any(array(select p.record from record_present p where p.person = any(:persons))))
                """, asked -> asked.param("units", units.stream().map(UnitId::value).toArray(UUID[]::new)).param("persons", those));
    }

    private List<Happened> happened(Scope scope, LocalDate first, LocalDate last, Optional<Set<String>> kinds, UUID @Nullable [] persons,
            String whose, UnaryOperator<StatementSpec> bound) {
        if (kinds.filter(Set::isEmpty).isPresent()) {
            return List.of();
        }
        UnaryOperator<String> titles = catalogues.titles(scope);
        return transactions.reading(scope, sql -> {
            var rows = new HappenedRows(titles, RecordRows.together(sql, first, last, persons));
            return bound.apply(RecordRows.standing(sql, scope, HappenedRows.COLUMNS, whose + (kinds.isEmpty() ? "" : " and r.kind = any(:kinds)") + """
                     and not r.withdrawn and (r.day between :first and :last
                      or (r.makes_up_from <= :last and r.makes_up_until > :first))
                    """).param("first", first).param("last", last).param("kinds", kinds.map(those -> those.toArray(String[]::new)).orElse(null))).query((row, _) -> rows.read(row)).list();
        });
    }

    /**
     * What one version of a record changed, for whoever keeps counts.
     *
     * @param version the id of the version
     * @param before  what the record counted as until then; null for a new one
     * @param after   what it counts as from then on; null where it was taken back
     */
    public record Change(UUID version, @Nullable Happened before, @Nullable Happened after) {}

    /** The versions noted since the act of that number, and those whose act has no number yet, in order. */
    public List<Change> since(Scope scope, long number) {
        UnaryOperator<String> titles = catalogues.titles(scope);
        return transactions.reading(scope, sql -> sql.sql("""
                select r.* from noted_record r join (
                    select act from act_order where number > :number union all select act from act_pending) fresh using (act)
                order by r.id
                """)
                .param("number", number).query((row, _) -> RecordRows.bare(row)).list().stream()
                .map(record -> change(sql, titles, record)).toList());
    }

    private static Change change(JdbcClient sql, UnaryOperator<String> titles, NotedRecord record) {
        Happened before = record.supersedes() == null ? null
                : sql.sql("select * from noted_record where id = ? and not withdrawn").param(record.supersedes())
                        .query((row, _) -> happened(titles, RecordRows.bare(row))).optional().orElse(null);
        return new Change(record.id(), before, record.withdrawn() ? null : happened(titles, record));
    }

    private static Happened happened(UnaryOperator<String> titles, NotedRecord record) {
        return record.happened(titles.apply(record.content().kind()));
    }

    /** The record as it stands; empty for one that does not exist or that the asker may not see. */
    public Optional<NotedRecord> find(Scope scope, UUID subject) {
        return transactions.reading(scope, sql -> RecordRows.standing(sql, scope, " and r.subject = :subject")
                .param("subject", subject)
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
        return transactions.reading(scope, sql -> RecordRows
                .standing(sql, scope, " and not r.withdrawn and r.unit = any(:units) order by r.day desc, r.id desc limit " + LISTED)
                .param("units", units.stream().map(UnitId::value).toArray(UUID[]::new))
                .query((row, _) -> RecordRows.bare(row)).list());
    }

    /** The last record of a kind in a unit: its place is where the next one will be. */
    Optional<NotedRecord> last(Scope scope, UnitId unit, String kind) {
        return transactions.reading(scope, sql -> RecordRows
                .standing(sql, scope, " and not r.withdrawn and r.unit = :unit and r.kind = :kind order by r.day desc, r.id desc limit 1")
                .param("unit", unit.value()).param("kind", kind)
                .query((row, _) -> RecordRows.bare(row)).optional());
    }
}

package cn.yizhen.app.record;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.app.record.model.Decision;
import cn.yizhen.app.record.model.NotedRecord;
import cn.yizhen.app.record.model.Verdict;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.organisation.Unit;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** What meetings decided, as it stands after corrections; row policies leave out what the asker may not see. */
@Component
public class Decisions {

    private final Transactions transactions;
    private final Organisations organisations;
    private final Catalogues catalogues;
    private final Checks checks;

    Decisions(Transactions transactions, Organisations organisations, Catalogues catalogues, Checks checks) {
        this.transactions = transactions;
        this.organisations = organisations;
        this.catalogues = catalogues;
        this.checks = checks;
    }

    /**
     * A decision with its meeting.
     *
     * @param meeting what the meeting is called
     * @param unit    whose meeting it was
     */
    public record Decided(NotedRecord record, Decision decision, Verdict verdict, String meeting, String unit) {

        /** Through all corrections of the record: the matters it became are found by it. */
        public UUID identity() {
            return UUID.nameUUIDFromBytes((record.subject() + "#" + decision.item()).getBytes(StandardCharsets.UTF_8));
        }

        public String href() {
            return "/decisions/" + record.subject() + "/" + decision.item();
        }

        /** 县委常委会会议〔2026〕第12号第3项 */
        public String cited() {
            return meeting + record.numberLabel() + "第" + decision.item() + "项";
        }
    }

    /** The decisions of a year, the newest meeting first. */
    public List<Decided> of(Scope scope, int year) {
        return transactions.reading(scope, sql -> RecordRows.standing(sql, scope, """
                 and not r.withdrawn and r.year = :year and exists (select from record_decision d where d.record = r.id)
                order by r.day desc, r.id desc
                """)
                .param("year", year)
                .query((row, _) -> RecordRows.read(sql, row)).list()).stream().flatMap(record -> decided(scope, record).stream()).toList();
    }

    /** One decision by the record and its number in the meeting. */
    public Optional<Decided> find(Scope scope, UUID subject, int item) {
        return transactions.reading(scope, sql -> RecordRows.standing(sql, scope, " and not r.withdrawn and r.subject = :subject")
                .param("subject", subject)
                .query((row, _) -> RecordRows.read(sql, row)).optional()).stream().flatMap(record -> decided(scope, record).stream())
                .filter(decided -> decided.decision().item() == item).findFirst();
    }

    private List<Decided> decided(Scope scope, NotedRecord record) {
        var content = record.content();
        var verdicts = checks.verdicts(scope, content);
        var meeting = catalogues.kind(scope, content.kind()).title();
        var unit = organisations.asOf(scope, AsOf.on(content.day())).unit(content.unit()).map(Unit::shortName).orElse("");
        return IntStream.range(0, Math.min(verdicts.size(), content.decisions().size()))
                .mapToObj(i -> new Decided(record, content.decisions().get(i), verdicts.get(i), meeting, unit)).toList();
    }
}

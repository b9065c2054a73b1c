package cn.yizhen.app.record;

import cn.yizhen.app.access.Act;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Writing;
import cn.yizhen.app.record.model.NotedRecord;
import cn.yizhen.app.record.model.RecordContent;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.organisation.UnitId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Notes records and corrects them; a correction is a further version with its reason. */
@Component
public class Noting {

    private final Acts acts;
    private final RecordRows rows;
    private final Clock clock;

    Noting(Acts acts, RecordRows rows, Clock clock) {
        this.acts = acts;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Notes something new under the one post of the scope.
     *
     * @param key of the form; the same key again answers with the same record
     */
    public Performed note(Scope scope, UUID key, RecordContent content) {
        UUID subject = rows.newId();
        return acts.perform(scope, Act.create(key, "record.noted", scope.post().post(), subject,
                audited(content)), writing -> {
            note(writing, subject, content);
            return Outcome.done(address(subject));
        });
    }

    /** Notes within another act what follows from it, so that nobody types it again; answers the record's subject. */
    public UUID note(Writing writing, RecordContent content) {
        UUID subject = rows.newId();
        note(writing, subject, content);
        return subject;
    }

    private void note(Writing writing, UUID subject, RecordContent content) {
        rows.insert(writing, version(writing, subject, content, number(writing, content)));
    }

    /**
     * Replaces a version by another one, or takes the record back.
     *
     * @param before  the version seen when the correction was begun
     * @param reason  why, in a line
     */
    public Performed correct(
            Scope scope, UUID key, NotedRecord before, @Nullable UUID basedOn, RecordContent content, String reason, boolean withdrawn) {
        return acts.perform(scope, Act.change(key, "record.corrected", scope.post().post(), before.subject(), basedOn,
                audited(content)), writing -> {
            var unexplained = unexplained(reason);
            if (unexplained.isPresent()) {
                return Outcome.refused(unexplained.get());
            }
            replace(writing, before, content, reason, withdrawn);
            return Outcome.done(address(before.subject()));
        });
    }

    /** That a correction says no reason. */
    static Optional<Reason> unexplained(String reason) {
        return reason.isBlank() ? Optional.of(Reason.of("correction-reason-missing", "没有写更正的原因。", "写一句话，如“人数填错”。")) : Optional.empty();
    }

    /** Replaces a version within another act that corrects what the record came of. */
    public void correct(Writing writing, NotedRecord before, RecordContent content, String reason) {
        replace(writing, before, content, reason, false);
    }

    private void replace(Writing writing, NotedRecord before, RecordContent content, String reason, boolean withdrawn) {
        Scope scope = writing.scope();
        rows.insert(writing, new NotedRecord(rows.newId(), before.subject(), writing.act(), before.id(), reason.strip(), withdrawn,
                before.year(), before.number(), content, today(), scope.person(), scope.post().post(), scope.post().unit()));
    }

    /** Brings in new records of an earlier time within an act: those that decided nothing many at once, without names. */
    public void bring(Writing writing, List<NotedRecord> earlier) {
        var decided = earlier.stream().collect(Collectors.partitioningBy(record -> !record.content().decisions().isEmpty()));
        decided.get(true).forEach(record -> rows.insert(writing, record));
        rows.insertAll(writing, decided.get(false));
    }

    /** Brings in one more record of an earlier time, numbered behind those that are there. */
    public void bring(Writing writing, RecordContent earlier, LocalDate notedOn) {
        rows.insert(writing, new NotedRecord(rows.newId(), rows.newId(), writing.act(), null, null, false, earlier.day().getYear(),
                number(writing, earlier), earlier, notedOn, null, null, earlier.unit()));
    }

    static String address(UUID subject) {
        return "/records/" + subject;
    }

    private NotedRecord version(Writing writing, UUID subject, RecordContent content, int number) {
        Scope scope = writing.scope();
        return new NotedRecord(rows.newId(), subject, writing.act(), null, null, false, content.day().getYear(), number,
                content, today(), scope.person(), scope.post().post(), scope.post().unit());
    }

    /** The next running number of the unit in the year of the day; whoever numbers for the same unit waits. */
    private static int number(Writing writing, RecordContent content) {
        UnitId unit = content.unit();
        writing.sql().sql("select pg_advisory_xact_lock(hashtextextended(?, 30))").param(unit.toString())
                .query((row, n) -> 1).single();
        return writing.sql().sql("select next_record_number(?, ?)")
                .params(List.of(unit.value(), content.day().getYear())).query(Integer.class).single();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static Map<String, Object> audited(RecordContent content) {
        return Map.of("kind", content.kind(), "unit", content.unit().toString(), "day", content.day().toString(),
                "topic", content.topic());
    }
}

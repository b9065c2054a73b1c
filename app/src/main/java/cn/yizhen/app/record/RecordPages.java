package cn.yizhen.app.record;

import cn.yizhen.app.access.HeldPost;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.app.record.model.Decision;
import cn.yizhen.app.record.model.NotedRecord;
import cn.yizhen.app.record.model.RecordContent;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.calendar.Days;
import cn.yizhen.rules.institution.Topic;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Particular;
import cn.yizhen.rules.organisation.Person;
import cn.yizhen.rules.organisation.PersonId;
import cn.yizhen.rules.organisation.Unit;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a record into words. */
@Component
class RecordPages {

    private final Organisations organisations;
    private final Catalogues catalogues;
    private final Records records;
    private final Transactions transactions;
    private final Checks checks;
    private final Ids ids;
    private final Clock clock;

    RecordPages(Organisations organisations, Catalogues catalogues, Records records, Transactions transactions, Checks checks, Ids ids, Clock clock) {
        this.organisations = organisations;
        this.catalogues = catalogues;
        this.records = records;
        this.transactions = transactions;
        this.checks = checks;
        this.ids = ids;
        this.clock = clock;
    }

    RecordView view(Scope scope, NotedRecord record) {
        var content = record.content();
        Organisation then = organisations.asOf(scope, AsOf.on(content.day()));
        Organisation now = organisations.asOf(scope, AsOf.on(LocalDate.now(clock)));
        String unit = then.unit(content.unit()).or(() -> now.unit(content.unit())).map(Unit::shortName).orElse("");
        String body = content.body() == null ? "" : then.body(content.body()).map(b -> b.name()).orElse("");
        var kind = catalogues.kind(scope, content.kind());
        var post = Authority.postFor(scope, organisations.answering(scope, content.unit()), now).orElse(null);
        return new RecordView(record, kind, kind.title(), unit, body, name(then, content.chair()), name(then, content.recorder()),
                present(scope, record), topics(scope, record), onBehalf(scope, record, then, now), notedBy(record, now),
                post, earlier(scope, record), disputes(scope, record), attachments(scope, record), checks.warnings(scope, content),
                decided(scope, content), post == null ? null : term(scope, record, now, post));
    }

    /** An election settles its row for the half-year only: what settles it for good is the day its term began, which is known from here. */
    private RecordView.@Nullable Term term(Scope scope, NotedRecord record, Organisation now, HeldPost post) {
        var content = record.content();
        boolean elects = !record.withdrawn() && now.unit(content.unit()).isPresent() && catalogues.of(scope).duties()
                .anyMatch(duty -> duty.fallsTo().asks("unit.term_months") && duty.counts().holds(content.view()));
        var standing = now.particular(content.unit(), Particular.Sort.TERM_BEGAN).flatMap(Particular::day);
        return !elects || standing.filter(day -> !day.isBefore(content.day())).isPresent() ? null
                : new RecordView.Term("/posts/" + post.post() + "/register/" + content.unit() + "/particulars/" + Particular.Sort.TERM_BEGAN.word(), ids.next(),
                        content.day(), standing.map(Days::full).orElse(""));
    }

    private List<RecordView.Decided> decided(Scope scope, RecordContent content) {
        var verdicts = checks.verdicts(scope, content);
        return IntStream.range(0, Math.min(verdicts.size(), content.decisions().size()))
                .mapToObj(i -> new RecordView.Decided(content.decisions().get(i), verdicts.get(i))).toList();
    }

    private String present(Scope scope, NotedRecord record) {
        var names = organisations.names(scope, record.content().present());
        return record.content().present().stream().filter(names::containsKey).map(names::get).sorted().collect(Collectors.joining("、"));
    }

    private List<String> topics(Scope scope, NotedRecord record) {
        return catalogues.of(scope).topics().filter(topic -> record.content().topics().contains(topic.topic()))
                .map(Topic::title).toList();
    }

    /** Before a merger the old unit noted for itself; after it the new one does for the old. */
    private String onBehalf(Scope scope, NotedRecord record, Organisation then, Organisation now) {
        boolean atHome = Authority.atHome(record.notedFor(), record.content().unit(), then)
                || organisations.answering(scope, record.content().unit()).stream().anyMatch(unit -> Authority.atHome(record.notedFor(), unit, now));
        return atHome ? ""
                : now.unit(record.notedFor()).map(Unit::shortName).orElse("上级单位") + "代为登记";
    }

    private static String notedBy(NotedRecord record, Organisation now) {
        String post = record.notedUnder() == null ? "" : now.post(record.notedUnder())
                .map(p -> HeldPost.joined(now.unit(p.unit()).map(Unit::shortName).orElse(""), p.title())).orElse("");
        String person = name(now, record.notedBy());
        return post + (person.isEmpty() ? "" : " " + person);
    }

    private static String name(Organisation organisation, @Nullable PersonId person) {
        return person == null ? "" : organisation.person(person).map(Person::name).orElse("");
    }

    private List<RecordView.Earlier> earlier(Scope scope, NotedRecord record) {
        List<NotedRecord> versions = records.versions(scope, record.subject());
        Organisation now = organisations.asOf(scope, AsOf.on(LocalDate.now(clock)));
        return versions.stream()
                .filter(version -> version.supersedes() != null)
                .flatMap(later -> versions.stream().filter(v -> v.id().equals(later.supersedes())).map(before -> new RecordView.Earlier(
                        later.notedOn(), notedBy(later, now), before.withdrawn() ? "已撤回" : words(before),
                        (later.withdrawn() ? "撤回，原因：" : "原因：") + (later.reason() == null ? "" : later.reason()))))
                .toList();
    }

    /** A version in one line, for comparing. */
    static String words(NotedRecord record) {
        var count = record.content().headcount();
        return Days.full(record.content().day())
                + (count == null ? "" : "，应到 " + count.due() + " 人，实到 " + count.present() + " 人")
                + (record.content().topic().isEmpty() ? "" : "，" + record.content().topic())
                + record.content().decisions().stream().map(Decision::title).map(t -> "；决定：" + t).collect(Collectors.joining());
    }

    private List<RecordView.Dispute> disputes(Scope scope, NotedRecord record) {
        Organisation now = organisations.asOf(scope, AsOf.on(LocalDate.now(clock)));
        return transactions.reading(scope, sql -> sql.sql("""
                select d.id, d.words, d.noted_on, d.noted_by, a.words as answer
                from record_dispute d left join record_dispute a on a.answers = d.id
                where d.subject = ? and d.answers is null order by d.id
                """).param(record.subject())
                .query((row, _) -> new RecordView.Dispute(row.getObject("id", UUID.class), row.getString("words"),
                        row.getObject("noted_on", LocalDate.class), name(now, person(row.getObject("noted_by", UUID.class))),
                        row.getString("answer")))
                .list());
    }

    private static @Nullable PersonId person(@Nullable UUID id) {
        return id == null ? null : new PersonId(id);
    }

    private List<RecordView.Attachment> attachments(Scope scope, NotedRecord record) {
        return transactions.reading(scope, sql -> sql.sql("select id, name, size from record_attachment where subject = ? order by id")
                .param(record.subject())
                .query((row, _) -> new RecordView.Attachment(row.getObject("id", UUID.class), row.getString("name"), row.getInt("size")))
                .list());
    }
}

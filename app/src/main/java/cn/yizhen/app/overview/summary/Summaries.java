package cn.yizhen.app.overview.summary;

import cn.yizhen.app.access.Act;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.app.access.Writing;
import cn.yizhen.app.document.Document;
import cn.yizhen.app.document.Excel;
import cn.yizhen.app.document.Word;
import cn.yizhen.app.document.formal.FormalDocument;
import cn.yizhen.app.document.formal.FormalLayout;
import cn.yizhen.app.document.formal.FormalText;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.app.paper.IssuedPaper;
import cn.yizhen.app.paper.Papers;
import cn.yizhen.app.record.Noting;
import cn.yizhen.app.record.model.RecordContent;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.calendar.Days;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes summaries, takes what the supervising office enters on them, and issues them. Only that office sees them before. */
@Component
public class Summaries {

    private static final String RECORD = "supervision-summary";
    private static final int LONGEST_GROUND = 140;

    private final Acts acts;
    private final Transactions transactions;
    private final SummaryRows rows;
    private final SummaryStore store;
    private final Papers papers;
    private final Noting noting;
    private final Organisations organisations;
    private final Ids ids;
    private final Clock clock;

    Summaries(Acts acts, Transactions transactions, SummaryRows rows, SummaryStore store, Papers papers, Noting noting, Organisations organisations,
            Ids ids, Clock clock) {
        this.acts = acts;
        this.transactions = transactions;
        this.rows = rows;
        this.store = store;
        this.papers = papers;
        this.noting = noting;
        this.organisations = organisations;
        this.ids = ids;
        this.clock = clock;
    }

    /** The summary of a period as of both points of the scope. */
    public Summary summary(Scope scope, SummaryPeriod period, Form form) {
        return transactions.reading(scope, sql -> {
            var all = rows.of(scope, period, store.judgements(sql, period, scope.asOf()));
            var written = store.texts(sql, period, form);
            var texts = new EnumMap<Block, String>(Block.class);
            for (var block : Block.values()) {
                texts.put(block, written.getOrDefault(block, block.proposed(period, all, Days.full(scope.asOf().on()))));
            }
            var issued = store.issues(sql, period).stream().flatMap(paper -> papers.issued(scope, paper).stream()).toList();
            return new Summary(period, form, scope.asOf().on(), scope.asOf().known(), all, texts, List.copyOf(written.keySet()),
                    store.signOffs(sql, period, form), issued, bases(scope, period, form));
        });
    }

    /** The day a period's summary is about unless another is asked for: its last, or today while it runs. */
    LocalDate usualDay(SummaryPeriod period) {
        var today = LocalDate.now(clock);
        return today.isBefore(period.days().until()) ? today : period.days().lastDay();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** What was typed for one matter; both empty leaves it as it is. */
    public record Typed(UUID matter, String number, String judgement, String ground) {}

    /** Notes the judgements that differ from what stands. All or nothing: one that cannot be kept keeps none. */
    public Performed judge(Scope scope, UUID key, SummaryPeriod period, @Nullable UUID basedOn, List<Typed> typed) {
        var act = Act.change(key, "summary.judged", scope.post().post(), subject("judgements", period, null), basedOn, Map.of("period", period.key()));
        return acts.perform(scope, act, writing -> allowed(scope).then(_ -> judge(writing, period, typed)));
    }

    private Outcome<String> judge(Writing writing, SummaryPeriod period, List<Typed> typed) {
        var standing = store.judgements(writing.sql(), period, AsOf.on(today()));
        var faults = new ArrayList<Reason>();
        for (var one : typed) {
            var kind = Judgement.Kind.named(one.judgement());
            var ground = one.ground().strip();
            if (kind.isEmpty() && !ground.isEmpty() || kind.isPresent() && ground.isEmpty()) {
                faults.add(Reason.of("judgement-incomplete", "第" + one.number() + "项只写了" + (kind.isEmpty() ? "依据" : "判断") + "。",
                        "判断和依据都要写；不判断的，两样都空着。"));
            } else if (ground.length() > LONGEST_GROUND) {
                faults.add(Reason.of("judgement-ground-long", "第" + one.number() + "项的依据有" + ground.length() + "字。", "写在" + LONGEST_GROUND + "字以内。"));
            }
        }
        if (!faults.isEmpty()) {
            return Outcome.refused(faults);
        }
        typed.forEach(one -> Judgement.Kind.named(one.judgement()).ifPresent(kind -> {
            var before = standing.get(one.matter());
            if (before == null || before.kind() != kind || !before.ground().equals(one.ground().strip())) {
                store.judge(writing, period, one.matter(), kind, one.ground().strip());
            }
        }));
        return Outcome.done(address(period, Form.BRIEFING));
    }

    /** Saves blocks as they were written; an empty one goes back to what the program proposes. */
    public Performed write(Scope scope, UUID key, SummaryPeriod period, Form form, @Nullable UUID basedOn, Map<Block, String> words) {
        var act = Act.change(key, "summary.written", scope.post().post(), subject("texts", period, form), basedOn, Map.of("period", period.key()));
        var before = summary(scope, period, form);
        return acts.perform(scope, act, writing -> allowed(scope).map(_ -> {
            words.forEach((block, typed) -> {
                var now = typed.replace("\r\n", "\n").strip();
                if (!now.equals(before.text(block).strip())) {
                    store.write(writing, period, form, block, now);
                }
            });
            return address(period, form);
        }));
    }

    /** Enters 签批 as it stands on paper. */
    public Performed signOff(Scope scope, UUID key, SummaryPeriod period, Form form, String leader, @Nullable LocalDate on, String words) {
        var act = new Act(key, "summary.signed-off", scope.post().post(), null, null, Map.of("period", period.key(), "leader", leader));
        return acts.perform(scope, act, writing -> allowed(scope).then(_ -> {
            var faults = new ArrayList<Reason>();
            if (leader.isBlank() || words.isBlank()) {
                faults.add(Reason.of("sign-off-incomplete", "没有写签批领导或者签批意见。", "照纸面原样登记姓名和意见。"));
            }
            if (on == null || on.isAfter(today())) {
                faults.add(Reason.of("sign-off-day", on == null ? "没有写签批日期。" : "签批日期还没有到。", "照纸面上的日期填写。"));
            }
            if (on == null || !faults.isEmpty()) {
                return Outcome.refused(faults);
            }
            store.signOff(writing, period, form, leader.strip(), on, words.strip());
            return Outcome.done(address(period, form));
        }));
    }

    /**
     * Issues the summary as it stands at the scope's points: into the register, with both files, and noted as the record
     * that the office's own duty asks for.
     */
    public Performed issue(Scope scope, UUID key, SummaryPeriod period, Form form, String number, @Nullable LocalDate date) {
        var act = new Act(key, "summary.issued", scope.post().post(), null, null, Map.of("period", period.key(), "form", form.name(), "number", number));
        var summary = summary(scope, period, form);
        return acts.perform(scope, act, writing -> allowed(scope).then(_ -> {
            var faults = faults(summary, date);
            return date == null || !faults.isEmpty() ? Outcome.refused(faults) : issue(writing, summary, number.strip(), date);
        }));
    }

    private Outcome<String> issue(Writing writing, Summary summary, String number, LocalDate date) {
        var scope = writing.scope();
        var paper = new SummaryPaper(summary);
        var formal = paper.formal(office(scope), number, date);
        var issue = new IssuedPaper.Issue(ids.next(), scope.post().unit(), summary.form().kind(), number, formal.title(), date,
                FormalText.of(summary.whole()).characters(), "", summary.on(), Word.write(FormalLayout.of(formal)), Excel.write(paper.workbook()));
        return papers.issue(writing, issue).map(kept -> {
            store.issued(writing, summary.period(), summary.form(), kept);
            if (!summary.period().yearly()) {
                noting.note(writing, record(scope, formal.title(), date));
            }
            return address(summary.period(), summary.form());
        });
    }

    private static RecordContent record(Scope scope, String title, LocalDate date) {
        return new RecordContent(RECORD, scope.post().unit(), null, date, "", scope.person(), List.of(scope.post().post()), Set.of("supervises"), null, null,
                title, Set.of(), List.of(), Set.of(), null);
    }

    /** The summary as files, as it stands now. */
    public FormalDocument draft(Scope scope, Summary summary) {
        return new SummaryPaper(summary).formal(office(scope), "", today());
    }

    public Document annex(Scope scope, Summary summary) {
        return new SummaryPaper(summary).workbook();
    }

    /** Everything that stands against issuing. */
    List<Reason> faults(Summary summary, @Nullable LocalDate date) {
        var faults = new ArrayList<Reason>();
        if (date == null) {
            faults.add(Reason.of("summary-without-date", "没有填成文日期。", "填写签发的日期。"));
        }
        var grounds = summary.rows().stream().map(SummaryRow::judgement).filter(judged -> judged != null).map(Judgement::ground);
        var words = Stream.concat(summary.texts().values().stream(), grounds).collect(Collectors.joining("\n"));
        Wording.ordering(words).forEach(sentence -> faults.add(Reason.of("summary-order-of-merit", "给单位或者个人排了先后：“" + sentence + "”", "删去先后，只写事情办到哪里。")));
        if (summary.signedOff().isEmpty()) {
            signOffNeeded(summary).forEach(faults::add);
        }
        return faults;
    }

    private static List<Reason> signOffNeeded(Summary summary) {
        var next = summary.signOffs().isEmpty() ? "送领导签批以后，登记姓名、日期和意见。" : "签批以后又改过，改后的重新送签。";
        var needed = new ArrayList<Reason>();
        if (summary.form() == Form.CIRCULAR) {
            needed.add(Reason.of("circular-without-sign-off", "通报没有签批。", next));
        }
        naming(summary).forEach(sentence -> needed.add(Reason.of("naming-without-sign-off", "点名表扬或者批评没有签批：“" + sentence + "”", next + "或者不点名。")));
        return needed;
    }

    /** Sentences by name in the blocks, and grounds of judgements, each of which names its row's unit. */
    private static List<String> naming(Summary summary) {
        var names = summary.rows().stream().flatMap(row -> Stream.concat(Stream.of(row.lead().split("、")), Stream.of(row.leader().split("[ 、]")))).filter(name -> name.length() > 1).distinct().toList();
        var found = new ArrayList<>(Wording.naming(String.join("\n", summary.texts().values()), names));
        summary.rows().stream().map(SummaryRow::judgement).filter(judged -> judged != null)
                .forEach(judged -> found.addAll(Wording.naming(judged.ground(), List.of(""))));
        return found;
    }

    private Map<String, Optional<UUID>> bases(Scope scope, SummaryPeriod period, Form form) {
        return Map.of("judgements", acts.latestOn(scope, subject("judgements", period, null)), "texts", acts.latestOn(scope, subject("texts", period, form)));
    }

    private String office(Scope scope) {
        return organisations.asOf(scope, AsOf.on(today())).unit(scope.post().unit()).orElseThrow().name();
    }

    private static UUID subject(String what, SummaryPeriod period, @Nullable Form form) {
        return UUID.nameUUIDFromBytes(("summary:" + what + ":" + period.key() + (form == null ? "" : ":" + form)).getBytes(StandardCharsets.UTF_8));
    }

    static String address(SummaryPeriod period, Form form) {
        return "/summaries/" + period.key() + (form == Form.BRIEFING ? "" : "?form=" + form);
    }

    private static Outcome<Boolean> allowed(Scope scope) {
        return scope.has(Permission.SUPERVISE) ? Outcome.done(true)
                : Outcome.refused(Reason.of("summary-not-yours", "督查总结由督查部门写。", "请从“我的应办”进入。"));
    }
}

package cn.yizhen.app.overview.summary;

import cn.yizhen.app.access.Act;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.app.access.Writing;
import cn.yizhen.app.paper.Papers;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes summaries and takes what the supervising office enters on them. Only that office sees them before they are issued. */
@Component
public class Summaries {

    private final Acts acts;
    private final Transactions transactions;
    private final SummaryRows rows;
    private final SummaryStore store;
    private final Papers papers;
    private final Clock clock;

    Summaries(Acts acts, Transactions transactions, SummaryRows rows, SummaryStore store, Papers papers, Clock clock) {
        this.acts = acts;
        this.transactions = transactions;
        this.rows = rows;
        this.store = store;
        this.papers = papers;
        this.clock = clock;
    }

    /** The summary of a period as of both points of the scope. */
    public Summary summary(Scope scope, SummaryPeriod period, Form form) {
        return transactions.reading(scope, sql -> {
            var all = rows.of(scope, period, store.judgements(sql, period, scope.asOf()));
            var written = store.texts(sql, period, form, scope.asOf());
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

    static Reason notBegun(SummaryPeriod period) {
        return Reason.of("period-to-come", period.label() + "还没有开始，没有可总结的。", "页面上是眼下这个季度的；到时候再写那一期。");
    }

    /** Notes the judgements that differ from what stands. All or nothing: one that cannot be kept keeps none. */
    public Performed judge(Scope scope, UUID key, SummaryPeriod period, @Nullable UUID basedOn, List<TypedJudgement> typed) {
        var act = Act.change(key, "summary.judged", scope.post().post(), subject("judgements", period, null), basedOn, Map.of("period", period.key()));
        return acts.perform(scope, act, writing -> allowed(scope).then(_ -> judge(writing, period, typed)));
    }

    private Outcome<String> judge(Writing writing, SummaryPeriod period, List<TypedJudgement> typed) {
        var standing = store.judgements(writing.sql(), period, AsOf.on(today()));
        var faults = typed.stream().flatMap(one -> one.fault(standing.containsKey(one.matter())).stream()).toList();
        if (!faults.isEmpty()) {
            return Outcome.refused(faults);
        }
        typed.forEach(one -> one.kind().ifPresent(kind -> {
            var before = standing.get(one.matter());
            if (before == null || before.kind() != kind || !before.ground().equals(one.ground())) {
                store.judge(writing, period, one.matter(), kind, one.ground());
            }
        }));
        return Outcome.done(address(period, Form.BRIEFING));
    }

    /**
     * Saves blocks as they were written; an empty one goes back to what the program proposes.
     *
     * @param words of the blocks that were changed; one left as it was goes on following the facts
     */
    public Performed write(Scope scope, UUID key, SummaryPeriod period, Form form, @Nullable UUID basedOn, Map<Block, String> words) {
        var act = Act.change(key, "summary.written", scope.post().post(), subject("texts", period, form), basedOn, Map.of("period", period.key()));
        return acts.perform(scope, act, writing -> allowed(scope).map(_ -> {
            words.forEach((block, typed) -> store.write(writing, period, form, block, typed));
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

    private Map<String, Optional<UUID>> bases(Scope scope, SummaryPeriod period, Form form) {
        return Map.of("judgements", acts.latestOn(scope, subject("judgements", period, null)), "texts", acts.latestOn(scope, subject("texts", period, form)));
    }

    private static UUID subject(String what, SummaryPeriod period, @Nullable Form form) {
        return UUID.nameUUIDFromBytes(("summary:" + what + ":" + period.key() + (form == null ? "" : ":" + form)).getBytes(StandardCharsets.UTF_8));
    }

    static String address(SummaryPeriod period, Form form) {
        return "/summaries/" + period.key() + (form == Form.BRIEFING ? "" : "?form=" + form);
    }

    static Outcome<Boolean> allowed(Scope scope) {
        return scope.has(Permission.SUPERVISE) ? Outcome.done(true)
                : Outcome.refused(Reason.of("summary-not-yours", "督查总结由督查部门写。", "请从“我的应办”进入。"));
    }
}

package cn.yizhen.app.record.model;

import cn.yizhen.rules.Reason;
import cn.yizhen.rules.duty.Periods;
import cn.yizhen.rules.institution.Basis;
import cn.yizhen.rules.institution.Catalogue;
import cn.yizhen.rules.institution.Duty;
import cn.yizhen.rules.institution.Source;
import cn.yizhen.rules.institution.Terms;
import cn.yizhen.rules.institution.Threshold;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether enough people came and enough voted for it, by the bases of the institutions the record counts
 * for. What is missing is said in words and the record stands all the same: it happened.
 */
public final class Validity {

    private final RecordContent content;
    private final Headcount count;

    private Validity(RecordContent content, Headcount count) {
        this.content = content;
        this.count = count;
    }

    /** Everything that is missing; empty where nothing is, or where nobody counts. */
    public static List<Reason> warnings(RecordContent content, Catalogue catalogue) {
        Headcount count = content.headcount();
        if (count == null || count.present() > count.due()) {
            return List.of();
        }
        var validity = new Validity(content, count);
        List<Reason> warnings = new ArrayList<>();
        terms(content, catalogue).forEach(terms -> {
            validity.holding(terms.quorum()).flatMap(validity::quorum).forEach(warnings::add);
            validity.holding(terms.passes()).flatMap(validity::majority).forEach(warnings::add);
        });
        return warnings.stream().distinct().toList();
    }

    /** How each decision stands, in their order: what was needed and whether it was reached. */
    public static List<Verdict> verdicts(RecordContent content, Catalogue catalogue) {
        Headcount count = content.headcount();
        return count == null ? List.of() : content.decisions().stream().map(decision ->
                new Validity(content.dealingWith(decision), count).verdict(decision, catalogue)).toList();
    }

    private Verdict verdict(Decision decision, Catalogue catalogue) {
        List<Terms> terms = terms(content, catalogue).toList();
        List<Threshold> quorums = terms.stream().flatMap(t -> holding(t.quorum())).toList();
        boolean quorum = quorums.stream().flatMap(this::quorum).findAny().isEmpty();
        List<Threshold> majorities = terms.stream().flatMap(t -> holding(t.passes())).toList();
        return new Verdict(quorums.stream().map(this::cameOf).distinct().toList(), majorities.stream().map(threshold -> base(threshold, decision)).distinct().toList(), quorum, decision.votes().total() > 0,
                majorities.stream().allMatch(threshold -> passes(threshold, decision)));
    }

    private static Stream<Terms> terms(RecordContent content, Catalogue catalogue) {
        return catalogue.duties().filter(duty -> duty.counts().holds(content.view())).flatMap(duty -> governing(duty, content).stream());
    }

    /** The terms of the first day of the period the record counts for, as its counting asks them; a body that meets before its first period by those of the day. */
    private static Optional<Terms> governing(Duty duty, RecordContent content) {
        var day = content.makesUpFor() == null ? content.day() : content.makesUpFor().from();
        return Periods.containing(duty, day).map(Periods.Governed::terms).or(() -> duty.on(content.day()));
    }

    private String base(Threshold threshold, Decision decision) {
        int whole = whole(threshold.of());
        return threshold.chinese() + "：" + whole + " 人中要有 " + threshold.neededOf(whole) + " 票"
                + (decision.votes().total() == 0 ? "" : "，赞成 " + decision.votes().inFavour() + " 票");
    }

    private boolean passes(Threshold threshold, Decision decision) {
        return threshold.reachedBy(decision.votes().inFavour(), whole(threshold.of()));
    }

    /** Whether the number of those with a vote has to be asked, because the quorum turns on it. */
    public static boolean mustAskForVoting(RecordContent content, Catalogue catalogue) {
        Headcount count = content.headcount();
        if (count == null || count.votingPresent() != null || count.present() > count.due()) {
            return false;
        }
        var validity = new Validity(content, count);
        return catalogue.duties()
                .filter(duty -> duty.counts().holds(content.view()))
                .flatMap(duty -> governing(duty, content).stream().map(Terms::quorum))
                .flatMap(validity::holding)
                .filter(threshold -> threshold.of().votingOnly())
                .anyMatch(threshold -> {
                    int whole = validity.whole(threshold.of());
                    return !threshold.reachedBy(count.votingPresentAtLeast(), whole)
                            && threshold.reachedBy(count.votingPresentAtMost(), whole);
                });
    }

    private Stream<Threshold> holding(List<Threshold> thresholds) {
        return thresholds.stream().filter(t -> t.when().map(condition -> condition.holds(content.view())).orElse(true));
    }

    private String cameOf(Threshold threshold) {
        int whole = whole(threshold.of());
        return threshold.chinese() + "到会：" + whole + " 人中要到 " + threshold.neededOf(whole) + " 人，到会" + (threshold.of().votingOnly() ? "有表决权的 " : " ")
                + came(threshold) + " 人";
    }

    private int came(Threshold threshold) {
        return threshold.of().votingOnly() ? count.votingPresentAtLeast() : count.present();
    }

    private Stream<Reason> quorum(Threshold threshold) {
        int whole = whole(threshold.of());
        int came = came(threshold);
        if (threshold.reachedBy(came, whole)) {
            return Stream.empty();
        }
        return Stream.of(new Reason("quorum-not-reached",
                "到会" + (threshold.of().votingOnly() ? "有表决权的 " : " ") + came + " 人，不到" + threshold.chinese()
                        + "（" + whole + " 人中要有 " + threshold.neededOf(whole) + " 人）。",
                clause(threshold.source()), "本次会议可以登记，但不能作出决定，也不计入应办次数；人数填错的请改正。"));
    }

    private Stream<Reason> majority(Threshold threshold) {
        int whole = whole(threshold.of());
        return content.decisions().stream()
                .filter(decision -> decision.votes().total() > 0 && !passes(threshold, decision))
                .map(decision -> new Reason("majority-not-reached",
                        "“" + decision.title() + "”赞成 " + decision.votes().inFavour() + " 票，没有达到" + threshold.chinese()
                                + "（要 " + threshold.neededOf(whole) + " 票）。",
                        clause(threshold.source()), "按规定没有通过；票数填错的请改正。"));
    }

    private int whole(Basis base) {
        return switch (base) {
            case MEMBERS -> count.members();
            case DUE -> count.due();
            case PRESENT -> count.present();
            case VOTING_MEMBERS_DUE -> count.votingDue();
            case VOTING_MEMBERS_PRESENT -> count.votingPresentAtLeast();
        };
    }

    private static String clause(Source source) {
        return source.cited();
    }
}

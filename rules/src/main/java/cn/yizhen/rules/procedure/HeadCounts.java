package cn.yizhen.rules.procedure;

import cn.yizhen.rules.Reason;
import cn.yizhen.rules.institution.Basis;
import cn.yizhen.rules.institution.Procedure.Ask;
import cn.yizhen.rules.institution.Procedure.Step;
import cn.yizhen.rules.institution.Threshold;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether enough people came to a step and enough were in favour, by the step's own bases. */
final class HeadCounts {

    private static final BigDecimal MOST = BigDecimal.valueOf(10_000);
    private static final Set<String> HEADS = Stream.concat(Arrays.stream(Basis.values()).flatMap(basis -> Stream.of(basis.ask(), basis.came())),
            Stream.of(Step.IN_FAVOUR)).collect(Collectors.toUnmodifiableSet());

    private final Step step;
    private final Particulars said;
    private final List<Reason> faults = new ArrayList<>();

    private HeadCounts(Step step, Particulars said) {
        this.step = step;
        this.said = said;
    }

    /** Everything that does not hold; nothing is said of a number that was not given. */
    static List<Reason> faults(Step step, Particulars said) {
        var counts = new HeadCounts(step, said);
        counts.counted();
        if (!counts.faults.isEmpty()) {
            return counts.faults;
        }
        counts.within(Basis.DUE.ask(), Basis.DUE.came());
        counts.within(Basis.VOTING_MEMBERS_DUE.ask(), Basis.VOTING_MEMBERS_DUE.came());
        step.quorum().forEach(threshold -> counts.check(threshold, threshold.of().came(), "quorum-not-reached", "到会"));
        step.passes().forEach(threshold -> {
            counts.within(threshold.of().came(), Step.IN_FAVOUR);
            counts.check(threshold, Step.IN_FAVOUR, "majority-not-reached", "赞成");
        });
        return counts.faults;
    }

    /** People are counted in whole numbers, by whatever step asks for them. */
    private void counted() {
        step.asks().stream().filter(ask -> HEADS.contains(ask.id())).forEach(ask -> {
            if (said.answers().get(ask.id()) instanceof Answer.Amount(BigDecimal number)
                    && (number.signum() < 0 || number.compareTo(MOST) > 0 || number.stripTrailingZeros().scale() > 0)) {
                faults.add(Reason.of("not-a-head-count", "“" + ask.title() + "”" + number.toPlainString() + "，不是人数。", "填 0 到 10000 的整数。"));
            }
        });
    }

    private void check(Threshold threshold, String part, String code, String what) {
        var whole = number(threshold.of().ask());
        var some = number(part);
        if (whole.isEmpty() || some.isEmpty()) {
            return;
        }
        if (within(threshold.of().ask(), part) && !threshold.reachedBy(some.get(), whole.get())) {
            faults.add(new Reason(code, what + some.get() + "人，没有达到" + threshold.chinese() + "（" + whole.get() + "人中要有"
                    + threshold.neededOf(whole.get()) + "人）。", threshold.source().cited(), "这一步还不能算数；人数填错的请改正，没有通过的再商量。"));
        }
    }

    /** Whether a part is no more than the whole it is of; says so once where it is. */
    private boolean within(String whole, String part) {
        if (number(whole).isEmpty() || number(part).isEmpty() || number(part).get() <= number(whole).get()) {
            return true;
        }
        var reason = Reason.of("more-than-there-are", "“" + title(part) + "”" + number(part).get() + "，多于“" + title(whole) + "”"
                + number(whole).get() + "。", "请核对人数。");
        if (!faults.contains(reason)) {
            faults.add(reason);
        }
        return false;
    }

    private Optional<Integer> number(String ask) {
        return said.answers().get(ask) instanceof Answer.Amount(BigDecimal number) ? Optional.of(number.intValue()) : Optional.empty();
    }

    private String title(String ask) {
        return step.asks().stream().filter(one -> one.id().equals(ask)).map(Ask::title).findFirst().orElse(ask);
    }
}

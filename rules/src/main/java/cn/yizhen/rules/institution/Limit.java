package cn.yizhen.rules.institution;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What may not be exceeded (总量控制), such as the length of a paper or of a meeting.
 *
 * @param id       unique in the catalogue
 * @param title    as shown to people
 * @param says     whom it binds, in words
 * @param measures what it counts; empty where no program knows the amount and the limit is only shown
 * @param when     which demands it holds for, empty for all
 * @param atMost   the ceiling over time
 * @param unit     what is counted, in words: 字, 分钟, 次, 个
 * @param binding  how strictly
 * @param source   the clause
 * @param why      plain Chinese, for whoever meets it
 * @param ending   when and why it was repealed
 */
public record Limit(String id, String title, String says, Optional<Extent> measures, Optional<Condition> when,
                    Dated<Ceiling> atMost, String unit, Binding binding, Source source, String why,
                    Optional<Ending> ending) {

    /** The ceiling in force on a day; empty before the limit existed and after its repeal. */
    public Optional<Ceiling> on(LocalDate day) {
        return ending.filter(end -> day.isAfter(end.lastDay())).isPresent() ? Optional.empty() : atMost.on(day);
    }

    /** Whether it holds for a demand on a day. */
    public boolean holdsFor(DemandView demand, LocalDate day) {
        return on(day).isPresent() && when.map(condition -> condition.holds(demand)).orElse(true);
    }

    /**
     * How an amount stands against it on a day.
     *
     * @param amount   what was counted
     * @param lastYear what was counted in the year before, where that is known
     */
    public Verdict judge(DemandView demand, int amount, Optional<Integer> lastYear, LocalDate day) {
        if (!holdsFor(demand, day)) {
            return Verdict.NOT_CONCERNED;
        }
        return on(day).flatMap(ceiling -> ceiling.given(lastYear))
                .map(most -> amount > most ? Verdict.EXCEEDED : Verdict.WITHIN)
                .orElse(Verdict.NO_LAST_YEAR);
    }

    /** The same limit with other ceilings over time and another source. */
    Limit with(Dated<Ceiling> others, Source other) {
        return new Limit(id, title, says, measures, when, others, unit, binding, other, why, ending);
    }

    /** How an amount stands against a limit. */
    public enum Verdict {
        NOT_CONCERNED("不适用"),
        WITHIN("未超过"),
        EXCEEDED("超过"),
        /** Last year's number is needed and not known. */
        NO_LAST_YEAR("缺上年数");

        private final String chinese;

        Verdict(String chinese) {
            this.chinese = chinese;
        }

        /** The words shown to people. */
        public String chinese() {
            return chinese;
        }
    }
}

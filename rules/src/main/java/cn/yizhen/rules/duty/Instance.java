package cn.yizhen.rules.duty;

import cn.yizhen.rules.institution.Terms;
import cn.yizhen.rules.organisation.Bearer;
import java.time.LocalDate;
import java.util.List;

/** One duty of one bearer in one period (应办事项): expected, or counted out with its ground. */
public sealed interface Instance {

    InstanceKey key();

    /** The terms in force on the period's first day, which govern it to its end. */
    Terms terms();

    /**
     * It is to be done.
     *
     * @param seenOn       the day the bearer and the condition were looked at: the period's last day, or
     *                     today while it runs
     * @param predecessors whose records of the period count as well, under their own names
     */
    record Expected(InstanceKey key, Terms terms, LocalDate seenOn, List<Bearer> predecessors) implements Instance {
        public Expected {
            predecessors = List.copyOf(predecessors);
        }
    }

    /**
     * It counts nowhere (不计入).
     *
     * @param because plain Chinese, with the day and the paper where there is one
     */
    record CountedOut(InstanceKey key, Terms terms, Ground ground, String because) implements Instance {}
}

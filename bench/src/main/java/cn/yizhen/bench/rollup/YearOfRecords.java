package cn.yizhen.bench.rollup;

import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * What was noted in the year: nine instances in ten have their records, 5 % of records come late as make-ups,
 * 2 % of instances are exempt, 1 % of records were corrected once. The same at every telling.
 */
final class YearOfRecords {

    private static final int EXEMPT = 20;
    private static final int MISSED = 80;
    private static final int LATE = 50;
    private static final int CORRECTED = 10;

    private final Country country;
    private final Duties duties;

    YearOfRecords(Country country, Duties duties) {
        this.country = country;
        this.duties = duties;
    }

    /** Whether the instance is to be done: the branch lives at the period's end, is of the kind, and was not just founded. */
    boolean expected(Task task, int branch) {
        return country.lives(branch, task.lastVersion()) && !country.foundedAfter(branch, task.firstVersion())
                && duties.fallsTo(task.duty(), country.kind(branch));
    }

    /** Whether it counts nowhere: the branch ended in the period, or was founded in it out of nothing. */
    boolean countedOut(Task task, int branch) {
        return duties.fallsTo(task.duty(), country.kind(branch))
                && (country.gone(branch, task.firstVersion(), task.lastVersion())
                        || country.lives(branch, task.lastVersion()) && country.foundedAfter(branch, task.firstVersion()));
    }

    boolean exempt(Task task, int branch) {
        return perMille(dice(task, branch), 0) < EXEMPT && expected(task, branch);
    }

    /** As they came in: month by month, within a month in no order. */
    void inOrderOfArrival(LongConsumer records) {
        int[] branches = shuffled();
        for (int month = 1; month <= 12; month++) {
            int closes = month;
            Task[] closing = duties.tasks().stream()
                    .filter(task -> task.period().lastDay().getMonthValue() == closes)
                    .toArray(Task[]::new);
            for (int branch : branches) {
                for (Task task : closing) {
                    of(task, branch, records);
                }
            }
        }
    }

    /** By kind, then by branch: the order that helps a column store most. */
    void inOrderOfKind(LongConsumer records) {
        for (int duty = 0; duty < Duties.COUNT; duty++) {
            int kind = duty;
            Task[] tasks = duties.tasks().stream().filter(task -> task.duty() == kind).toArray(Task[]::new);
            for (int branch = country.firstBranch(); branch < country.nodes(); branch++) {
                for (Task task : tasks) {
                    of(task, branch, records);
                }
            }
        }
    }

    private void of(Task task, int branch, LongConsumer records) {
        if (!expected(task, branch)) {
            return;
        }
        long dice = dice(task, branch);
        int fate = perMille(dice, 0);
        if (fate < EXEMPT + MISSED || task.duty() == Duties.COUNT - 1 && fate < 900) {
            return;
        }
        for (int i = 0; i < duties.needed(task.duty()); i++) {
            one(task, branch, Dice.of(dice, i), records);
        }
    }

    private void one(Task task, int branch, long dice, LongConsumer records) {
        boolean late = perMille(dice, 0) < LATE;
        int length = task.last() - task.first() + 1;
        int day = late ? task.last() + 1 + Dice.below(45, dice, 16) : task.first() + Dice.below(length, dice, 16);
        if (day > Duties.TODAY) {
            return;
        }
        int noter = country.noter(branch, day);
        int makesUp = late ? task.number() + 1 : 0;
        if (perMille(dice, 32) < CORRECTED) {
            records.accept(Rows.record(noter, task.duty(), Math.max(0, day - 40), 0, true));
        }
        records.accept(Rows.record(noter, task.duty(), day, makesUp, false));
    }

    private int[] shuffled() {
        int count = country.nodes() - country.firstBranch();
        long[] keyed = new long[count];
        for (int i = 0; i < count; i++) {
            keyed[i] = Dice.of(i, 11) << 24 & ~0xFFFFFFL | i;
        }
        Arrays.parallelSort(keyed);
        return Arrays.stream(keyed).mapToInt(key -> (int) (key & 0xFFFFFF) + country.firstBranch()).toArray();
    }

    private static long dice(Task task, int branch) {
        return Dice.of(branch, task.number() + 100);
    }

    private static int perMille(long dice, int bit) {
        return Dice.below(1000, dice, bit);
    }
}

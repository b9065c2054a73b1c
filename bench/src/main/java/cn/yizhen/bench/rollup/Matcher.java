package cn.yizhen.bench.rollup;

import java.util.function.LongConsumer;

/** From a record to the instances it counts for, by the rules of the program's own matching. */
final class Matcher {

    private final Country country;
    private final Duties duties;
    private final YearOfRecords year;
    private final int[][] dutiesOfKind = new int[Duties.COUNT][];

    Matcher(Country country, Duties duties, YearOfRecords year) {
        this.country = country;
        this.duties = duties;
        this.year = year;
        for (int kind = 0; kind < Duties.COUNT; kind++) {
            dutiesOfKind[kind] = duties.dutiesOf(kind);
        }
    }

    /** The rows of a record: one for each duty it counts for. A version that was replaced counts for none. */
    void match(long record, LongConsumer rows) {
        if (Rows.superseded(record)) {
            return;
        }
        int day = Rows.day(record);
        int makesUp = Rows.makesUp(record);
        for (int duty : dutiesOfKind[Rows.kind(record)]) {
            if (makesUp != 0 && duties.task(makesUp - 1).duty() != duty) {
                continue;
            }
            Task task = duties.task(makesUp == 0 ? duties.column(duty, day) : makesUp - 1);
            int bearer = country.bearer(Rows.unit(record), task.firstVersion(), task.lastVersion());
            if (year.expected(task, bearer)) {
                rows.accept(Rows.row(bearer, task.number(), day));
            }
        }
    }
}

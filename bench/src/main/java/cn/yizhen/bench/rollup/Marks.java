package cn.yizhen.bench.rollup;

import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.duty.Tally;
import cn.yizhen.rules.rollup.Bulk;
import cn.yizhen.rules.rollup.Column;
import cn.yizhen.rules.rollup.Evidence;
import cn.yizhen.rules.rollup.Preorder;
import java.util.List;
import java.util.stream.IntStream;

/** The program's own way: ranked marks of every duty and period. */
final class Marks {

    private final Country country;
    private final Duties duties;
    private final Matcher matcher;
    private final List<Column> columns;

    private Marks(Country country, Duties duties, Matcher matcher, List<Column> columns) {
        this.country = country;
        this.duties = duties;
        this.matcher = matcher;
        this.columns = columns;
    }

    /** Everything from the rows: what is expected of whom, what was seen, ranks. */
    static Marks rebuilt(Country country, Duties duties, YearOfRecords year, Matcher matcher, long[] rows, int count) {
        List<Period> periods = duties.tasks().stream().map(Task::period).toList();
        List<Evidence> expected = IntStream.range(0, periods.size()).parallel()
                .mapToObj(number -> expected(country, duties, year, duties.task(number)))
                .toList();
        return new Marks(country, duties, matcher, Bulk.columns(periods, expected, new Bulk.Rows() {
            @Override
            public int count() {
                return count;
            }

            @Override
            public int column(int row) {
                return Rows.kind(rows[row]);
            }

            @Override
            public int place(int row) {
                return tree(country, duties.task(column(row))).place(Rows.unit(rows[row]));
            }

            @Override
            public boolean late(int row) {
                return Rows.day(rows[row]) > duties.task(column(row)).last();
            }
        }));
    }

    private static Evidence expected(Country country, Duties duties, YearOfRecords year, Task task) {
        Preorder tree = tree(country, task);
        Evidence evidence = new Evidence(tree.size(), duties.needed(task.duty()));
        for (int branch = country.firstBranch(); branch < country.nodes(); branch++) {
            if (year.expected(task, branch)) {
                evidence.expect(tree.place(branch));
                if (year.exempt(task, branch)) {
                    evidence.exempt(tree.place(branch));
                }
            } else if (year.countedOut(task, branch)) {
                evidence.countOut(tree.place(branch));
            }
        }
        return evidence;
    }

    static Preorder tree(Country country, Task task) {
        return country.tree(task.firstVersion(), task.lastVersion());
    }

    /** The whole partition of a duty and period in a node and everything below it. */
    Tally ask(int node, int number) {
        Task task = duties.task(number);
        Preorder tree = tree(country, task);
        return columns.get(number).count(tree.place(node), tree.end(node), task.running());
    }

    /** One new record: matched, counted, indexed. */
    void note(long record) {
        matcher.match(record, row -> columns.get(Rows.kind(row)).note(place(row), late(row)));
    }

    /** A record was replaced: what it counted for it counts for no longer. */
    void retract(long record) {
        matcher.match(record, row -> columns.get(Rows.kind(row)).retract(place(row), late(row)));
    }

    List<Column> columns() {
        return columns;
    }

    long bytes() {
        return columns.stream().mapToLong(Column::bytes).sum();
    }

    private int place(long row) {
        return tree(country, duties.task(Rows.kind(row))).place(Rows.unit(row));
    }

    private boolean late(long row) {
        return Rows.day(row) > duties.task(Rows.kind(row)).last();
    }
}

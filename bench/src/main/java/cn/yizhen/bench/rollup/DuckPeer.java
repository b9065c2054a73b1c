package cn.yizhen.bench.rollup;

import cn.yizhen.rules.duty.Tally;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** DuckDB with the raw facts, with the rows to group, and with a prefix-count table. Two threads, 10 GiB, spilling allowed. */
final class DuckPeer implements AutoCloseable {

    private final Country country;
    private final Duties duties;
    private final DuckDBConnection connection;
    private final List<String> trees;

    DuckPeer(Path directory, Country country, Duties duties) throws SQLException {
        this.country = country;
        this.duties = duties;
        this.connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:" + directory.resolve("peer.duckdb"));
        execute("set threads = 2", "set memory_limit = '10GiB'", "set temp_directory = '" + directory.resolve("spill") + "'",
                "set preserve_insertion_order = false");
        this.trees = duties.tasks().stream().map(DuckPeer::tree).distinct().toList();
    }

    /** The rows as they were matched, in order of arrival. */
    void loadRows(long[] rows, int count) throws SQLException {
        execute("create table fact (unit int, duty utinyint, period utinyint, day usmallint)");
        try (DuckDBAppender appender = connection.createAppender("main", "fact")) {
            for (int i = 0; i < count; i++) {
                Task task = duties.task(Rows.kind(rows[i]));
                appender.beginRow();
                appender.append(Rows.unit(rows[i]));
                appender.append((byte) task.duty());
                appender.append((byte) task.number());
                appender.append((short) Rows.day(rows[i]));
                appender.endRow();
            }
        }
        execute("checkpoint");
    }

    /** How long the grouping takes in nanoseconds; the result is only counted, which is the cheaper form. */
    long group() throws SQLException {
        long start = System.nanoTime();
        single("""
                select count(*) + sum(n) + sum(d) from (
                  select unit, duty, period, count(*) as n, min(day) as d from fact group by unit, duty, period)
                """);
        return System.nanoTime() - start;
    }

    /** What DuckDB has written to disk for want of memory, in MB; 0 where nothing. */
    long spilledMb() throws SQLException {
        return single("select coalesce(sum(size), 0) from duckdb_temporary_files()") >> 20;
    }

    void dropRows() throws SQLException {
        execute("drop table fact", "checkpoint");
    }

    /** Units with their places in every tree, exemptions, and the records as noted, sorted so as to help most. */
    void loadRaw(YearOfRecords year) throws SQLException {
        execute("create table unit (unit int, kind utinyint, since int, last int, of_nothing boolean, heir int, "
                + trees.stream().map(tree -> tree + " int").collect(Collectors.joining(", ")) + ")",
                "create table exemption (unit int, task utinyint)",
                "create table record (unit int, kind utinyint, day usmallint, makes_up utinyint, superseded boolean)");
        loadUnits();
        loadExemptions(year);
        try (DuckDBAppender appender = connection.createAppender("main", "record")) {
            year.inOrderOfKind(record -> append(appender, record));
        }
        execute("checkpoint");
    }

    private void loadUnits() throws SQLException {
        Map<String, Task> first = duties.tasks().stream()
                .collect(Collectors.toMap(DuckPeer::tree, task -> task, (a, _) -> a, TreeMap::new));
        try (DuckDBAppender appender = connection.createAppender("main", "unit")) {
            for (int branch = country.firstBranch(); branch < country.nodes(); branch++) {
                appender.beginRow();
                appender.append(branch);
                appender.append((byte) country.kind(branch));
                appender.append(country.from(branch));
                appender.append(country.to(branch));
                appender.append(country.outOfNothing(branch));
                appender.append(country.heir(branch));
                for (String tree : trees) {
                    appender.append(Marks.tree(country, first.get(tree)).place(branch));
                }
                appender.endRow();
            }
        }
    }

    private void loadExemptions(YearOfRecords year) throws SQLException {
        try (DuckDBAppender appender = connection.createAppender("main", "exemption")) {
            for (Task task : duties.tasks()) {
                for (int branch = country.firstBranch(); branch < country.nodes(); branch++) {
                    if (year.exempt(task, branch)) {
                        appender.beginRow();
                        appender.append(branch);
                        appender.append((byte) task.number());
                        appender.endRow();
                    }
                }
            }
        }
    }

    private static void append(DuckDBAppender appender, long record) {
        try {
            appender.beginRow();
            appender.append(Rows.unit(record));
            appender.append((byte) Rows.kind(record));
            appender.append((short) Rows.day(record));
            appender.append((byte) Rows.makesUp(record));
            appender.append(Rows.superseded(record));
            appender.endRow();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One question on the raw facts. */
    Tally askRaw(int node, Task task) throws SQLException {
        var tree = Marks.tree(country, task);
        String sql = "with stand as (" + stand(task, tree(task) + " >= " + tree.place(node) + " and " + tree(task) + " < " + tree.end(node))
                + ") select " + IntStream.rangeClosed(1, 5).mapToObj(mark -> "count(*) filter (mark = " + mark + ")")
                        .collect(Collectors.joining(", ")) + " from stand";
        try (Statement statement = connection.createStatement(); ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return PrefixTable.tally(found, task);
        }
    }

    /** The answers to all questions of one column in one statement: a running sum over the whole country, read at both ends. */
    List<Tally> askRaw(List<Integer> nodes, Task task) throws SQLException {
        var tree = Marks.tree(country, task);
        String ends = IntStream.range(0, nodes.size())
                .mapToObj(i -> "(" + i + ", " + tree.place(nodes.get(i)) + ", -1), (" + i + ", " + tree.end(nodes.get(i)) + ", 1)")
                .collect(Collectors.joining(", "));
        String sums = IntStream.rangeClosed(1, 5).mapToObj(mark -> "sum((mark = " + mark + ")::int) over before as c" + mark)
                .collect(Collectors.joining(", "));
        String differences = IntStream.rangeClosed(1, 5).mapToObj(mark -> "sum(ends.sign * coalesce(running.c" + mark + ", 0))::int")
                .collect(Collectors.joining(", "));
        String sql = "with stand as (" + stand(task, "true") + "), running as (select place, " + sums
                + " from stand window before as (order by place rows unbounded preceding)), ends(id, place, sign) as (values " + ends
                + ") select " + differences + " from ends asof left join running on ends.place > running.place group by id order by id";
        List<Tally> answers = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                answers.add(PrefixTable.tally(found, task));
            }
        }
        return answers;
    }

    /** How every branch of some places stands, by the rules and from the facts alone. */
    private String stand(Task task, String where) {
        String living = "u.since <= %d and u.last >= %d".formatted(task.lastVersion(), task.lastVersion());
        String founded = "u.since > %d and u.of_nothing".formatted(task.firstVersion());
        String gone = "u.last < %d and u.last >= %d".formatted(task.lastVersion(), task.firstVersion());
        String kinds = IntStream.range(0, Duties.COUNT)
                .filter(kind -> IntStream.of(duties.dutiesOf(kind)).anyMatch(duty -> duty == task.duty()))
                .mapToObj(String::valueOf).collect(Collectors.joining(", "));
        int needed = duties.needed(task.duty());
        return """
                select u.%1$s as place, case
                    when (%2$s) and not (%3$s) then case
                      when coalesce(r.in_time, 0) >= %8$d then 3 when coalesce(r.in_time + r.late, 0) >= %8$d then 4
                      when x.unit is not null then 2 else 5 end
                    when (%4$s) or (%2$s) then 1 else 0 end as mark
                from unit u
                left join (
                  select coalesce(g.heir, n.unit) as unit, count(*) filter (n.makes_up = 0) as in_time, count(*) filter (n.makes_up > 0) as late
                  from record n left join (select unit, heir from unit u where %4$s and heir >= 0) g on g.unit = n.unit
                  where n.kind in (%5$s) and not n.superseded
                    and (n.makes_up = 0 and n.day between %6$d and %7$d or n.makes_up = %9$d)
                  group by 1) r on r.unit = u.unit
                left join exemption x on x.unit = u.unit and x.task = %10$d
                where (%11$d >> u.kind) & 1 = 1 and %12$s
                """.formatted(tree(task), living, founded, gone, kinds, task.first(), task.last(), needed, task.number() + 1,
                task.number(), duties.kindsOf(task.duty()), where);
    }

    void loadPrefix(Marks marks) throws SQLException {
        execute("create table prefix (" + PrefixTable.COLUMNS + ")");
        try (DuckDBAppender appender = connection.createAppender("main", "prefix")) {
            PrefixBlocks.of(country, duties, marks, (column, block, counts, planes) -> {
                appender.beginRow();
                appender.append((short) column);
                appender.append(block);
                for (int mark = 1; mark <= 5; mark++) {
                    appender.append(counts[mark]);
                }
                for (long plane : planes) {
                    appender.append(plane);
                }
                appender.endRow();
            });
        }
        execute("create unique index prefix_place on prefix (task, block)", "checkpoint");
    }

    PrefixTable prefix() {
        return new PrefixTable(connection, "bit_count(%s)", country);
    }

    private static String tree(Task task) {
        return "place_" + task.firstVersion() + task.lastVersion();
    }

    private long single(String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getLong(1);
        }
    }

    private void execute(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

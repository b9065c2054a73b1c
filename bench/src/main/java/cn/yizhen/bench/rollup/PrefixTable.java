package cn.yizhen.bench.rollup;

import cn.yizhen.rules.duty.Tally;
import cn.yizhen.rules.rollup.Preorder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks a prefix-count table ({@link PrefixBlocks}) in a database: one question a statement, or all at once.
 *
 * @param bits how the database counts the ones of a 64-bit expression, with %s for it
 */
record PrefixTable(Connection connection, String bits, Country country) {

    static final String COLUMNS = "task smallint, block int, counted_out int, exempt int, met int, late int, unmet int, "
            + "b0 bigint, b1 bigint, b2 bigint";

    private static final String[] MARKS = {"%1$s.b0 & ~%1$s.b1 & ~%1$s.b2", "~%1$s.b0 & %1$s.b1 & ~%1$s.b2",
        "%1$s.b0 & %1$s.b1 & ~%1$s.b2", "~%1$s.b0 & ~%1$s.b1 & %1$s.b2", "%1$s.b0 & ~%1$s.b1 & %1$s.b2"};
    private static final String[] NAMES = {"counted_out", "exempt", "met", "late", "unmet"};

    /** One prepared statement, to be asked again and again. */
    PreparedStatement statement() throws SQLException {
        String end = "(select %s from prefix %s where %2$s.task = ? and %2$s.block = ?) %2$s";
        return connection.prepareStatement("select " + differences("s", "e") + " from "
                + end.formatted(counts("s", "cast(? as bigint)", "s"), "s") + ", "
                + end.formatted(counts("e", "cast(? as bigint)", "e"), "e"));
    }

    Tally ask(PreparedStatement statement, int node, Task task) throws SQLException {
        Preorder tree = Marks.tree(country, task);
        int at = bind(statement, 1, tree.place(node), task);
        bind(statement, at, tree.end(node), task);
        try (ResultSet found = statement.executeQuery()) {
            found.next();
            return tally(found, task);
        }
    }

    /** All questions in one statement, so that no round trip counts. Loads them first; the time is that of the statement. */
    Answers askAll(Questions questions, Duties duties) throws SQLException {
        load(questions, duties);
        long start = System.nanoTime();
        List<Tally> answers = new ArrayList<>(questions.count());
        String sql = "select " + differences("a", "a") + " from (select q.id, " + counts("s", "q.s_mask", "s") + ", "
                + counts("e", "q.e_mask", "e") + " from question q join prefix s on s.task = q.task and s.block = q.s_block "
                + "join prefix e on e.task = q.task and e.block = q.e_block) a order by id";
        try (var statement = connection.createStatement(); ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                answers.add(tally(found, duties.task(questions.columns[answers.size()])));
            }
        }
        return new Answers(answers, System.nanoTime() - start);
    }

    record Answers(List<Tally> tallies, long nanos) {}

    static Tally tally(ResultSet found, Task task) throws SQLException {
        int unmet = found.getInt(5);
        return new Tally(found.getInt(1), found.getInt(2), found.getInt(3), found.getInt(4),
                task.running() ? unmet : 0, task.running() ? 0 : unmet);
    }

    private void load(Questions questions, Duties duties) throws SQLException {
        try (var sql = connection.createStatement()) {
            sql.execute("drop table if exists question");
            sql.execute("create table question (id int, task smallint, s_block int, s_mask bigint, e_block int, e_mask bigint)");
        }
        try (var insert = connection.prepareStatement("insert into question values (?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < questions.count(); i++) {
                Task task = duties.task(questions.columns[i]);
                Preorder tree = Marks.tree(country, task);
                int from = tree.place(questions.nodes[i]);
                int to = tree.end(questions.nodes[i]);
                insert.setInt(1, i);
                insert.setInt(2, task.number());
                insert.setInt(3, from / PrefixBlocks.PLACES);
                insert.setLong(4, mask(from));
                insert.setInt(5, to / PrefixBlocks.PLACES);
                insert.setLong(6, mask(to));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static int bind(PreparedStatement statement, int first, int place, Task task) throws SQLException {
        int at = first;
        for (int i = 0; i < NAMES.length; i++) {
            statement.setLong(at++, mask(place));
        }
        statement.setInt(at++, task.number());
        statement.setInt(at++, place / PrefixBlocks.PLACES);
        return at;
    }

    private static long mask(int place) {
        return (1L << place % PrefixBlocks.PLACES) - 1;
    }

    /** The five counts before a place, from the row called {@code row}, as {@code as0} to {@code as4}. */
    private String counts(String row, String mask, String as) {
        var sql = new StringBuilder();
        for (int i = 0; i < NAMES.length; i++) {
            sql.append(i == 0 ? "" : ", ").append(row).append('.').append(NAMES[i]).append(" + ")
                    .append(bits.formatted("(" + MARKS[i].formatted(row) + ") & " + mask)).append(" as ").append(as).append(i);
        }
        return sql.toString();
    }

    private static String differences(String start, String end) {
        var sql = new StringBuilder();
        for (int i = 0; i < NAMES.length; i++) {
            sql.append(i == 0 ? "" : ", ").append(end).append(".e").append(i).append(" - ").append(start).append(".s").append(i);
        }
        return sql.toString();
    }
}

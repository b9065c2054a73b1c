package cn.yizhen.app.access.chain;

import cn.yizhen.app.access.Sm3;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What an act noted, table by table (一条操作记下的内容): how many rows and the SM3 over them. As text one line a
 * table, {@code table rows digest}.
 */
public record Facts(Map<String, Noted> tables) {

    /** @param digest SM3 over the rows in order, hexadecimal */
    public record Noted(long rows, String digest) {

        private static Noted of(List<String> rows) {
            var all = rows.stream().sorted().collect(Collectors.joining("\n"));
            return new Noted(rows.size(), HexFormat.of().formatHex(Sm3.digest(all.getBytes(StandardCharsets.UTF_8))));
        }
    }

    private static final String BEFORE = "before:";

    public Facts {
        tables = Map.copyOf(tables);
    }

    /** The rows of these acts as they are now; an act without an answer noted nothing, not even itself. */
    public static Map<UUID, Facts> of(JdbcClient sql, Shape shape, Collection<UUID> acts) {
        zoned(sql);
        var lines = new HashMap<UUID, TreeMap<String, List<String>>>();
        sql.sql(shape.rowsOfActs()).param("acts", acts.toArray(UUID[]::new)).query((RowCallbackHandler) row ->
                lines.computeIfAbsent(row.getObject("act", UUID.class), _ -> new TreeMap<>())
                        .computeIfAbsent(row.getString("name"), _ -> new java.util.ArrayList<>()).add(row.getString("line")));
        return lines.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, act -> of(act.getValue())));
    }

    /**
     * What lies in the tables a shape covers first, and belongs to no act from this number on: rows of earlier acts and rows
     * that name none. Sealed with the act of that number, they cannot be changed or added to afterwards unnoticed.
     */
    public static Facts before(JdbcClient sql, @Nullable Shape earlier, Shape shape, long number) {
        zoned(sql);
        var tables = new HashMap<String, Noted>(Map.of(BEFORE, new Noted(0, "-")));
        shape.rowsBefore(earlier).forEach((table, question) -> {
            var rows = sql.sql(question).param(number).query(String.class).list();
            if (!rows.isEmpty()) {
                tables.put(BEFORE + table, Noted.of(rows));
            }
        });
        return new Facts(tables);
    }

    /** A table of the text as a reader is told of it. */
    static String called(String table) {
        return table.startsWith(BEFORE) ? "之前：表 " + table.substring(BEFORE.length()) : "：表 " + table;
    }

    /** Whether this seal also holds what was there before its shape. */
    boolean tellsOfBefore() {
        return tables.containsKey(BEFORE);
    }

    /** Only what was there before, or only what the act itself noted. */
    Facts only(boolean before) {
        return new Facts(tables.entrySet().stream().filter(table -> table.getKey().startsWith(BEFORE) == before)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    public Facts and(Facts more) {
        var all = new HashMap<>(tables);
        all.putAll(more.tables);
        return new Facts(all);
    }

    /** Moments are written in the session's zone, and must read the same on every machine. */
    private static void zoned(JdbcClient sql) {
        sql.sql("select set_config('TimeZone', 'UTC', true), set_config('bytea_output', 'hex', true)").query((_, _) -> 1).single();
    }

    private static Facts of(Map<String, List<String>> lines) {
        return new Facts(lines.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, table -> Noted.of(table.getValue()))));
    }

    /** Whatever somebody wrote there instead reads as something that fits nothing. */
    static Facts parse(String text) {
        var tables = new LinkedHashMap<String, Noted>();
        text.lines().map(line -> line.split(" ")).filter(words -> words.length == 3)
                .forEach(words -> tables.put(words[0], new Noted(words[1].matches("\\d{1,18}") ? Long.parseLong(words[1]) : 0, words[2])));
        return new Facts(tables);
    }

    /** The text that is sealed. */
    public String text() {
        return new TreeMap<>(tables).entrySet().stream()
                .map(table -> table.getKey() + " " + table.getValue().rows() + " " + table.getValue().digest())
                .collect(Collectors.joining("\n"));
    }
}

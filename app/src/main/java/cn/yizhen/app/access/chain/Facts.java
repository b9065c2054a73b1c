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
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What an act noted, table by table (一条操作记下的内容): how many rows and the SM3 over them. As text one line a
 * table, {@code table rows digest}.
 */
public record Facts(Map<String, Noted> tables) {

    /** @param digest SM3 over the rows in order, hexadecimal */
    public record Noted(long rows, String digest) {}

    public Facts {
        tables = Map.copyOf(tables);
    }

    /** The rows of these acts as they are now; an act without an answer noted nothing, not even itself. */
    public static Map<UUID, Facts> of(JdbcClient sql, Shape shape, Collection<UUID> acts) {
        // moments are written in the session's zone, and must read the same on every machine
        sql.sql("select set_config('TimeZone', 'UTC', true), set_config('bytea_output', 'hex', true)").query((row, number) -> 1).single();
        var lines = new HashMap<UUID, TreeMap<String, List<String>>>();
        sql.sql(shape.rowsOfActs()).param("acts", acts.toArray(UUID[]::new)).query((RowCallbackHandler) row ->
                lines.computeIfAbsent(row.getObject("act", UUID.class), _ -> new TreeMap<>())
                        .computeIfAbsent(row.getString("name"), _ -> new java.util.ArrayList<>()).add(row.getString("line")));
        return lines.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, act -> of(act.getValue())));
    }

    private static Facts of(Map<String, List<String>> lines) {
        var tables = new HashMap<String, Noted>();
        lines.forEach((table, rows) -> {
            var all = rows.stream().sorted().collect(Collectors.joining("\n"));
            tables.put(table, new Noted(rows.size(), HexFormat.of().formatHex(Sm3.digest(all.getBytes(StandardCharsets.UTF_8)))));
        });
        return new Facts(tables);
    }

    static Facts parse(String text) {
        var tables = new LinkedHashMap<String, Noted>();
        text.lines().map(line -> line.split(" ")).filter(words -> words.length == 3)
                .forEach(words -> tables.put(words[0], new Noted(Long.parseLong(words[1]), words[2])));
        return new Facts(tables);
    }

    /** The text that is sealed. */
    public String text() {
        return new TreeMap<>(tables).entrySet().stream()
                .map(table -> table.getKey() + " " + table.getValue().rows() + " " + table.getValue().digest())
                .collect(Collectors.joining("\n"));
    }
}

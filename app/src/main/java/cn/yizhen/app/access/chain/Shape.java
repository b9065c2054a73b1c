package cn.yizhen.app.access.chain;

import cn.yizhen.app.access.Sm3;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which columns of which tables a seal covers (封存范围). A seal names its shape, so that a column added later
 * breaks no earlier seal.
 *
 * @param id      the first eight bytes of the SM3 of {@code columns}, hexadecimal
 * @param columns one line a table: {@code table:column,column#,…}; # marks bytes, which are covered by their SHA-256
 */
public record Shape(String id, String columns) {

    /** Tables that speak of the order of acts rather than of what an act noted; the chain itself covers them. */
    private static final String ORDER = "'act_order', 'act_pending', 'act_seal'";

    private record Table(String name, List<String> columns) {

        static Table of(String line) {
            var colon = line.indexOf(':');
            return new Table(line.substring(0, colon), List.of(line.substring(colon + 1).split(",")));
        }

        String act() {
            return name.equals("act") ? "id" : "act";
        }

        String rows() {
            var chosen = columns.stream().map(Table::expression).collect(Collectors.joining(", "));
            return "select '%s' as name, r.%s as act, to_jsonb(r)::text as line from (select %s from %s where %s = any(:acts)) r"
                    .formatted(name, act(), chosen, quoted(name), act());
        }

        String rowsBefore() {
            var chosen = columns.stream().map(Table::expression).collect(Collectors.joining(", "));
            return "select to_jsonb(r)::text from (select %s from %s t where t.act is null or exists (select from act_order o where o.act = t.act and o.number < ?)) r"
                    .formatted(chosen, quoted(name));
        }

        private static String expression(String column) {
            if (column.endsWith("#")) {
                var name = quoted(column.substring(0, column.length() - 1));
                return "encode(sha256(" + name + "), 'hex') as " + name;
            }
            return quoted(column);
        }
    }

    static Shape of(String columns) {
        var digest = Sm3.digest(columns.getBytes(StandardCharsets.UTF_8));
        return new Shape(HexFormat.of().formatHex(digest, 0, 8), columns);
    }

    /** Every table whose rows name their act and can, for the asking role, only be added to. */
    public static Shape now(JdbcClient sql) {
        return of(sql.sql("""
                select c.relname || ':' || string_agg(a.attname || case when a.atttypid = 'bytea'::regtype then '#' else '' end, ',' order by a.attname)
                from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not in (%s)
                  and (c.relname = 'act' or exists (select from pg_attribute k where k.attrelid = c.oid and k.attname = 'act'
                                                    and k.atttypid = 'uuid'::regtype and not k.attisdropped))
                  and not has_any_column_privilege(c.oid, 'UPDATE') and not has_table_privilege(c.oid, 'DELETE')
                group by c.relname order by c.relname
                """.formatted(ORDER)).query(String.class).list().stream().collect(Collectors.joining("\n")));
    }

    /** The shape an earlier seal named; null when it is not there. */
    public static @Nullable Shape stored(JdbcClient sql, String id) {
        return sql.sql("select columns from seal_shape where id = ?").param(id).query(String.class).optional().map(Shape::of).orElse(null);
    }

    /** Tables whose rows name the act that noted them, whoever may change them. */
    static Set<String> namingActs(JdbcClient sql) {
        return new TreeSet<>(sql.sql("""
                select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'act' and not a.attisdropped
                where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.atttypid = 'uuid'::regtype and c.relname not in (%s)
                """.formatted(ORDER)).query(String.class).list());
    }

    /** The tables covered. */
    Set<String> names() {
        return tables().stream().map(Table::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * For each table that is covered and was not by the earlier shape, one question for the rows that belong to no act from
     * a number on, so to speak for what was there before: table → question with that number as its parameter.
     */
    Map<String, String> rowsBefore(@Nullable Shape earlier) {
        var known = earlier == null ? Set.<String>of() : earlier.names();
        return tables().stream().filter(table -> !table.name().equals("act") && !known.contains(table.name()))
                .collect(Collectors.toMap(Table::name, Table::rowsBefore));
    }

    /** One question for the rows of acts in every table of the shape: name, act, line. */
    String rowsOfActs() {
        return tables().stream().map(Table::rows).collect(Collectors.joining("\nunion all\n"));
    }

    /** The columns this shape names and the database no longer has, as {@code table.column}. */
    List<String> missing(JdbcClient sql) {
        var there = sql.sql("select table_name || '.' || column_name from information_schema.columns where table_schema = 'public'")
                .query(String.class).set();
        return tables().stream().flatMap(table -> table.columns().stream().map(column -> table.name() + "." + column.replace("#", "")))
                .filter(column -> !there.contains(column)).toList();
    }

    private List<Table> tables() {
        return Arrays.stream(columns.split("\n")).map(Table::of).toList();
    }

    private static String quoted(String name) {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalStateException("no name of ours: " + name);
        }
        return '"' + name + '"';
    }
}

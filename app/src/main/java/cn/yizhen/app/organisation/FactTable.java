package cn.yizhen.app.organisation;

import cn.yizhen.app.access.Writing;
import cn.yizhen.rules.organisation.Fact;
import cn.yizhen.rules.organisation.Valid;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * How one kind of fact lies in its table.
 *
 * @param name    the table
 * @param columns what the fact says, each with its type, beside the columns all facts have
 * @param write   the fact's values by column
 * @param read    the fact's value from a row
 */
record FactTable<T>(String name, List<String> columns, Function<T, Map<String, ?>> write, Read<T> read) {

    /** Facts of acts not numbered yet come after all that are, in the order of entry. */
    private static final long NOT_NUMBERED_YET = 1L << 60;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Takes a value from the row the result stands on. */
    interface Read<T> {
        T from(ResultSet row) throws SQLException;
    }

    /** One statement however many facts, so that a whole county is noted in a moment. */
    void insert(Writing writing, List<Fact<T>> facts) {
        if (facts.isEmpty()) {
            return;
        }
        var names = columns.stream().map(column -> column.substring(0, column.indexOf(' '))).collect(Collectors.joining(", "));
        writing.sql()
                .sql("""
                    insert into %1$s (id, county, act, valid_from, valid_until, supersedes, %2$s)
                    select id, :county, :act, valid_from, valid_until, supersedes, %2$s
                    from jsonb_to_recordset(cast(:facts as jsonb))
                      as fact(id uuid, valid_from date, valid_until date, supersedes uuid, %3$s)
                    """.formatted(name, names, String.join(", ", columns)))
                .param("county", writing.scope().county())
                .param("act", writing.act())
                .param("facts", JSON.writeValueAsString(facts.stream().map(this::row).toList()))
                .update();
    }

    /** Every fact of the county, in the order of the acts that noted them. */
    List<Fact<T>> all(JdbcClient sql) {
        return sql.sql("""
                select fact.*, coalesce(o.number, %d + coalesce(c.seq, 0)) as number
                from %s fact left join organisation_change c using (act) left join act_order o using (act)
                order by number, fact.id
                """.formatted(NOT_NUMBERED_YET, name))
                .query((row, _) -> fact(row))
                .list();
    }

    private Map<String, Object> row(Fact<T> fact) {
        var row = new HashMap<String, Object>(write.apply(fact.value()));
        row.put("id", fact.id());
        row.put("valid_from", fact.valid().from().toString());
        row.put("valid_until", fact.valid().until() == null ? null : fact.valid().until().toString());
        row.put("supersedes", fact.supersedes());
        return row;
    }

    private Fact<T> fact(ResultSet row) throws SQLException {
        return new Fact<>(
                row.getObject("id", UUID.class),
                read.from(row),
                new Valid(row.getObject("valid_from", LocalDate.class), row.getObject("valid_until", LocalDate.class)),
                row.getLong("number"),
                row.getObject("supersedes", UUID.class));
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    static List<UUID> ids(ResultSet row, String column) throws SQLException {
        return Arrays.asList((UUID[]) row.getArray(column).getArray());
    }
}

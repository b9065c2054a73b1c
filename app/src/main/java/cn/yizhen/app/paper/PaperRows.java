package cn.yizhen.app.paper;

import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Writing;
import cn.yizhen.app.document.formal.FormalKind;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.organisation.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Drafts, the register and noted counts in the database; all are only ever added to. */
@Component
class PaperRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NEWEST = """
            select d.* from paper_draft d where not exists (select from paper_draft n where n.paper = d.paper and n.number > d.number)
            """;
    private static final String LINES = """
            select paper, unit, kind, number, title, day, characters, explanation, by_name, as_of_day, known, catalogue, workbook is not null as annexed,
                   signed_off_by, signed_off_on, signed_off_words
            from paper_issue
            """;

    private final Ids ids;
    private final Clock clock;

    PaperRows(Ids ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    void save(Writing writing, UUID paper, UnitId unit, PaperDraft draft) {
        writing.sql().sql("""
                insert into paper_draft (id, county, act, paper, unit, number, kind, body, by_name, noted_on)
                select ?, ?, ?, ?, ?, coalesce(max(number), 0) + 1, ?, cast(? as jsonb), ?, ? from paper_draft where paper = ?
                """)
                .params(ids.next(), writing.scope().county(), writing.act(), paper, unit.value(), draft.kind().name(), JSON.writeValueAsString(draft.words()),
                        writing.scope().name(), LocalDate.now(clock), paper)
                .update();
    }

    List<Papers.Kept> drafts(JdbcClient sql, List<UnitId> units) {
        return units.isEmpty() ? List.of() : sql.sql(NEWEST + """
                 and d.unit in (:units) and not exists (select from paper_issue i where i.paper = d.paper) order by d.id desc
                """).param("units", values(units)).query((row, _) -> kept(sql, row)).list();
    }

    Optional<Papers.Kept> find(JdbcClient sql, UUID paper) {
        return sql.sql(NEWEST + " and d.paper = :paper").param("paper", paper).query((row, _) -> kept(sql, row)).optional();
    }

    List<IssuedPaper> register(JdbcClient sql, List<UnitId> units, int year) {
        return units.isEmpty() ? List.of() : sql.sql(LINES + " where unit in (:units) and extract(year from day) = :year order by day desc, id desc")
                .param("units", values(units)).param("year", year).query((row, _) -> line(row)).list();
    }

    Optional<IssuedPaper> issued(JdbcClient sql, UUID paper) {
        return sql.sql(LINES + " where paper = :paper").param("paper", paper).query((row, _) -> line(row)).optional();
    }

    Optional<byte[]> bytes(JdbcClient sql, UUID paper, boolean workbook) {
        return sql.sql("select " + (workbook ? "workbook" : "word") + " from paper_issue where paper = ?").param(paper)
                .query((row, _) -> Optional.ofNullable(row.getBytes(1))).optional().flatMap(bytes -> bytes);
    }

    boolean taken(JdbcClient sql, UnitId unit, String number) {
        return sql.sql("select count(*) from paper_issue where unit = ? and number = ?").params(unit.value(), number).query(Long.class).single() > 0;
    }

    void register(Writing writing, IssuedPaper.Issue issue, String catalogue) {
        var scope = writing.scope();
        var sign = issue.signOff();
        writing.sql().sql("""
                insert into paper_issue (id, county, act, paper, unit, kind, number, title, day, characters, explanation, by_name, as_of_day, known,
                                         catalogue, word, workbook, signed_off_by, signed_off_on, signed_off_words)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(Arrays.asList(ids.next(), scope.county(), writing.act(), issue.paper(), issue.unit().value(), issue.kind().name(), issue.number(),
                        issue.title(), issue.date(), issue.characters(), issue.explanation(), scope.name(), issue.onDay(), known(writing), catalogue,
                        issue.word(), issue.workbook(), sign == null ? null : sign.leader(), sign == null ? null : sign.on(), sign == null ? null : sign.words()))
                .update();
    }

    /** The last act numbered by now, or the one the scope asks about. */
    private static long known(Writing writing) {
        long asked = writing.scope().asOf().known();
        return asked != AsOf.LATEST ? asked
                : writing.sql().sql("select coalesce(max(number), 0) from act_order").query(Long.class).single();
    }

    void noteElsewhere(Writing writing, UnitId unit, int year, int documents, String basis) {
        writing.sql().sql("""
                insert into paper_year (id, county, act, unit, year, documents, basis, by_name, noted_on, supersedes)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, (select id from paper_year where unit = ? and year = ? order by id desc limit 1))
                """)
                .params(ids.next(), writing.scope().county(), writing.act(), unit.value(), year, documents, basis, writing.scope().name(),
                        LocalDate.now(clock), unit.value(), year)
                .update();
    }

    YearCount count(JdbcClient sql, UnitId unit, int year) {
        var registered = registered(sql, unit);
        var elsewhere = elsewhere(sql, unit);
        int before = registered.getOrDefault(year - 1, 0) + elsewhere.getOrDefault(year - 1, 0);
        return new YearCount(year, registered.getOrDefault(year, 0), elsewhere.getOrDefault(year, 0), before,
                registered.containsKey(year - 1) || elsewhere.containsKey(year - 1));
    }

    private static Map<Integer, Integer> registered(JdbcClient sql, UnitId unit) {
        var counts = new HashMap<Integer, Integer>();
        sql.sql("select cast(extract(year from day) as int), count(*) from paper_issue where unit = :unit and kind in (:kinds) group by 1")
                .param("unit", unit.value()).param("kinds", YearCount.counted().stream().map(FormalKind::name).toList())
                .query((row, _) -> counts.put(row.getInt(1), row.getInt(2))).list();
        return counts;
    }

    private static Map<Integer, Integer> elsewhere(JdbcClient sql, UnitId unit) {
        var counts = new HashMap<Integer, Integer>();
        sql.sql("""
                select y.year, y.documents from paper_year y
                where y.unit = ? and not exists (select from paper_year n where n.supersedes = y.id)
                """).param(unit.value()).query((row, _) -> counts.put(row.getInt(1), row.getInt(2))).list();
        return counts;
    }

    private Papers.Kept kept(JdbcClient sql, ResultSet row) throws SQLException {
        var words = new HashMap<String, String>();
        JSON.readTree(row.getString("body")).properties().forEach(field -> words.put(field.getKey(), field.getValue().stringValue()));
        var paper = row.getObject("paper", UUID.class);
        return new Papers.Kept(paper, new UnitId(row.getObject("unit", UUID.class)), new PaperDraft(FormalKind.valueOf(row.getString("kind")), words),
                row.getString("by_name"), row.getObject("noted_on", LocalDate.class), row.getObject("act", UUID.class), issued(sql, paper).orElse(null));
    }

    private static IssuedPaper line(ResultSet row) throws SQLException {
        return new IssuedPaper(row.getObject("paper", UUID.class), new UnitId(row.getObject("unit", UUID.class)), FormalKind.valueOf(row.getString("kind")),
                row.getString("number"), row.getString("title"), row.getObject("day", LocalDate.class), row.getInt("characters"),
                row.getString("explanation"), row.getString("by_name"), row.getObject("as_of_day", LocalDate.class), row.getLong("known"),
                row.getString("catalogue"), row.getBoolean("annexed"), signOff(row));
    }

    private static @Nullable PaperSignOff signOff(ResultSet row) throws SQLException {
        var leader = row.getString("signed_off_by");
        return leader == null ? null : new PaperSignOff(leader, row.getObject("signed_off_on", LocalDate.class), row.getString("signed_off_words"));
    }

    private static List<UUID> values(List<UnitId> units) {
        return units.stream().map(UnitId::value).toList();
    }
}

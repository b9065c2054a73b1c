package cn.yizhen.app.record;

import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Writing;
import cn.yizhen.app.record.model.Decision;
import cn.yizhen.app.record.model.DecisionCategory;
import cn.yizhen.app.record.model.Headcount;
import cn.yizhen.app.record.model.NotedRecord;
import cn.yizhen.app.record.model.PaperPlace;
import cn.yizhen.app.record.model.RecordContent;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.organisation.BodyId;
import cn.yizhen.rules.organisation.PersonId;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.UnitId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Records as rows. */
@Component
class RecordRows {

    /** The version of each record that nothing known by then supersedes; the newest acts have no number yet. */
    private static final String KNOWN_BY = """
            select %2$s from noted_record r left join act_order o on o.act = r.act
            where coalesce(o.number, %1$d) <= :known and not exists (
              select from noted_record later left join act_order p on p.act = later.act
              where later.supersedes = r.id and coalesce(p.number, %1$d) <= :known)
            """;

    /** The same for today's knowledge, which need not look up when anything came to be known. */
    private static final String KNOWN_TODAY = """
            select %s from noted_record r where not exists (select from noted_record later where later.supersedes = r.id)
            """;

    /**
     * Records as they stand at the scope's point of knowledge.
     *
     * @param and what else is asked of a row {@code r}, and in which order
     */
    static StatementSpec standing(JdbcClient sql, Scope scope, String columns, String and) {
        long known = scope.asOf().known();
        return known == AsOf.LATEST ? sql.sql(KNOWN_TODAY.formatted(columns) + and)
                : sql.sql(KNOWN_BY.formatted(AsOf.LATEST, columns) + and).param("known", known);
    }

    static StatementSpec standing(JdbcClient sql, Scope scope, String and) {
        return standing(sql, scope, "r.*", and);
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Ids ids;

    RecordRows(Ids ids) {
        this.ids = ids;
    }

    void insert(Writing writing, NotedRecord record) {
        RecordContent content = record.content();
        Headcount count = content.headcount();
        Period makesUp = content.makesUpFor();
        writing.sql().sql("""
                insert into noted_record (id, county, act, subject, supersedes, reason, withdrawn, unit, year, number, kind,
                  body, day, place, chair, chair_posts, led_by, recorder, topic, topics, members, due, present, voting_due,
                  voting_present, not_counted, makes_up_from, makes_up_until, noted_on, noted_by, noted_under, noted_for_unit, hours)
                values (:id, :county, :act, :subject, :supersedes, :reason, :withdrawn, :unit, :year, :number, :kind,
                  :body, :day, :place, :chair, cast(:chairPosts as uuid[]), cast(:ledBy as text[]), :recorder, :topic,
                  cast(:topics as text[]), :members, :due, :present, :votingDue,
                  :votingPresent, :notCounted, :from, :until, :notedOn, :notedBy, :notedUnder, :notedFor, :hours)
                """)
                .param("id", record.id()).param("county", writing.scope().county()).param("act", writing.act())
                .param("subject", record.subject()).param("supersedes", record.supersedes()).param("reason", record.reason())
                .param("withdrawn", record.withdrawn()).param("unit", content.unit().value())
                .param("year", record.year()).param("number", record.number()).param("kind", content.kind())
                .param("body", content.body() == null ? null : content.body().value())
                .param("day", content.day()).param("place", content.place())
                .param("chair", value(content.chair()))
                .param("chairPosts", content.chairPosts().stream().map(p -> p.value()).toArray(UUID[]::new))
                .param("ledBy", content.ledBy().toArray(String[]::new))
                .param("recorder", value(content.recorder())).param("topic", content.topic())
                .param("topics", content.topics().toArray(String[]::new))
                .param("members", count == null ? null : count.members()).param("due", count == null ? null : count.due())
                .param("present", count == null ? null : count.present())
                .param("votingDue", count == null ? null : count.votingDue())
                .param("votingPresent", count == null ? null : count.votingPresent())
                .param("notCounted", count == null ? "" : count.notCounted())
                .param("from", makesUp == null ? null : makesUp.from()).param("until", makesUp == null ? null : makesUp.until())
                .param("notedOn", record.notedOn()).param("notedBy", value(record.notedBy()))
                .param("notedUnder", record.notedUnder() == null ? null : record.notedUnder().value())
                .param("notedFor", record.notedFor().value()).param("hours", hours(content))
                .update();
        insertParts(writing, record);
    }

    /** Many new records without decisions at once, as a county's earlier year brings them. */
    void insertAll(Writing writing, List<NotedRecord> records) {
        writing.sql().sql("""
                insert into noted_record (id, county, act, subject, withdrawn, unit, year, number, kind, body, day, place,
                  chair, chair_posts, led_by, recorder, topic, topics, members, due, present, voting_due, voting_present,
                  not_counted, noted_on, noted_by, noted_under, noted_for_unit, hours)
                select id, :county, :act, subject, false, unit, year, number, kind, body, day, place,
                  chair, chair_posts, led_by, recorder, topic, topics, members, due, present, voting_due, voting_present,
                  not_counted, noted_on, noted_by, noted_under, noted_for_unit, hours
                from jsonb_to_recordset(cast(:rows as jsonb)) as r(id uuid, subject uuid, unit uuid, year int, number int,
                  kind text, body uuid, day date, place text, chair uuid, chair_posts uuid[], led_by text[], recorder uuid,
                  topic text, topics text[], members int, due int, present int, voting_due int, voting_present int,
                  not_counted text, noted_on date, noted_by uuid, noted_under uuid, noted_for_unit uuid, hours int)
                """)
                .param("county", writing.scope().county()).param("act", writing.act())
                .param("rows", JSON.writeValueAsString(records.stream().map(RecordRows::plain).toList()))
                .update();
    }

    private static Map<String, @Nullable Object> plain(NotedRecord record) {
        RecordContent content = record.content();
        Headcount count = content.headcount();
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("id", record.id());
        row.put("subject", record.subject());
        row.put("unit", content.unit().value());
        row.put("year", record.year());
        row.put("number", record.number());
        row.put("kind", content.kind());
        row.put("body", content.body() == null ? null : content.body().value());
        row.put("day", content.day().toString());
        row.put("place", content.place());
        row.put("chair", value(content.chair()));
        row.put("chair_posts", content.chairPosts().stream().map(PostId::value).toList());
        row.put("led_by", content.ledBy());
        row.put("recorder", value(content.recorder()));
        row.put("topic", content.topic());
        row.put("topics", content.topics());
        row.put("members", count == null ? null : count.members());
        row.put("due", count == null ? null : count.due());
        row.put("present", count == null ? null : count.present());
        row.put("voting_due", count == null ? null : count.votingDue());
        row.put("voting_present", count == null ? null : count.votingPresent());
        row.put("not_counted", count == null ? "" : count.notCounted());
        row.put("noted_on", record.notedOn().toString());
        row.put("noted_by", value(record.notedBy()));
        row.put("noted_under", record.notedUnder() == null ? null : record.notedUnder().value());
        row.put("noted_for_unit", record.notedFor().value());
        row.put("hours", hours(content));
        return row;
    }

    private static @Nullable Integer hours(RecordContent content) {
        return content.hours() == 0 ? null : content.hours();
    }

    private static void insertParts(Writing writing, NotedRecord record) {
        List<Decision> decisions = record.content().decisions();
        for (int i = 0; i < decisions.size(); i++) {
            Decision decision = decisions.get(i);
            writing.sql().sql("""
                    insert into record_decision (record, county, act, place, about, personnel, in_favour, against, abstained, item, category,
                      amount, leader_last, recused, paper, paper_mark)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                    .params(Arrays.asList(record.id(), writing.scope().county(), writing.act(), i, decision.about(), decision.personnel(),
                            decision.votes().inFavour(), decision.votes().against(), decision.votes().abstained(), decision.item(),
                            decision.category().name(), decision.amount(), decision.leaderLast(), decision.recused(),
                            decision.paper() == null ? null : decision.paper().name(), decision.paperMark()))
                    .update();
        }
        record.content().present().forEach(person -> writing.sql()
                .sql("insert into record_present (record, county, act, unit, person) values (?, ?, ?, ?, ?)")
                .params(record.id(), writing.scope().county(), writing.act(), record.content().unit().value(), person.value())
                .update());
    }

    UUID newId() {
        return ids.next();
    }

    /** Rows with the decisions and persons of each, which the row policies may have left out. */
    static NotedRecord read(JdbcClient sql, ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        List<Decision> decisions = sql.sql("select * from record_decision where record = ? order by place").param(id)
                .query((d, _) -> decision(d))
                .list();
        Set<PersonId> present = sql.sql("select person from record_present where record = ?").param(id)
                .query(UUID.class).list().stream().map(PersonId::new).collect(Collectors.toSet());
        return read(row, decisions, present);
    }

    private static Decision decision(ResultSet row) throws SQLException {
        var category = row.getBoolean("personnel") ? DecisionCategory.PERSONNEL : DecisionCategory.valueOf(row.getString("category"));
        var votes = new Decision.Votes(row.getInt("in_favour"), row.getInt("against"), row.getInt("abstained"));
        int item = row.getObject("item", Integer.class) == null ? row.getInt("place") + 1 : row.getInt("item");
        return new Decision(item, category, row.getString("about"), row.getBigDecimal("amount"), votes, row.getObject("leader_last", Boolean.class),
                row.getInt("recused"), PaperPlace.of(String.valueOf(row.getString("paper"))).orElse(null), row.getString("paper_mark"));
    }

    /**
     * Who took a training of those days together, by record; the one count that needs persons is that of their hours.
     *
     * @param of whose taking part matters; null for everybody's
     */
    static Map<UUID, Set<PersonId>> together(JdbcClient sql, LocalDate first, LocalDate last, UUID @Nullable [] of) {
        return sql.sql("""
                select p.record, p.person from record_present p join noted_record r on r.id = p.record
                where r.hours is not null and (r.day between :first and :last or r.makes_up_from <= :last and r.makes_up_until > :first)
                """ + (of == null ? "" : " and p.person = any(:persons)"))
                .param("first", first).param("last", last).param("persons", of)
                .query((row, _) -> Map.entry(row.getObject(1, UUID.class), new PersonId(row.getObject(2, UUID.class))))
                .list().stream().collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }

    static NotedRecord bare(ResultSet row) throws SQLException {
        return read(row, List.of(), Set.of());
    }

    private static NotedRecord read(ResultSet row, List<Decision> decisions, Set<PersonId> present) throws SQLException {
        UUID body = row.getObject("body", UUID.class);
        UUID under = row.getObject("noted_under", UUID.class);
        LocalDate from = row.getObject("makes_up_from", LocalDate.class);
        var content = new RecordContent(row.getString("kind"), new UnitId(row.getObject("unit", UUID.class)),
                body == null ? null : new BodyId(body), row.getObject("day", LocalDate.class), row.getString("place"),
                person(row, "chair"),
                Arrays.stream((UUID[]) row.getArray("chair_posts").getArray()).map(PostId::new).toList(),
                words(row.getArray("led_by")), person(row, "recorder"), headcount(row), row.getString("topic"),
                words(row.getArray("topics")), decisions, present,
                from == null ? null : new Period(from, row.getObject("makes_up_until", LocalDate.class)), row.getInt("hours"));
        return new NotedRecord(row.getObject("id", UUID.class), row.getObject("subject", UUID.class),
                row.getObject("act", UUID.class), row.getObject("supersedes", UUID.class), row.getString("reason"),
                row.getBoolean("withdrawn"), row.getInt("year"), row.getInt("number"), content,
                row.getObject("noted_on", LocalDate.class), person(row, "noted_by"), under == null ? null : new PostId(under),
                new UnitId(row.getObject("noted_for_unit", UUID.class)));
    }

    private static @Nullable Headcount headcount(ResultSet row) throws SQLException {
        Integer due = row.getObject("due", Integer.class);
        return due == null ? null : new Headcount(row.getInt("members"), due, row.getInt("present"), row.getInt("voting_due"),
                row.getObject("voting_present", Integer.class), row.getString("not_counted"));
    }

    private static @Nullable PersonId person(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new PersonId(id);
    }

    private static Set<String> words(Array array) throws SQLException {
        return Set.of((String[]) array.getArray());
    }

    private static @Nullable UUID value(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }
}

package cn.yizhen.app.meeting;

import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Writing;
import cn.yizhen.app.meeting.Meeting.Kind;
import cn.yizhen.app.meeting.Meeting.Mark;
import cn.yizhen.app.meeting.Meeting.Reply;
import cn.yizhen.app.meeting.Meeting.Step;
import cn.yizhen.app.meeting.Meeting.Version;
import cn.yizhen.app.meeting.MeetingPlan.Minutes;
import cn.yizhen.rules.meeting.Answer;
import cn.yizhen.rules.meeting.Attended;
import cn.yizhen.rules.meeting.Seat;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Meetings in the database; all is only ever added to. */
@Component
class MeetingRows {

    private static final String NEWEST = """
            select p.* from meeting_plan p where not exists (select from meeting_plan n where n.meeting = p.meeting and n.number > p.number)
            """;

    private final Ids ids;
    private final Clock clock;

    MeetingRows(Ids ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    Optional<Meeting> find(JdbcClient sql, UUID meeting) {
        return sql.sql(NEWEST + " and p.meeting = ?").param(meeting).query((row, _) -> planned(row)).optional().map(found -> whole(sql, List.of(found)).getFirst());
    }

    /** Meetings from a day on, the earliest first. */
    List<Meeting> since(JdbcClient sql, LocalDate first) {
        return whole(sql, sql.sql(NEWEST + " and p.day >= ? order by p.day, p.id").param(first).query((row, _) -> planned(row)).list());
    }

    int heldInYear(JdbcClient sql, UnitId host, int year, UUID except) {
        return sql.sql(NEWEST + """
                 and p.unit = ? and extract(year from p.day) = ? and p.meeting <> ? and (p.body ->> 'systemWide')::boolean
                 and exists (select from meeting_step s where s.meeting = p.meeting and s.step = 'TOLD')
                 and not exists (select from meeting_step s where s.meeting = p.meeting and s.step = 'CANCELLED')
                """).params(host.value(), year, except).query((row, _) -> 1).list().size();
    }

    void save(Writing writing, UUID meeting, UnitId host, MeetingPlan plan) {
        writing.sql().sql("""
                insert into meeting_plan (id, county, act, meeting, number, unit, day, body, by_name, noted_on)
                select ?, ?, ?, ?, coalesce(max(number), 0) + 1, ?, ?, cast(? as jsonb), ?, ? from meeting_plan where meeting = ?
                """)
                .params(ids.next(), writing.scope().county(), writing.act(), meeting, host.value(), plan.day(), PlanJson.MAPPER.writeValueAsString(plan),
                        writing.scope().name(), today(), meeting)
                .update();
    }

    /** Units asked for the first time; those asked before stay. */
    void invite(Writing writing, UUID meeting, UnitId host, List<Seat> seats) {
        seats.stream().map(Seat::unit).distinct().forEach(unit -> writing.sql().sql("""
                insert into meeting_party (id, county, act, meeting, host, unit)
                select ?, ?, ?, ?, ?, ? where not exists (select from meeting_party where meeting = ? and unit = ?)
                """)
                .params(ids.next(), writing.scope().county(), writing.act(), meeting, host.value(), unit.value(), meeting, unit.value()).update());
    }

    void step(Writing writing, Meeting meeting, Kind kind, int plan, @Nullable UUID paper, String words) {
        step(writing, meeting, kind, plan, paper, words, today());
    }

    void step(Writing writing, Meeting meeting, Kind kind, int plan, @Nullable UUID paper, String words, LocalDate day) {
        writing.sql().sql("""
                insert into meeting_step (id, county, act, meeting, number, host, step, plan, paper, words, by_name, noted_on)
                select ?, ?, ?, ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, ?, ? from meeting_step where meeting = ?
                """)
                .params(Arrays.asList(ids.next(), writing.scope().county(), writing.act(), meeting.id(), meeting.host().value(), kind.name(), plan, paper,
                        words, writing.scope().name(), day, meeting.id()))
                .update();
    }

    void reply(Writing writing, Meeting meeting, Seat seat, Answer answer, @Nullable PostId substitute) {
        writing.sql().sql("""
                insert into meeting_reply (id, county, act, meeting, host, seat, unit, for_day, for_start, answer, substitute, by_name, noted_on)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(Arrays.asList(ids.next(), writing.scope().county(), writing.act(), meeting.id(), meeting.host().value(), seat.key(),
                        seat.unit().value(), meeting.plan().day(), meeting.plan().start(), answer.name(), substitute == null ? null : substitute.value(),
                        writing.scope().name(), today()))
                .update();
    }

    void minutes(Writing writing, Meeting meeting, Minutes minutes, String reason, UUID record) {
        writing.sql().sql("""
                insert into meeting_minutes (id, county, act, meeting, number, host, body, reason, record, handed, by_name, noted_on)
                values (?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?, ?, ?, ?)
                """)
                .params(ids.next(), writing.scope().county(), writing.act(), meeting.id(), meeting.minutes().size() + 1, meeting.host().value(),
                        PlanJson.MAPPER.writeValueAsString(minutes), reason, record, minutes.handed(), writing.scope().name(), today())
                .update();
    }

    void attendance(Writing writing, Meeting meeting, Map<String, Mark> marks) {
        meeting.plan().seats().forEach(seat -> {
            var mark = marks.getOrDefault(seat.key(), new Mark(Attended.ABSENT, null));
            writing.sql().sql("""
                    insert into meeting_attendance (id, county, act, meeting, minutes, host, seat, unit, attended, substitute)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                    .params(Arrays.asList(ids.next(), writing.scope().county(), writing.act(), meeting.id(), meeting.minutes().size() + 1,
                            meeting.host().value(), seat.key(), seat.unit().value(), mark.attended().name(),
                            mark.substitute() == null ? null : mark.substitute().value()))
                    .update();
        });
    }

    /** The plan alone, before its journal is read. */
    private record Planned(UUID id, UnitId host, MeetingPlan plan, int number) {}

    private static Planned planned(ResultSet row) throws SQLException {
        return new Planned(row.getObject("meeting", UUID.class), new UnitId(row.getObject("unit", UUID.class)),
                PlanJson.MAPPER.readValue(row.getString("body"), MeetingPlan.class), row.getInt("number"));
    }

    /** Something of one meeting, as its rows are read for many at once. */
    private record Of<T>(UUID meeting, T what) {}

    private interface Reading<T> {

        T read(ResultSet row) throws SQLException;
    }

    private static List<Meeting> whole(JdbcClient sql, List<Planned> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        var meetings = found.stream().map(Planned::id).toArray(UUID[]::new);
        var steps = of(sql, "meeting_step where meeting = any(?) order by number", meetings, MeetingRows::step);
        var replies = of(sql, "meeting_reply where meeting = any(?) order by id", meetings, MeetingRows::reply);
        var versions = of(sql, "meeting_minutes where meeting = any(?) order by number", meetings, MeetingRows::version);
        var marks = of(sql, """
                meeting_attendance a where meeting = any(?)
                and not exists (select from meeting_attendance n where n.meeting = a.meeting and n.minutes > a.minutes)
                """, meetings, row -> Map.entry(row.getString("seat"), new Mark(Attended.valueOf(row.getString("attended")), post(row))));
        return found.stream().map(one -> new Meeting(one.id(), one.host(), one.plan(), one.number(), steps.getOrDefault(one.id(), List.of()),
                newest(replies.getOrDefault(one.id(), List.of())), versions.getOrDefault(one.id(), List.of()),
                marks.getOrDefault(one.id(), List.of()).stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))).toList();
    }

    private static <T> Map<UUID, List<T>> of(JdbcClient sql, String rows, UUID[] meetings, Reading<T> reading) {
        return sql.sql("select * from " + rows).param(meetings).query((row, _) -> new Of<>(row.getObject("meeting", UUID.class), reading.read(row)))
                .list().stream().collect(Collectors.groupingBy(Of::meeting, Collectors.mapping(Of::what, Collectors.toList())));
    }

    private static Map<String, Reply> newest(List<Reply> inOrder) {
        var newest = new HashMap<String, Reply>();
        inOrder.forEach(reply -> newest.put(reply.seat(), reply));
        return newest;
    }

    private static Step step(ResultSet row) throws SQLException {
        return new Step(Kind.valueOf(row.getString("step")), row.getInt("plan"), row.getObject("paper", UUID.class), row.getString("words"),
                row.getString("by_name"), row.getObject("noted_on", LocalDate.class));
    }

    private static Reply reply(ResultSet row) throws SQLException {
        return new Reply(row.getString("seat"), row.getObject("for_day", LocalDate.class), row.getObject("for_start", LocalTime.class),
                Answer.valueOf(row.getString("answer")), post(row), row.getString("by_name"), row.getObject("noted_on", LocalDate.class));
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(row.getInt("number"), PlanJson.MAPPER.readValue(row.getString("body"), Minutes.class), row.getString("reason"),
                row.getObject("record", UUID.class), row.getString("by_name"), row.getObject("noted_on", LocalDate.class));
    }

    private static @Nullable PostId post(ResultSet row) throws SQLException {
        var id = row.getObject("substitute", UUID.class);
        return id == null ? null : new PostId(id);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

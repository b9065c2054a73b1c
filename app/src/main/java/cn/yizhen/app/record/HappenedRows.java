package cn.yizhen.app.record;

import cn.yizhen.app.record.model.Headcount;
import cn.yizhen.app.record.model.NotedRecord;
import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.duty.Attendance;
import cn.yizhen.rules.duty.Happened;
import cn.yizhen.rules.institution.RecordView;
import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.BodyId;
import cn.yizhen.rules.organisation.PersonId;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Rows as duties see them. A county has tens of thousands a year that look alike to a condition, so only what duties
 * ask about is read, and each look is made once. For one reading; not for use by several threads.
 */
final class HappenedRows {

    /**
     * The day a record came to be known: a correction of its words makes no 补记 of what was noted in time. Only where it says
     * now that it happened later than it was first noted did the correction bring it.
     */
    private static final String FIRST_NOTED = """
            case when r.supersedes is null then r.noted_on else coalesce((select first.noted_on from noted_record first
              where first.subject = r.subject and first.supersedes is null and first.noted_on >= r.day), r.noted_on) end""";

    /** In the order in which {@link #read} takes them. Words are put together so that equal ones are seen without taking them apart. */
    static final String COLUMNS = """
            r.subject, r.kind, r.day, %s, r.body, r.unit, array_to_string(r.chair_posts, ','), r.chair, array_to_string(r.topics, chr(10)),
            array_to_string(r.led_by, chr(10)), coalesce(r.hours, 0), r.makes_up_from, r.makes_up_until, r.due, r.members, r.present,
            r.voting_due, r.voting_present, r.id""".formatted(FIRST_NOTED);

    private record Look(String kind, String topics, String ledBy, int hours) {

        private RecordView view() {
            return new RecordView(kind, words(topics), words(ledBy), hours);
        }

        private static Set<String> words(String lines) {
            return lines.isEmpty() ? Set.of() : Set.of(lines.split("\n"));
        }
    }

    private final UnaryOperator<String> titles;
    private final Map<UUID, Set<PersonId>> together;
    private final Map<Look, RecordView> views = new HashMap<>();

    /**
     * @param titles   what records of a kind are called
     * @param together who took a training together, by version of the record
     */
    HappenedRows(UnaryOperator<String> titles, Map<UUID, Set<PersonId>> together) {
        this.titles = titles;
        this.together = together;
    }

    Happened read(ResultSet row) throws SQLException {
        String kind = row.getString(2);
        UUID body = id(row, 5);
        UUID chair = id(row, 8);
        LocalDate from = day(row, 12);
        int hours = row.getInt(11);
        Set<PersonId> present = hours == 0 ? Set.of() : together.getOrDefault(id(row, 19), Set.of());
        List<Bearer> whose = NotedRecord.whose(body == null ? null : new BodyId(body), new UnitId(row.getObject(6, UUID.class)),
                posts(row.getString(7)), chair == null ? null : new PersonId(chair), present);
        return new Happened(row.getObject(1, UUID.class), titles.apply(kind), row.getObject(3, LocalDate.class),
                row.getObject(4, LocalDate.class), whose,
                views.computeIfAbsent(new Look(kind, row.getString(9), row.getString(10), hours), Look::view),
                from == null ? null : new Period(from, row.getObject(13, LocalDate.class)), attendance(row));
    }

    private static List<PostId> posts(String ids) {
        return ids.isEmpty() ? List.of() : Arrays.stream(ids.split(",")).map(PostId::of).toList();
    }

    private static Optional<Attendance> attendance(ResultSet row) throws SQLException {
        int due = row.getInt(14);
        return row.wasNull() ? Optional.empty() : Optional.of(new Headcount(row.getInt(15), due, row.getInt(16), row.getInt(17),
                row.getObject(18, Integer.class), "").attendance());
    }

    private static @Nullable UUID id(ResultSet row, int column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static @Nullable LocalDate day(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}

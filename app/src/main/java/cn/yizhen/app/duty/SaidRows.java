package cn.yizhen.app.duty;

import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Writing;
import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.duty.InstanceKey;
import cn.yizhen.rules.duty.Said;
import cn.yizhen.rules.institution.DutyId;
import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was said about instances, as rows. */
@Component
class SaidRows {

    private final Ids ids;

    SaidRows(Ids ids) {
        this.ids = ids;
    }

    /** Where a row belongs for the row policies. */
    record Place(UnitId unit, String keptKind) {}

    void add(Writing writing, InstanceKey key, Place place, String kind, String words, @Nullable LocalDate day) {
        writing.sql().sql("""
                insert into duty_said (id, county, act, duty, bearer, period_from, period_until, unit, kept_kind, kind, words,
                  day, said_on, said_under)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(ids.next(), writing.scope().county(), writing.act(), key.duty().value(), key.bearer().key(),
                        key.period().from(), key.period().until(), place.unit().value(), place.keptKind(), kind, words, day,
                        writing.scope().asOf().on(), writing.scope().post().post().value())
                .update();
    }

    /**
     * Everything said about periods that share a day with the range.
     *
     * @param names how a post is called
     */
    Map<InstanceKey, List<Said>> known(JdbcClient sql, Period range, long known, Function<PostId, String> names) {
        Map<InstanceKey, List<Said>> said = new HashMap<>();
        sql.sql("""
                select s.* from duty_said s left join act_order o using (act)
                where s.period_from < :until and s.period_until > :from and coalesce(o.number, 9223372036854775807) <= :known
                order by s.id
                """)
                .param("from", range.from()).param("until", range.until()).param("known", known)
                .query(row -> {
                    Bearer.parse(row.getString("bearer")).ifPresent(bearer -> put(said, row, bearer, names));
                });
        return said;
    }

    /** The same for what was said since the act of that number, or by an act without a number yet. */
    Map<UUID, Entry> since(JdbcClient sql, long number, Function<PostId, String> names) {
        Map<UUID, Entry> said = new LinkedHashMap<>();
        sql.sql("""
                select s.* from duty_said s join (
                    select act from act_order where number > :number union all select act from act_pending) fresh using (act)
                order by s.id
                """)
                .param("number", number)
                .query(row -> {
                    Map<InstanceKey, List<Said>> one = new HashMap<>();
                    Bearer.parse(row.getString("bearer")).ifPresent(bearer -> put(one, row, bearer, names));
                    UUID id = row.getObject("id", UUID.class);
                    one.forEach((key, words) -> said.put(id, new Entry(key, words.getFirst())));
                });
        return said;
    }

    /** One thing said about one instance. */
    record Entry(InstanceKey key, Said said) {}

    private static void put(Map<InstanceKey, List<Said>> said, ResultSet row, Bearer bearer, Function<PostId, String> names) {
        try {
            var key = new InstanceKey(new DutyId(row.getString("duty")), bearer,
                    new Period(day(row, "period_from"), day(row, "period_until")));
            said.computeIfAbsent(key, _ -> new ArrayList<>()).add(said(row, names));
        } catch (SQLException unreadable) {
            throw new IllegalStateException("a row of duty_said cannot be read", unreadable);
        }
    }

    private static Said said(ResultSet row, Function<PostId, String> names) throws SQLException {
        LocalDate on = day(row, "said_on");
        String by = names.apply(new PostId(row.getObject("said_under", UUID.class)));
        String words = row.getString("words");
        return switch (row.getString("kind")) {
            case "exempted" -> new Said.Exempted(on, by, words);
            case "kept-elsewhere" -> new Said.KeptElsewhere(on, by, day(row, "day"), words);
            case "handed-over" -> new Said.HandedOver(on, by, words);
            default -> new Said.Explained(on, by, words);
        };
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}

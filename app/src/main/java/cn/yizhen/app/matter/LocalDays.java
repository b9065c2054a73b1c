package cn.yizhen.app.matter;

import cn.yizhen.app.access.Writing;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.calendar.LocalDay;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Days on which this county differs (本地日), as rows; the newest for a day holds. */
final class LocalDays {

    private static final int LONGEST_NAME = 20;
    private static final int LONGEST_DOCUMENT = 80;

    private LocalDays() {}

    /**
     * A day as it was typed.
     *
     * @param withdrawn whether it is given back to the calendar
     */
    record Typed(String day, boolean works, String name, String document, boolean withdrawn) {

        Map<String, Object> content() {
            return Map.of("day", day.strip(), "works", works, "name", name.strip(), "document", document.strip());
        }

        /** The day, or every reason why not. */
        Outcome<LocalDay> read() {
            var reasons = new ArrayList<Reason>();
            var date = date();
            if (date.isEmpty()) {
                reasons.add(Reason.of("day-unreadable", "“" + day.strip() + "”不是日期", "写成 2027-06-18 这样"));
            }
            if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
                reasons.add(Reason.of("local-day-without-name", "没有写这一天是什么，或者超过 " + LONGEST_NAME + " 个字", "如：自治县成立纪念日"));
            }
            if (document.isBlank() || document.strip().length() > LONGEST_DOCUMENT) {
                reasons.add(Reason.of("local-day-without-paper", "没有写依据的文件，或者超过 " + LONGEST_DOCUMENT + " 个字", "填写文件名称和文号"));
            }
            return reasons.isEmpty() ? Outcome.done(new LocalDay(date.orElseThrow(), works, name.strip(), document.strip()))
                    : Outcome.refused(List.copyOf(reasons));
        }

        private Optional<LocalDate> date() {
            try {
                return Optional.of(LocalDate.parse(day.strip()));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }

    static List<LocalDay> known(JdbcClient sql) {
        var days = new TreeMap<LocalDate, LocalDay>();
        sql.sql("select day, works, name, document, withdrawn from local_day order by id").query(row -> {
            var day = row.getObject(1, LocalDate.class);
            if (row.getBoolean(5)) {
                days.remove(day);
            } else {
                days.put(day, new LocalDay(day, row.getBoolean(2), row.getString(3), row.getString(4)));
            }
        });
        return List.copyOf(days.values());
    }

    static void add(Writing writing, UUID id, LocalDay day, boolean withdrawn) {
        writing.sql().sql("insert into local_day (id, county, act, day, works, name, document, withdrawn) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(id, writing.scope().county(), writing.act(), day.day(), day.works(), day.name(), day.document(), withdrawn).update();
    }
}

package cn.yizhen.app.meeting;

import cn.yizhen.app.access.Act;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.app.access.Writing;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.meeting.Distance;
import cn.yizhen.rules.meeting.Price;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The county's table of distances (里程表): typed once, pasted from a workbook, used to price a meeting. */
@Component
public class Distances {

    /** 青岚镇 32 45, with whatever stands between and the units of measure or without. */
    private static final Pattern LINE = Pattern.compile("(\\S+?)[\\s,，、|]+(\\d+(?:\\.\\d{1,3})?)\\s*(?:公里|km|千米)?[\\s,，、|]+(\\d+)\\s*(?:分钟|分)?");

    /** Whither. */
    public enum Towards {
        COUNTY("到县城"),
        TOWNSHIP("村（社区）到乡镇");

        private final String chinese;

        Towards(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }

    private final Acts acts;
    private final Transactions transactions;
    private final Organisations organisations;
    private final Ids ids;
    private final Clock clock;

    Distances(Acts acts, Transactions transactions, Organisations organisations, Ids ids, Clock clock) {
        this.acts = acts;
        this.transactions = transactions;
        this.organisations = organisations;
        this.ids = ids;
        this.clock = clock;
    }

    /** The table as it stands. */
    public Price.Table table(Scope scope) {
        return transactions.reading(scope, sql -> new Price.Table(of(sql, Towards.COUNTY), of(sql, Towards.TOWNSHIP)));
    }

    private static Map<UnitId, Distance> of(JdbcClient sql, Towards towards) {
        var table = new HashMap<UnitId, Distance>();
        sql.sql("select unit, metres, minutes from distance where towards = ? order by id").param(towards.name())
                .query((row, _) -> Map.entry(new UnitId(row.getObject("unit", UUID.class)), new Distance(row.getInt("metres"), row.getInt("minutes"))))
                .list().forEach(entry -> table.put(entry.getKey(), entry.getValue()));
        return table;
    }

    /** Notes lines of unit, kilometres and minutes, one way; a later line about the same unit replaces an earlier one. All or none. */
    public Performed note(Scope scope, UUID key, Towards towards, String typed) {
        return acts.perform(scope, new Act(key, "distances.noted", scope.post().post(), null, null, Map.of("towards", towards.name())), writing -> {
            var faults = new ArrayList<Reason>();
            var read = read(typed, organisations.asOf(scope), faults);
            if (read.isEmpty() && faults.isEmpty()) {
                faults.add(Reason.of("distances-empty", "没有填里程。", "一行一个单位：单位、公里、分钟，中间用空格隔开；可以从表格里整块粘贴。"));
            }
            if (!faults.isEmpty()) {
                return Outcome.refused(faults);
            }
            keep(writing, towards, read);
            return Outcome.done("/distances");
        });
    }

    /** Brings in a table within an act, as a demonstration county does. */
    public void keep(Writing writing, Towards towards, Map<UnitId, Distance> table) {
        table.forEach((unit, distance) -> writing.sql().sql("""
                insert into distance (id, county, act, unit, towards, metres, minutes, by_name, noted_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(ids.next(), writing.scope().county(), writing.act(), unit.value(), towards.name(), distance.metres(), distance.minutes(),
                        writing.scope().name(), LocalDate.now(clock))
                .update());
    }

    private static Map<UnitId, Distance> read(String typed, Organisation organisation, List<Reason> faults) {
        var byName = new HashMap<String, List<Unit>>();
        organisation.units().forEach(unit -> {
            byName.computeIfAbsent(unit.name(), _ -> new ArrayList<>()).add(unit);
            if (!unit.shortName().equals(unit.name())) {
                byName.computeIfAbsent(unit.shortName(), _ -> new ArrayList<>()).add(unit);
            }
            byName.computeIfAbsent(unit.code(), _ -> new ArrayList<>()).add(unit);
        });
        var read = new LinkedHashMap<UnitId, Distance>();
        var lines = typed.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                line(i + 1, lines.get(i).strip(), byName, read, faults);
            }
        }
        return read;
    }

    private static void line(int number, String line, Map<String, List<Unit>> byName, Map<UnitId, Distance> read, List<Reason> faults) {
        var matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            faults.add(Reason.of("distance-unreadable", "第" + number + "行“" + line + "”看不懂。", "写成“青岚镇 32 45”：单位、公里、分钟。"));
            return;
        }
        var units = byName.getOrDefault(matcher.group(1), List.of());
        if (units.size() != 1) {
            faults.add(Reason.of("distance-unit", "第" + number + "行：" + (units.isEmpty() ? "没有“" : "不止一个“") + matcher.group(1) + "”。", "照机构名册上的全称或者编码写。"));
            return;
        }
        double kilometres = Double.parseDouble(matcher.group(2));
        int minutes = matcher.group(3).length() > 5 ? Integer.MAX_VALUE : Integer.parseInt(matcher.group(3));
        Distance.fault("第" + number + "行", kilometres, minutes).ifPresentOrElse(faults::add,
                () -> read.put(units.getFirst().id(), new Distance((int) Math.round(kilometres * 1000), minutes)));
    }
}

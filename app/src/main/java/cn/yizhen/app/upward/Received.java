package cn.yizhen.app.upward;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.rules.calendar.Days;
import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.duty.Tally;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the receiving level knows: how fresh each county is, what it reported, what was refused. */
@Component
public class Received {

    private static final int GAPS_TOLD = 10;

    private final Transactions transactions;
    private final ReturnStore store;
    private final Receiving receiving;
    private final UpwardSettings settings;

    Received(Transactions transactions, ReturnStore store, Receiving receiving, UpwardSettings settings) {
        this.transactions = transactions;
        this.store = store;
        this.receiving = receiving;
        this.settings = settings;
    }

    boolean receives() {
        return settings.receives();
    }

    /**
     * One county as it is known here.
     *
     * @param route     how its rows arrive
     * @param fresh     in plain words, how fresh
     * @param next      what to do, empty for nothing
     * @param behind    whether its word is late
     */
    public record County(String code, String name, String route, String fresh, String next, boolean behind) {}

    /**
     * A file that was not taken, with why and what to do.
     *
     * @param there whether it still lies in the receiving folder
     */
    public record Refused(String name, LocalDate on, boolean there, List<String> reasons) {}

    /** How one duty stands in the counties, period by period. */
    public record OfDuty(String pillar, String institution, String duty, String title, List<InPeriod> periods) {}

    public record InPeriod(Period period, List<OfCounty> counties, Tally total) {}

    public record OfCounty(String code, String name, Tally tally) {}

    /** One county's current return with its rows. */
    public record OfReturn(String name, IssuedReturn issued, List<ReturnRow> rows) {}

    List<County> counties(Scope scope) {
        return transactions.reading(scope, sql -> {
            Map<String, String> names = names(sql);
            Map<String, String> routes = routes(sql);
            TreeSet<String> codes = new TreeSet<>(names.keySet());
            codes.addAll(receiving.keys().keySet());
            return codes.stream().map(code -> county(sql, scope.asOf().on(), code, names.getOrDefault(code, "区划代码" + code), routes.getOrDefault(code, "package"))).toList();
        });
    }

    private County county(JdbcClient sql, LocalDate today, String code, String name, String route) {
        boolean replica = route.equals("replica");
        String way = replica ? "复制" : "报送包";
        List<Dispatch> dispatches = store.dispatches(sql, code);
        Optional<Link> link = replica ? Link.of(sql, code) : Optional.empty();
        if (dispatches.isEmpty()) {
            return new County(code, name, way, replica ? "还没有复制过来任何数字" : "登记了公钥，还没有收到过报送包", replica ? Link.REPAIR : "请该县核对投递目录和传送。", true);
        }
        Dispatch newest = dispatches.getFirst();
        long days = ChronoUnit.DAYS.between(newest.day(), today);
        List<String> words = new ArrayList<>(List.of("数字到" + Days.full(newest.day()) + "（第" + newest.number() + "号）"
                + (days <= 0 ? "，是今天的" : days == 1 ? "，是昨天的" : "，已经晚了" + days + "天")));
        List<String> missing = missing(dispatches);
        if (!missing.isEmpty()) {
            words.add("中间缺第" + String.join("、", missing.stream().limit(GAPS_TOLD).toList()) + "号" + (missing.size() > GAPS_TOLD ? "等" : ""));
        }
        link.map(Link::words).filter(said -> !said.isEmpty()).ifPresent(words::add);
        boolean behind = days > 1 || !missing.isEmpty();
        String next = !behind ? "" : replica ? Link.REPAIR : !missing.isEmpty() ? "请该县从“上报”页把缺的包再投递一次。" : "请该县核对平台是否在运行、传送是否通畅；以前收到的数字不受影响。";
        return new County(code, name, way, String.join("；", words), next, behind);
    }

    /** Each gap in words, «3» or «3至7»: however far apart two numbers are, the page stays short. */
    private static List<String> missing(List<Dispatch> newestFirst) {
        Deque<String> missing = new ArrayDeque<>();
        for (int i = 1; i < newestFirst.size(); i++) {
            int first = newestFirst.get(i).number() + 1;
            int last = newestFirst.get(i - 1).number() - 1;
            if (first <= last) {
                missing.addFirst(first == last ? String.valueOf(first) : first + "至" + last);
            }
        }
        return List.copyOf(missing);
    }

    /**
     * Files that were found and not taken, unless the same bytes were taken later; the newest first. One that has been
     * carried away meanwhile is told for a week.
     */
    List<Refused> refused(Scope scope) {
        LocalDate since = scope.asOf().on().minusWeeks(1);
        return transactions.reading(scope, sql -> sql.sql("""
                select r.name, (r.at at time zone 'Asia/Shanghai')::date, r.reasons from upward_receipt r
                where not r.taken and not exists (select from upward_receipt t where t.digest = r.digest and t.taken)
                  and not exists (select from upward_receipt later where later.name = r.name and later.id > r.id)
                order by r.id desc limit 100
                """).query((row, _) -> new Refused(row.getString(1), row.getObject(2, LocalDate.class), receiving.holds(row.getString(1)), row.getString(3).lines().toList())).list())
                .stream().filter(one -> one.there() || one.on().isAfter(since)).toList();
    }

    /** The quarters anything was reported for, the newest first. */
    List<LocalDate> quarters(Scope scope) {
        return transactions.reading(scope, sql -> sql.sql("select distinct r.period_from from upward_return r join upward_source s on s.source = r.county order by 1 desc")
                .query(LocalDate.class).list());
    }

    /** Every duty of a quarter as its counties reported it: counties in order of the division, counts only. */
    List<OfDuty> duties(Scope scope, LocalDate quarter, @Nullable String only) {
        return transactions.reading(scope, sql -> {
            Map<String, String> names = names(sql);
            Map<String, OfDuty> duties = new LinkedHashMap<>();
            Map<String, TreeMap<Period, List<OfCounty>>> tallies = new LinkedHashMap<>();
            for (IssuedReturn one : store.current(sql, quarter)) {
                if (!names.containsKey(one.county())) {
                    continue;
                }
                store.rows(sql, one.id()).stream().filter(row -> row.area().kind() == Area.Kind.COUNTY && (only == null || row.duty().equals(only))).forEach(row -> {
                    duties.putIfAbsent(row.duty(), new OfDuty(row.pillar(), row.institution(), row.duty(), row.title(), List.of()));
                    tallies.computeIfAbsent(row.duty(), _ -> new TreeMap<>()).computeIfAbsent(row.period(), _ -> new ArrayList<>())
                            .add(new OfCounty(one.county(), names.get(one.county()), row.tally()));
                });
            }
            return duties.values().stream().map(duty -> new OfDuty(duty.pillar(), duty.institution(), duty.duty(), duty.title(),
                    tallies.get(duty.duty()).entrySet().stream().map(entry -> new InPeriod(entry.getKey(), List.copyOf(entry.getValue()),
                            entry.getValue().stream().map(OfCounty::tally).reduce(Tally.NONE, Tally::plus))).toList())).toList();
        });
    }

    /** What a county reported last for a quarter. */
    Optional<OfReturn> of(Scope scope, String county, LocalDate quarter) {
        return transactions.reading(scope, sql -> {
            var name = names(sql).get(county);
            return name == null ? Optional.empty() : store.current(sql, quarter).stream().filter(one -> one.county().equals(county))
                    .reduce((_, later) -> later).map(one -> new OfReturn(name, one, store.rows(sql, one.id())));
        });
    }

    private static Map<String, String> names(JdbcClient sql) {
        Map<String, String> names = new TreeMap<>();
        sql.sql("select source, source_name from upward_source order by id").query((row, _) -> names.put(row.getString(1), row.getString(2))).list();
        return names;
    }

    private static Map<String, String> routes(JdbcClient sql) {
        Map<String, String> routes = new TreeMap<>();
        sql.sql("select source, route from upward_source order by id").query((row, _) -> routes.put(row.getString(1), row.getString(2))).list();
        return routes;
    }

    /**
     * How the subscription of a county's rows stands in this database.
     *
     * @param running whether a worker is receiving
     * @param heard   when the county's server was last heard, null for not since the start
     */
    record Link(boolean running, @Nullable Instant heard, Instant now) {

        static final String REPAIR = "请托管单位看复制是否连着；复制槽丢失的，照运维手册“复制断了以后”重新复制。这里的旧数字不受影响。";
        private static final Duration QUIET = Duration.ofMinutes(5);

        /** Empty where the database has no subscription of the county, or does not show it. */
        static Optional<Link> of(JdbcClient sql, String county) {
            return sql.sql("select s.pid is not null, s.last_msg_receipt_time, clock_timestamp() from pg_stat_subscription s where s.subname = ? and s.relid is null")
                    .param("upward_" + county).query((row, _) -> new Link(row.getBoolean(1), row.getTimestamp(2) == null ? null : row.getTimestamp(2).toInstant(),
                            row.getTimestamp(3).toInstant())).optional();
        }

        String words() {
            if (!running) {
                return "复制现在没有连着";
            }
            return heard == null || Duration.between(heard, now).compareTo(QUIET) > 0 ? "复制连着，但对方超过5分钟没有回音" : "复制连着";
        }
    }
}

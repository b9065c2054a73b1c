package cn.yizhen.app.duty;

import cn.yizhen.app.access.Act;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 应急期: declared by one act with its paper, its area and its days; the duties due in it count out. */
@Component
class Emergencies {

    private static final int LONGEST_PAPER = 80;

    private final Transactions transactions;
    private final Organisations organisations;
    private final Acts acts;
    private final Ids ids;

    Emergencies(Transactions transactions, Organisations organisations, Acts acts, Ids ids) {
        this.transactions = transactions;
        this.organisations = organisations;
        this.acts = acts;
        this.ids = ids;
    }

    /** Every emergency as it stands, the newest first. */
    List<EmergencyRows.Row> all(Scope scope) {
        return transactions.reading(scope, sql -> EmergencyRows.rows(sql, scope.asOf().known())).stream()
                .sorted((a, b) -> b.emergency().days().from().compareTo(a.emergency().days().from())).toList();
    }

    /** Declares one, or gives every reason why not. */
    Performed declare(Scope scope, UUID key, Map<String, String> typed, List<String> townships) {
        var act = new Act(key, "emergency.declared", scope.post().post(), null, null,
                Map.of("paper", text(typed, "paper"), "from", text(typed, "from"), "until", text(typed, "until")));
        return acts.perform(scope, act, writing -> {
            var reasons = new ArrayList<Reason>();
            var area = area(organisations.asOf(scope), townships, text(typed, "others"), reasons);
            var from = day(text(typed, "from"));
            var until = day(text(typed, "until"));
            if (text(typed, "paper").isEmpty() || text(typed, "paper").length() > LONGEST_PAPER) {
                reasons.add(Reason.of("emergency-without-paper", "没有写宣布应急的文件，或者超过 " + LONGEST_PAPER + " 个字", "填写文件名称和文号"));
            }
            if (from.isEmpty()) {
                reasons.add(Reason.of("day-unreadable", "开始日期没有填", "填宣布应急的日期"));
            }
            if (!text(typed, "until").isEmpty() && (until.isEmpty() || from.isPresent() && until.get().isBefore(from.get()))) {
                reasons.add(Reason.of("emergency-ends-before", "结束日期早于开始日期，或者不是日期", "核对日期；还没有结束的先空着"));
            }
            if (!reasons.isEmpty()) {
                return Outcome.refused(List.copyOf(reasons));
            }
            EmergencyRows.add(writing, ids.next(), null, text(typed, "paper"), area, from.orElseThrow(), until.map(day -> day.plusDays(1)).orElse(null));
            return Outcome.done("/emergencies");
        });
    }

    /** Ends one on a day, that day included; what was declared stays as it was declared. */
    Performed end(Scope scope, UUID key, UUID id, String typed) {
        var act = new Act(key, "emergency.ended", scope.post().post(), null, null, Map.of("emergency", id.toString(), "until", typed.strip()));
        return acts.perform(scope, act, writing -> {
            var row = EmergencyRows.rows(writing.sql(), scope.asOf().known()).stream().filter(it -> it.id().equals(id)).findFirst();
            var until = day(typed.strip());
            if (row.isEmpty()) {
                return Outcome.refused(Reason.of("emergency-changed", "这个应急期刚被别人改过", "看最新的列表"));
            }
            if (until.isEmpty() || until.get().isBefore(row.get().emergency().days().from())) {
                return Outcome.refused(Reason.of("emergency-ends-before", "结束日期早于开始日期，或者不是日期", "核对日期"));
            }
            var emergency = row.get().emergency();
            EmergencyRows.add(writing, ids.next(), id, emergency.paper(), emergency.area(), emergency.days().from(), until.get().plusDays(1));
            return Outcome.done("/emergencies");
        });
    }

    private static Set<UnitId> area(Organisation organisation, List<String> chosen, String others, List<Reason> reasons) {
        var area = new LinkedHashSet<UnitId>();
        chosen.stream().filter(id -> id.matches("[0-9a-f-]{36}")).map(id -> new UnitId(UUID.fromString(id)))
                .filter(id -> organisation.unit(id).isPresent()).forEach(area::add);
        Arrays.stream(others.split("[、，,\\s]+")).filter(name -> !name.isBlank()).forEach(name -> organisation.units().stream()
                .filter(unit -> unit.name().equals(name) || unit.shortName().equals(name)).map(Unit::id).findFirst()
                .ifPresentOrElse(area::add, () -> reasons.add(Reason.of("no-such-unit", "没有“" + name + "”这个单位", "写单位全称，几个单位用顿号分开"))));
        if (area.isEmpty() && reasons.isEmpty()) {
            reasons.add(Reason.of("emergency-without-area", "没有选范围", "选全县、乡镇，或者写村、单位的名称"));
        }
        return area;
    }

    private static String text(Map<String, String> typed, String field) {
        return typed.getOrDefault(field, "").strip();
    }

    private static Optional<LocalDate> day(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

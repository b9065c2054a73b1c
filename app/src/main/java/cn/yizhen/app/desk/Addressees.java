package cn.yizhen.app.desk;

import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Responsibility;
import cn.yizhen.rules.organisation.ResponsibilityKind;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.organisation.UnitKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who should answer one sentence: the office that asked, then whoever the responsibility table names for what
 * the sentence is about, then the unit above. Proposed with its reason; the asker decides.
 */
public record Addressees(Organisation organisation) {

    private static final int MOST = 4;

    /** @param because why it is proposed */
    public record Proposed(UnitId unit, String name, String because) {}

    private record Found(Responsibility line, Unit unit, long hits) {}

    /**
     * @param words the sentence, perhaps empty
     * @param from  the unit that asks
     * @param asker the office behind the row it is about, or null
     */
    List<Proposed> propose(String words, UnitId from, @Nullable Unit asker) {
        Map<UnitId, Proposed> proposed = new LinkedHashMap<>();
        if (asker != null) {
            proposed.put(asker.id(), new Proposed(asker.id(), asker.shortName(), "这件事由它提出"));
        }
        byTable(words).forEach(found -> proposed.putIfAbsent(found.unit().id(), new Proposed(found.unit().id(),
                found.unit().shortName(), "分工：" + found.line().subject() + "（" + found.line().kind().chinese() + "）")));
        above(from).ifPresent(unit -> proposed.putIfAbsent(unit.id(), new Proposed(unit.id(), unit.shortName(), "上级单位")));
        return new ArrayList<>(proposed.values()).stream().filter(one -> !one.unit().equals(from)).limit(MOST).toList();
    }

    /** Units anybody may turn to, in the order of the tree. */
    List<Unit> all() {
        return organisation.units().stream()
                .filter(unit -> unit.kind() == UnitKind.TOWNSHIP || unit.kind() == UnitKind.DEPARTMENT
                        || unit.kind() == UnitKind.PUBLIC_INSTITUTION)
                .toList();
    }

    private Stream<Found> byTable(String words) {
        return organisation.responsibilities().stream()
                .filter(line -> line.kind() == ResponsibilityKind.LEADS && line.bearer() instanceof Bearer.OfUnit)
                .flatMap(line -> organisation.unitOf(line.bearer()).map(unit -> new Found(line, unit, line.hits(words))).stream())
                .filter(found -> found.hits() > 0)
                .sorted(Comparator.comparingLong(Found::hits).reversed());
    }

    private Optional<Unit> above(UnitId from) {
        return organisation.above(from).stream().filter(unit -> unit.kind() == UnitKind.TOWNSHIP
                || unit.kind() == UnitKind.DEPARTMENT).findFirst();
    }
}

package cn.yizhen.app.overview.summary;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.deployment.Deployments;
import cn.yizhen.app.deployment.Deployments.IssuedLine;
import cn.yizhen.app.matter.MatterHistory;
import cn.yizhen.app.matter.MatterHistory.Then;
import cn.yizhen.app.matter.MatterKind;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.rules.calendar.Days;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.UnitId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the rows of a summary together as of both points of its scope: issued tables first, then matters raised by hand. */
@Component
class SummaryRows {

    private final Deployments deployments;
    private final MatterHistory matters;
    private final Organisations organisations;

    SummaryRows(Deployments deployments, MatterHistory matters, Organisations organisations) {
        this.deployments = deployments;
        this.matters = matters;
        this.organisations = organisations;
    }

    List<SummaryRow> of(Scope scope, SummaryPeriod period, Map<UUID, Judgement> judgements) {
        var then = matters.inReach(scope);
        var lines = deployments.tables(scope).reversed().stream().flatMap(table -> deployments.lines(scope, table.deployment()).stream()).toList();
        var organisation = organisations.asOf(scope);
        var byOrigin = new HashMap<UUID, Then>();
        then.stream().filter(one -> one.origin() != null).forEach(one -> byOrigin.putIfAbsent(one.origin(), one));
        boolean several = lines.stream().map(IssuedLine::paper).distinct().count() > 1;
        var rows = new ArrayList<SummaryRow>();
        for (var line : lines) {
            var one = byOrigin.remove(line.row());
            if (one != null && concerns(one, period)) {
                var number = several ? line.paper() + "第" + line.number() + "条" : line.number();
                rows.add(row(scope, period, one, number, line.paper(), line.leaderName(), organisation, then, judgements));
            }
        }
        Stream.concat(then.stream().filter(one -> one.origin() == null), byOrigin.values().stream())
                .filter(one -> one.matter().kind() == MatterKind.SUPERVISED && one.matter().parent() == null && concerns(one, period))
                .sorted(Comparator.comparing(one -> one.matter().openedAt()))
                .map(one -> row(scope, period, one, one.matter().number(), one.matter().source() == null ? "单独立项" : one.matter().source(),
                        leader(scope, one), organisation, then, judgements))
                .forEach(rows::add);
        return rows;
    }

    /** Open at some time of the period. */
    private static boolean concerns(Then one, SummaryPeriod period) {
        var journal = one.matter().here().journal();
        boolean closedBefore = one.matter().here().over() && !journal.isEmpty() && journal.getLast().at().toLocalDate().isBefore(period.days().from());
        return one.matter().openedAt().toLocalDate().isBefore(period.days().until()) && !closedBefore;
    }

    private SummaryRow row(Scope scope, SummaryPeriod period, Then one, String number, String source, String leader, Organisation organisation,
            List<Then> all, Map<UUID, Judgement> judgements) {
        var matter = one.matter();
        var words = new MatterWords(matter, period);
        var progress = words.progress();
        var lead = matter.here().party("lead");
        var problem = Stream.concat(Stream.of(words.problems()), difficulties(all, matter.title(), lead, period)).filter(text -> !text.isEmpty())
                .collect(Collectors.joining("；"));
        return new SummaryRow(matter.id().value(), number, source, matter.wording(), leader, names(organisation, lead), matters.due(scope, matter).orElse(null),
                progress.orElse(period.here() + "无新记录"), progress.isPresent(), problem, words.coordination(), matter.here().standing().title(),
                matter.here().over(), judgements.get(matter.id().value()));
    }

    /** 有困难 that the lead unit itself wrote about this matter. */
    private static Stream<String> difficulties(List<Then> all, String title, Set<UnitId> lead, SummaryPeriod period) {
        return all.stream().map(Then::matter)
                .filter(asked -> asked.kind() == MatterKind.DIFFICULTY && lead.contains(asked.raiser()) && period.days().contains(asked.openedAt().toLocalDate()))
                .filter(asked -> asked.source() != null && asked.source().contains(title))
                .map(asked -> asked.wording() + "（" + Days.inYear(asked.openedAt().toLocalDate()) + "）");
    }

    private String leader(Scope scope, Then one) {
        return one.matter().here().party("lead").stream().findFirst().flatMap(unit -> deployments.leaderOver(scope, unit)).orElse("");
    }

    private static String names(Organisation organisation, Set<UnitId> units) {
        return organisation.units().stream().filter(unit -> units.contains(unit.id())).map(unit -> unit.shortName()).collect(Collectors.joining("、"));
    }

    static String day(@Nullable LocalDate day) {
        return day == null ? "" : Days.full(day);
    }
}

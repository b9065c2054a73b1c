package cn.yizhen.app.overview;

import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.duty.PointsInTime;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.organisation.UnitKind;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads what a page is asked about. Everyone may see totals of the county and of each township; of a smaller unit
 * only those who may see its instances, because there a total is one instance (red line 5).
 */
@Component
class Asking {

    private final PointsInTime points;
    private final Organisations organisations;

    Asking(PointsInTime points, Organisations organisations) {
        this.points = points;
        this.organisations = organisations;
    }

    /** As a form or an address brings it; whatever is left out is the usual: today, everything known, the own part, the year. */
    record Words(String on, String known, String unit, String span) {

        static final Words USUAL = new Words("", "", "", "");

        Words(@Nullable String on, @Nullable String known, @Nullable String unit, @Nullable String span) {
            this.on = said(on);
            this.known = said(known);
            this.unit = said(unit);
            this.span = said(span);
        }

        private static String said(@Nullable String word) {
            return word == null ? "" : word.strip();
        }
    }

    Outcome<Asked> read(Scope scope, Words words) {
        return points.read(scope, words.on(), words.known()).then(point -> {
            Scope then = scope.at(point);
            Organisation organisation = organisations.asOf(then);
            List<Unit> units = choosable(then, organisation);
            Optional<Unit> unit = words.unit().isBlank() ? usual(then, organisation, units)
                    : units.stream().filter(one -> one.id().toString().equals(words.unit())).findFirst();
            List<Period> spans = Spans.of(point.on());
            Optional<Period> span = words.span().isBlank() ? Optional.of(spans.getFirst()) : Spans.read(words.span());
            if (unit.isEmpty()) {
                return Outcome.refused(Reason.of("unit-not-there", "这个单位在" + point.on() + "这一天不存在，或者它的情况不对您单独列出。",
                        "从“范围”里选县、乡镇，或者本单位及下级。"));
            }
            if (span.isEmpty()) {
                return Outcome.refused(Reason.of("span-not-there", "“时段”里没有这一段：" + words.span(), "从“时段”里选年、半年、季度或者月。"));
            }
            boolean there = spans.contains(span.get());
            return Outcome.done(new Asked(point, scope.asOf().on(), words.known(), unit.get(), units,
                    there ? span.get() : Spans.alike(span.get(), point.on()), spans, there ? null : span.get()));
        });
    }

    /** Everything in reach, and for everyone the county and the townships. */
    private List<Unit> choosable(Scope scope, Organisation organisation) {
        Predicate<Unit> reached = inReach(scope, organisation, organisations);
        return organisation.units().stream()
                .filter(unit -> unit.parent() == null || unit.kind() == UnitKind.TOWNSHIP || reached.test(unit))
                .toList();
    }

    /** @param scope at the points asked about */
    static Predicate<Unit> inReach(Scope scope, Organisation organisation, Organisations organisations) {
        List<UnitId> roots = scope.roots().stream()
                .flatMap(root -> organisations.then(scope, root).stream())
                .filter(root -> organisation.unit(root).filter(unit -> unit.parent() != null).isPresent())
                .toList();
        return unit -> roots.stream().anyMatch(root -> organisation.reaches(root, unit.id()));
    }

    /** The first of the asker's own units that can be chosen; for a county leader and for everybody else the county. */
    private Optional<Unit> usual(Scope scope, Organisation organisation, List<Unit> units) {
        Optional<Unit> own = scope.has(Permission.OVERSEE) ? Optional.empty() : scope.posts().stream()
                .flatMap(post -> organisations.then(scope, post.unit()).stream())
                .flatMap(unit -> organisation.unit(unit).stream())
                .filter(units::contains)
                .findFirst();
        return own.or(() -> units.stream().findFirst());
    }

}

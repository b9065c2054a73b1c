package cn.yizhen.rules.duty;

import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.institution.BearerKind;
import cn.yizhen.rules.institution.Catalogue;
import cn.yizhen.rules.institution.Duty;
import cn.yizhen.rules.institution.DutyId;
import cn.yizhen.rules.institution.RecordView;
import cn.yizhen.rules.organisation.Bearer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which instances a record counts for. It counts for the period of the day it happened, or only for the one
 * it makes up for; for any number of duties, but for at most one instance of one duty. What falls to a person
 * counts for everyone who was there: the hours of a course are the hours of each who took it.
 */
public final class Matching {

    private record Place(DutyId duty, Bearer bearer) {}

    /**
     * An instance a record belongs to.
     *
     * @param because why it does not count there all the same, in plain Chinese; null where it counts
     */
    public record Hit(Instance.Expected instance, Counted counted, @Nullable String because) {}

    private final List<Duty> duties;
    /** A condition is costly and a county's records look alike to it. */
    private final Map<RecordView, List<Duty>> concerned = new ConcurrentHashMap<>();
    private final Map<Place, List<Instance.Expected>> places = new HashMap<>();

    private Matching(List<Duty> duties, List<Instance.Expected> expected) {
        this.duties = duties;
        expected.forEach(instance -> at(instance.key().bearer(), instance));
        expected.forEach(instance -> instance.predecessors().forEach(before -> at(before, instance)));
    }

    /** Matches records with these instances and no others. */
    public static Matching of(Catalogue catalogue, List<Instance> instances) {
        List<Instance.Expected> expected = instances.stream()
                .filter(Instance.Expected.class::isInstance)
                .map(Instance.Expected.class::cast)
                .toList();
        List<Duty> duties = expected.stream()
                .map(instance -> instance.key().duty())
                .distinct()
                .flatMap(id -> catalogue.duty(id).stream())
                .toList();
        return new Matching(duties, expected);
    }

    /** Every instance the record belongs to; of a duty one at most, unless it falls to persons. */
    public List<Hit> hits(Happened record) {
        return concerned.computeIfAbsent(record.view(), this::concerned).stream()
                .flatMap(duty -> hits(duty, record).stream())
                .toList();
    }

    private List<Duty> concerned(RecordView view) {
        return duties.stream().filter(duty -> duty.counts().holds(view)).toList();
    }

    private void at(Bearer bearer, Instance.Expected instance) {
        places.computeIfAbsent(new Place(instance.key().duty(), bearer), _ -> new ArrayList<>()).add(instance);
    }

    /** At the first of its bearers that has such an instance, and there only; at every person who has. */
    private List<Hit> hits(Duty duty, Happened record) {
        var found = record.whose().stream()
                .flatMap(bearer -> places.getOrDefault(new Place(duty.id(), bearer), List.of()).stream()
                        .filter(instance -> record.fallsIn(instance.key().period()))
                        .findFirst()
                        .map(instance -> hit(instance, record, bearer))
                        .stream());
        return duty.bearer() == BearerKind.PERSON ? found.toList() : found.limit(1).toList();
    }

    private static Hit hit(Instance.Expected instance, Happened record, Bearer bearer) {
        Period period = instance.key().period();
        boolean late = !period.contains(record.day());
        boolean notedLate = !late && record.notedOn().isAfter(period.lastDay());
        return new Hit(instance, new Counted(record, bearer, late, notedLate), missing(instance, record).orElse(null));
    }

    private static Optional<String> missing(Instance.Expected instance, Happened record) {
        return record.attendance().flatMap(attendance -> instance.terms().quorum().stream()
                .filter(threshold -> threshold.when().map(condition -> condition.holds(record.view())).orElse(true))
                .flatMap(threshold -> attendance.missing(threshold).stream())
                .findFirst());
    }
}

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
import java.util.LinkedHashMap;
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

    /**
     * An instance a record belongs to.
     *
     * @param because why it does not count there all the same, in plain Chinese; null where it counts
     */
    public record Hit(Instance.Expected instance, Counted counted, @Nullable String because) {}

    /** The instances of one duty, by whoever's records count for them. */
    private record Places(Duty duty, Map<Bearer, List<Instance.Expected>> of) {

        private void at(Bearer bearer, Instance.Expected instance) {
            of.computeIfAbsent(bearer, _ -> new ArrayList<>(4)).add(instance);
        }

        private Instance.@Nullable Expected found(Bearer bearer, Happened record) {
            for (Instance.Expected instance : of.getOrDefault(bearer, List.of())) {
                if (record.fallsIn(instance.key().period())) {
                    return instance;
                }
            }
            return null;
        }
    }

    private final Map<DutyId, Places> places = new LinkedHashMap<>();
    /** A condition is costly and a county's records look alike to it. */
    private final Map<RecordView, List<Places>> concerned = new ConcurrentHashMap<>();

    private Matching() {}

    /** Matches records with these instances and no others. */
    public static Matching of(Catalogue catalogue, List<Instance> instances) {
        var matching = new Matching();
        for (Instance instance : instances) {
            if (instance instanceof Instance.Expected expected) {
                matching.placesOf(expected.key().duty(), catalogue).ifPresent(places -> places.at(expected.key().bearer(), expected));
            }
        }
        // a bearer's own instances come before those of its heirs
        for (Instance instance : instances) {
            if (instance instanceof Instance.Expected expected && !expected.predecessors().isEmpty()) {
                matching.placesOf(expected.key().duty(), catalogue)
                        .ifPresent(places -> expected.predecessors().forEach(before -> places.at(before, expected)));
            }
        }
        return matching;
    }

    private Optional<Places> placesOf(DutyId id, Catalogue catalogue) {
        Places found = places.get(id);
        if (found != null) {
            return Optional.of(found);
        }
        Optional<Places> fresh = catalogue.duty(id).map(duty -> new Places(duty, new HashMap<>()));
        fresh.ifPresent(made -> places.put(id, made));
        return fresh;
    }

    /** Every instance the record belongs to; of a duty one at most, unless it falls to persons. */
    public List<Hit> hits(Happened record) {
        List<Hit> hits = new ArrayList<>(4);
        for (Places duty : concerned.computeIfAbsent(record.view(), this::concerned)) {
            hits(duty, record, hits);
        }
        return hits;
    }

    private List<Places> concerned(RecordView view) {
        return places.values().stream().filter(place -> place.duty().counts().holds(view)).toList();
    }

    /** At the first of its bearers that has such an instance, and there only; at every person who has. */
    private static void hits(Places places, Happened record, List<Hit> hits) {
        for (Bearer bearer : record.whose()) {
            Instance.Expected instance = places.found(bearer, record);
            if (instance != null) {
                hits.add(hit(instance, record, bearer));
                if (places.duty().bearer() != BearerKind.PERSON) {
                    return;
                }
            }
        }
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

package cn.yizhen.app.record;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.app.record.model.OfferedKind;
import cn.yizhen.rules.calendar.Cadence;
import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.institution.RecordView;
import cn.yizhen.rules.institution.Topic;
import cn.yizhen.rules.institution.RecordKind;
import cn.yizhen.rules.organisation.Holding;
import cn.yizhen.rules.organisation.Membership;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.PersonId;
import cn.yizhen.rules.organisation.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the entry form offers to choose from; nothing of it has to be chosen. */
@Component
class EntryChoices {

    private final Organisations organisations;
    private final Catalogues catalogues;

    EntryChoices(Organisations organisations, Catalogues catalogues) {
        this.organisations = organisations;
        this.catalogues = catalogues;
    }

    /** Who holds a post in the unit or the one above it, and whoever is chosen already. */
    List<EntryView.Named> leaders(Organisation organisation, Unit unit, Entry entry) {
        Map<String, String> named = new LinkedHashMap<>();
        Stream.concat(Stream.of(unit), Stream.ofNullable(unit.parent()).flatMap(parent -> organisation.unit(parent).stream()))
                .flatMap(each -> organisation.posts(each.id()).stream())
                .forEach(post -> organisation.holders(post.id()).forEach(holding -> organisation.person(holding.person())
                        .ifPresent(person -> named.putIfAbsent(person.id().toString(), person.name() + "（" + post.title() + "）"))));
        Stream.of("chair", "recorder").flatMap(field -> entry.form().id(field).stream()).map(PersonId::new)
                .flatMap(person -> organisation.person(person).stream())
                .forEach(person -> named.putIfAbsent(person.id().toString(), person.name()));
        return named.entrySet().stream().map(e -> new EntryView.Named(e.getKey(), e.getValue())).toList();
    }

    /** Named members of the body, as far as the asker may see their names. */
    List<EntryView.Named> members(Scope scope, Organisation organisation, Entry entry) {
        if (entry.offered().kind().shape() == RecordKind.Shape.TRAINING) {
            return colleagues(organisation, entry);
        }
        if (entry.offered().body() == null) {
            return List.of();
        }
        List<PersonId> persons = organisation.members(entry.offered().body().id()).stream().map(Membership::person).toList();
        var names = organisations.names(scope, persons);
        return persons.stream().filter(names::containsKey)
                .map(person -> new EntryView.Named(person.toString(), names.get(person))).toList();
    }

    /** Who else holds a post in the unit and may have taken the same course. */
    private static List<EntryView.Named> colleagues(Organisation organisation, Entry entry) {
        return organisation.posts(entry.unit().id()).stream()
                .flatMap(post -> organisation.holders(post.id()).stream())
                .map(Holding::person)
                .distinct()
                .filter(person -> !person.toString().equals(entry.form().get("chair")))
                .flatMap(person -> organisation.person(person).stream())
                .map(person -> new EntryView.Named(person.id().toString(), person.name()))
                .toList();
    }

    List<Topic> topics(Scope scope, Entry entry, LocalDate today) {
        return entry.offered().topics(catalogues.of(scope), today, Set.copyOf(entry.form().all("topics")));
    }

    /** The two periods before the running one, for each cadence in which this kind is asked. */
    List<Period> makeUps(Scope scope, Entry entry, LocalDate today) {
        LocalDate day = entry.form().day().orElse(today);
        var view = new RecordView(entry.offered().kind().kind(), entry.form().all("topics"), Set.of("secretary"));
        Set<Cadence> cadences = catalogues.of(scope).duties().filter(duty -> duty.counts().holds(view))
                .flatMap(duty -> duty.on(day).stream()).map(terms -> terms.every()).collect(Collectors.toSet());
        List<Period> periods = new ArrayList<>();
        cadences.stream().sorted().forEach(cadence -> {
            Period before = cadence.containing(cadence.containing(day).from().minusDays(1));
            periods.add(before);
            periods.add(cadence.containing(before.from().minusDays(1)));
        });
        entry.form().period("makesUpFor").filter(said -> !periods.contains(said) && cadences.stream().anyMatch(cadence -> cadence.containing(said.from()).equals(said)))
                .ifPresent(periods::add);
        return periods;
    }
}

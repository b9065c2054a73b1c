package cn.yizhen.app.organisation;

import cn.yizhen.app.access.Writing;
import cn.yizhen.app.organisation.roster.Edits;
import cn.yizhen.rules.organisation.Body;
import cn.yizhen.rules.organisation.Fact;
import cn.yizhen.rules.organisation.OrganisationHistory;
import cn.yizhen.rules.organisation.Person;
import cn.yizhen.rules.organisation.PersonId;
import cn.yizhen.rules.organisation.Post;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.UnitId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Notes facts about the organisation within an act, and keeps who lies below whom for the row policies. */
@Component
public class OrganisationJournal {

    private final PersonNames names;
    private final Organisations organisations;

    OrganisationJournal(PersonNames names, Organisations organisations) {
        this.names = names;
        this.organisations = organisations;
    }

    /**
     * What a change is, as the list of changes shows it.
     *
     * @param title  in a few words
     * @param day    the day from which it holds
     * @param paper  title and number of the paper behind it, empty for none
     * @param reason why something noted before was wrong, empty where nothing was
     */
    public record Entry(String title, LocalDate day, String paper, String reason) {

        public static Entry of(String title, LocalDate day, String paper) {
            return new Entry(title, day, paper, "");
        }
    }

    /**
     * Notes what an act changes. The facts were checked before; the act's number is given by the database,
     * whatever number they carry.
     */
    public void note(Writing writing, Entry entry, OrganisationHistory facts) {
        var before = organisations.history(writing.scope());
        writing.sql().sql("insert into organisation_change (act, county, title, day, paper, reason) values (?, ?, ?, ?, ?, ?)")
                .params(writing.act(), writing.scope().county(), entry.title(), entry.day(), entry.paper(), entry.reason()).update();
        Tables.UNITS.insert(writing, facts.units());
        Tables.PERSONS.insert(writing, facts.persons().stream().map(OrganisationJournal::unnamed).toList());
        Tables.POSTS.insert(writing, facts.posts());
        Tables.HOLDINGS.insert(writing, facts.holdings());
        Tables.BODIES.insert(writing, facts.bodies());
        Tables.MEMBERSHIPS.insert(writing, facts.memberships());
        Tables.COUNTS.insert(writing, facts.memberCounts());
        Tables.RESPONSIBILITIES.insert(writing, facts.responsibilities());
        Tables.SUCCESSIONS.insert(writing, facts.successions());
        Tables.PARTICULARS.insert(writing, facts.particulars());
        Tables.CHANNELS.insert(writing, facts.channels());
        noteNames(writing, before, facts);
        new Reach(before, facts).note(writing);
        if (!entry.reason().isEmpty()) {
            new Reach(Edits.joined(List.of(before, facts)).standing()).takeBack(writing);
        }
    }

    private void noteNames(Writing writing, OrganisationHistory before, OrganisationHistory facts) {
        var unitOfPost = units(before.posts(), facts.posts(), Post::id, Post::unit);
        var unitOfBody = units(before.bodies(), facts.bodies(), Body::id, Body::unit);
        var known = before.persons().stream().map(fact -> fact.value().id()).collect(Collectors.toSet());
        var places = new HashMap<PersonId, PersonNames.Place>();
        facts.memberships().forEach(fact -> places.put(
                fact.value().person(), new PersonNames.Place(unitOfBody.get(fact.value().body()), false)));
        facts.holdings().forEach(fact -> places.put(
                fact.value().person(), new PersonNames.Place(unitOfPost.get(fact.value().post()), true)));
        names.note(writing, fresh(facts, known), places);
        facts.persons().stream().map(Fact::value).filter(person -> known.contains(person.id())).forEach(person -> names.rename(writing, person));
        Map<PersonId, PostId> appointed = new HashMap<>();
        facts.holdings().stream()
                .filter(fact -> known.contains(fact.value().person()))
                .forEach(fact -> appointed.put(fact.value().person(), fact.value().post()));
        names.makeOfficial(writing, appointed, unitOfPost);
    }

    private static List<Person> fresh(OrganisationHistory facts, Set<PersonId> known) {
        return facts.persons().stream()
                .map(Fact::value)
                .filter(person -> !known.contains(person.id()))
                .collect(Collectors.toMap(Person::id, Function.identity(), (_, last) -> last))
                .values().stream().toList();
    }

    private static <T, K> Map<K, UnitId> units(
            List<Fact<T>> before, List<Fact<T>> now, Function<T, K> key, Function<T, UnitId> unit) {
        return Stream.concat(before.stream(), now.stream())
                .map(Fact::value)
                .collect(Collectors.toMap(key, unit, (_, last) -> last));
    }

    private static Fact<PersonId> unnamed(Fact<Person> fact) {
        return new Fact<>(fact.id(), fact.value().id(), fact.valid(), fact.act(), fact.supersedes());
    }
}

package cn.yizhen.app.organisation.roster;

import cn.yizhen.app.organisation.roster.Roster.PostLine;
import cn.yizhen.rules.organisation.Fact;
import cn.yizhen.rules.organisation.Holding;
import cn.yizhen.rules.organisation.HoldingKind;
import cn.yizhen.rules.organisation.Person;
import cn.yizhen.rules.organisation.PersonId;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who a name in a row is. The key of a known person decides; else the same name in the same village, township
 * or department is the same person (一肩挑); else, where the row says 兼任, the one person of that name.
 */
final class People {

    private final Drafting draft;
    private final UnitPlanning units;
    private final Map<PersonId, String> known;
    private final Map<String, PersonId> byHome = new HashMap<>();
    private final Map<String, List<PersonId>> byName = new HashMap<>();
    private final Map<PersonId, List<String>> posts = new HashMap<>();

    People(Drafting draft, UnitPlanning units) {
        this.draft = draft;
        this.units = units;
        this.known = draft.known.organisation().persons().stream().collect(Collectors.toMap(Person::id, Person::name));
        draft.known.posts().values().forEach(post -> draft.known.holdings().getOrDefault(post.value().id(), List.of())
                .forEach(held -> remember(held.value().person(), post.value().unit())));
    }

    Optional<PersonId> resolve(PostLine line, String name, List<Fact<Holding>> held) {
        var person = line.id().isEmpty() ? byWords(line, name, held) : byKey(line);
        person.ifPresent(id -> posts.computeIfAbsent(id, _ -> new ArrayList<>()).add(units.nameOf(line.unit()) + line.title()));
        return person;
    }

    String nameOf(PersonId person) {
        return known.getOrDefault(person, "");
    }

    /** Further posts the workbook gives the same person. */
    List<String> othersOf(PersonId person, String label) {
        return posts.getOrDefault(person, List.of()).stream().filter(other -> !other.equals(label)).toList();
    }

    private Optional<PersonId> byKey(PostLine line) {
        var person = known.keySet().stream().filter(id -> id.toString().equals(line.id())).findFirst();
        if (person.isEmpty()) {
            draft.fault(line.place(), "person-unknown", "人员标识“" + line.id() + "”在名册里没有。", "人员标识由平台导出，不要自己填写；新任职的人请把这一格留空。");
        }
        return person;
    }

    private Optional<PersonId> byWords(PostLine line, String name, List<Fact<Holding>> held) {
        var holder = held.stream().map(fact -> fact.value().person()).filter(id -> name.equals(known.get(id))).findFirst();
        if (holder.isPresent()) {
            return holder;
        }
        var key = units.home(line.unit()) + "\t" + name;
        var named = byName.getOrDefault(name, List.of());
        if (!byHome.containsKey(key) && line.kind() == HoldingKind.CONCURRENT && named.size() == 1) {
            byHome.put(key, named.getFirst());
        }
        return Optional.of(byHome.computeIfAbsent(key, _ -> newcomer(name)));
    }

    private PersonId newcomer(String name) {
        var person = new Person(new PersonId(draft.edits.id()), name);
        draft.edits.begin(draft.edits.persons, person);
        byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(person.id());
        return person.id();
    }

    private void remember(PersonId person, UnitId unit) {
        var name = known.getOrDefault(person, "");
        draft.known.organisation().unit(unit).map(Unit::code)
                .ifPresent(code -> byHome.putIfAbsent(units.home(code) + "\t" + name, person));
        var same = byName.computeIfAbsent(name, _ -> new ArrayList<>());
        if (!same.contains(person)) {
            same.add(person);
        }
    }
}

package cn.yizhen.app.organisation.roster;

import cn.yizhen.app.document.reading.Place;
import cn.yizhen.app.organisation.roster.Roster.PersonLine;
import cn.yizhen.rules.organisation.Body;
import cn.yizhen.rules.organisation.Fact;
import cn.yizhen.rules.organisation.Person;
import cn.yizhen.rules.organisation.PersonId;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who a name in a row is. The key of a known person or a mark from 人员 decides; else the same name in the same
 * village, township or department is the same person (一肩挑); else, where the row says 兼任, the one person of
 * that name.
 */
final class People {

    private final Drafting draft;
    private final UnitPlanning units;
    private final Map<PersonId, String> names;
    private final Map<String, PersonId> byMark = new HashMap<>();
    private final Map<String, PersonLine> marks = new HashMap<>();
    private final Map<String, PersonId> byHome = new HashMap<>();
    private final Map<String, List<PersonId>> byName = new HashMap<>();
    private final Map<PersonId, List<String>> places = new HashMap<>();
    private final Set<PersonId> fresh = new HashSet<>();

    /**
     * A name as a row gives it.
     *
     * @param id        key or mark, empty for none
     * @param elsewhere whether the row says that the person belongs to another unit (兼任)
     * @param label     what the row makes the person, for saying so at another row
     */
    record Mention(Place place, String unit, String name, String id, boolean elsewhere, String label) {}

    People(Drafting draft, UnitPlanning units) {
        this.draft = draft;
        this.units = units;
        this.names = draft.known.organisation().persons().stream().collect(Collectors.toMap(Person::id, Person::name));
        draft.known.posts().values().forEach(post -> draft.known.holdings().getOrDefault(post.value().id(), List.of())
                .forEach(held -> remember(held.value().person(), post.value().unit())));
        draft.known.bodies().values().stream().flatMap(List::stream).map(Fact::value).forEach(this::remember);
        names.keySet().forEach(id -> byMark.put(id.toString(), id));
    }

    /** Reads 人员: corrects names of known persons, keeps marks of new ones for the rows that name them. */
    void plan() {
        draft.once(draft.roster.persons(), "人员", PersonLine::id, PersonLine::place).forEach(line -> {
            var known = byMark.get(line.id());
            if (known == null) {
                marks.put(line.id(), line);
            } else if (!line.name().equals(names.get(known))) {
                rename(known, line.name());
            }
        });
    }

    /** Says which rows of 人员 nobody named: without a post or a membership there is nobody to bring in. */
    void finish() {
        marks.values().stream().filter(line -> !byMark.containsKey(line.id())).forEach(line -> draft.notice(line.place(), "person-unused",
                "“" + line.name() + "”没有出现在岗位或成员里，没有导入。", "有岗位或属于班子的，请在那一行填上人员标识“" + line.id() + "”。"));
    }

    Optional<PersonId> resolve(Mention mention, List<PersonId> there) {
        var person = mention.id().isEmpty() ? Optional.of(byWords(mention, there)) : byMark(mention);
        person.ifPresent(id -> places.computeIfAbsent(id, _ -> new ArrayList<>()).add(mention.label()));
        return person;
    }

    String nameOf(PersonId person) {
        return names.getOrDefault(person, "");
    }

    boolean isNew(PersonId person) {
        return fresh.contains(person);
    }

    /** What else the workbook makes the same person. */
    List<String> othersOf(PersonId person, String label) {
        return places.getOrDefault(person, List.of()).stream().filter(other -> !other.equals(label)).distinct().toList();
    }

    private void rename(PersonId person, String name) {
        draft.known.history().persons().stream().filter(fact -> fact.value().id().equals(person)).reduce((_, last) -> last)
                .ifPresent(fact -> draft.edits.correct(draft.edits.persons, fact, new Person(person, name)));
        draft.changes("人员", name, "姓名更正，原为“" + names.get(person) + "”");
        byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(person);
        byHome.entrySet().stream().filter(home -> home.getValue().equals(person)).map(home -> home.getKey().replaceFirst("\t.*", "\t" + name)).toList()
                .forEach(home -> byHome.putIfAbsent(home, person));
        names.put(person, name);
    }

    private Optional<PersonId> byMark(Mention mention) {
        var known = byMark.get(mention.id());
        var line = marks.get(mention.id());
        if (known == null && line == null) {
            draft.fault(mention.place(), "person-unknown", "人员标识“" + mention.id() + "”在名册和“人员”表里都没有。",
                    "平台导出的标识不要改动；新来的人请把这一格留空，要区分同名的，先在“人员”表里给他一个标识。");
            return Optional.empty();
        }
        if (line != null && !line.name().equals(mention.name())) {
            draft.fault(mention.place(), "person-named-otherwise", "人员标识“" + mention.id() + "”在“人员”表里是“" + line.name() + "”，这里写的是“" + mention.name() + "”。",
                    "请核对姓名或标识。");
            return Optional.empty();
        }
        return Optional.of(byMark.computeIfAbsent(mention.id(), _ -> newcomer(mention.name())));
    }

    private PersonId byWords(Mention mention, List<PersonId> there) {
        var name = mention.name();
        var holder = there.stream().filter(id -> name.equals(names.get(id))).findFirst();
        if (holder.isPresent()) {
            return holder.get();
        }
        var key = units.home(mention.unit()) + "\t" + name;
        var named = byName.getOrDefault(name, List.of());
        if (!byHome.containsKey(key) && mention.elsewhere() && named.size() == 1) {
            byHome.put(key, named.getFirst());
        }
        return byHome.computeIfAbsent(key, _ -> newcomer(name));
    }

    private PersonId newcomer(String name) {
        var person = new Person(new PersonId(draft.edits.id()), name);
        draft.edits.begin(draft.edits.persons, person);
        byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(person.id());
        names.put(person.id(), name);
        fresh.add(person.id());
        return person.id();
    }

    private void remember(Body body) {
        draft.known.organisation().members(body.id()).forEach(member -> remember(member.person(), body.unit()));
    }

    private void remember(PersonId person, UnitId unit) {
        var name = names.getOrDefault(person, "");
        draft.known.organisation().unit(unit).map(Unit::code)
                .ifPresent(code -> byHome.putIfAbsent(units.home(code) + "\t" + name, person));
        var same = byName.computeIfAbsent(name, _ -> new ArrayList<>());
        if (!same.contains(person)) {
            same.add(person);
        }
    }
}

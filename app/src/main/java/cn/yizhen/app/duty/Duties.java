package cn.yizhen.app.duty;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.app.institution.Institutions;
import cn.yizhen.app.institution.Rulebook;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.app.record.Records;
import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.duty.Counted;
import cn.yizhen.rules.duty.Enumeration;
import cn.yizhen.rules.duty.Explanation;
import cn.yizhen.rules.duty.Happened;
import cn.yizhen.rules.duty.Instance;
import cn.yizhen.rules.duty.InstanceKey;
import cn.yizhen.rules.duty.Said;
import cn.yizhen.rules.duty.Standing;
import cn.yizhen.rules.duty.Standings;
import cn.yizhen.rules.institution.Duty;
import cn.yizhen.rules.institution.Institution;
import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Post;
import cn.yizhen.rules.organisation.PersonId;
import cn.yizhen.rules.organisation.Timeline;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Instances of duties and how they stand, computed each time they are asked for, as far as the asker may see them. */
@Component
public class Duties {

    /** Up to so many units their records are asked for by unit. */
    private static final int FEW = 250;

    private final Transactions transactions;
    private final Institutions institutions;
    private final Organisations organisations;
    private final Records records;
    private final SaidRows said;

    Duties(Transactions transactions, Institutions institutions, Organisations organisations, Records records, SaidRows said) {
        this.transactions = transactions;
        this.institutions = institutions;
        this.organisations = organisations;
        this.records = records;
        this.said = said;
    }

    /**
     * One instance with everything a page says of it.
     *
     * @param bearer   what it falls to, by name
     * @param standing null where it counts nowhere
     */
    public record Seen(Institution institution, Duty duty, Instance instance, String bearer, @Nullable Standing standing,
                       Explanation why) {

        /** What the unit notes of itself, and rules of this kind ask about. */
        private static final List<String> NOTED_OF_ITSELF = List.of("unit.term_months", "unit.branch", "unit.party_members", "unit.joint_units",
                "unit.accounts", "unit.work_groups", "unit.groups_past");

        public Period period() {
            return instance.key().period();
        }

        /** The unit in whose 本单位情况 what the rule asks about is noted; empty where it asks about nothing noted there. */
        public Optional<UnitId> notedIn() {
            return instance.key().bearer() instanceof Bearer.OfUnit(var unit) && NOTED_OF_ITSELF.stream().anyMatch(duty.fallsTo()::asks)
                    ? Optional.of(unit) : Optional.empty();
        }
    }

    /** How the expected instances of some units stand in every period that shares a day with the range. */
    public List<Standing> standings(Scope scope, Period range, Predicate<UnitId> units) {
        return standings(scope, instances(scope, range, units), List.of());
    }

    /** Every instance of one institution, with those that count nowhere; for its page. */
    public List<Instance> instances(Scope scope, Institution institution, Period range, Predicate<UnitId> units) {
        Enumeration enumeration = enumeration(scope);
        return instances(scope, enumeration, institution, range, Reach.of(scope, enumeration.timeline(), organisations).of(institution, units));
    }

    private static List<Instance> instances(Scope scope, Enumeration enumeration, Institution institution, Period range, Set<UnitId> units) {
        return institution.duties().stream()
                .flatMap(duty -> enumeration.instances(institution, duty, range, units).stream())
                .filter(instance -> mayKnow(scope, instance.key().bearer()))
                .toList();
    }

    /** What falls to a person is that person's own affair; superiors and colleagues do not even see that it is there. */
    private static boolean mayKnow(Scope scope, Bearer bearer) {
        return !(bearer instanceof Bearer.OfPerson(var person)) || person.equals(scope.person());
    }

    /** How these instances stand; {@code more} are records not noted yet, to see what they would count for. */
    public List<Standing> standings(Scope scope, List<Instance> instances, List<Happened> more) {
        if (instances.isEmpty()) {
            return List.of();
        }
        Period span = span(instances);
        Timeline timeline = organisations.timeline(scope);
        Set<UnitId> units = noters(instances, timeline, scope.asOf().on());
        Optional<Set<String>> kinds = kinds(scope, instances);
        List<Happened> happened = new ArrayList<>(units.size() > FEW ? records.happened(scope, span.from(), span.lastDay(), kinds)
                : records.happened(scope, span.from(), span.lastDay(), kinds, units, persons(instances)));
        List<Instance> withKin = enumeration(scope).withTheirKin(instances);
        happened.addAll(more);
        Called called = new Called(timeline, scope.asOf().on());
        Map<InstanceKey, List<Said>> words = transactions.reading(scope,
                sql -> said.known(sql, span, scope.asOf().known(), post -> called.name(new Bearer.OfPost(post))));
        List<Standing> all = Standings.of(rulebook(scope).catalogue(), withKin, happened, words, scope.asOf().on());
        return withKin == instances ? all : asked(instances, all);
    }

    /** Those that were asked about, in their order. */
    private static List<Standing> asked(List<Instance> instances, List<Standing> all) {
        Map<InstanceKey, Standing> byKey = all.stream().collect(Collectors.toMap(standing -> standing.instance().key(), standing -> standing));
        return instances.stream().flatMap(instance -> Optional.ofNullable(byKey.get(instance.key())).stream()).toList();
    }

    /** One instance and why it stands as it does; empty if the rules make none or the asker may not see it. */
    public Optional<Seen> find(Scope scope, InstanceKey key) {
        return rulebook(scope).catalogue().institutionOf(key.duty()).flatMap(institution ->
                enumeration(scope).instance(key)
                        .filter(instance -> mayFind(scope, institution, key.bearer()))
                        .map(instance -> seen(scope, institution, instance)));
    }

    /**
     * One instance as a list shows it.
     *
     * @param word how it stands
     * @param note why it counts nowhere, or what somebody said of it; or empty
     */
    public record Listed(InstanceKey key, String bearer, String word, boolean overdue, String note) {}

    /** The instances of one duty in a part of the tree, one by one, as far as the asker may see them; in order of period and tree. */
    public List<Listed> listed(Scope scope, Institution institution, Duty duty, Period range, UnitId under) {
        Timeline timeline = organisations.timeline(scope);
        var reach = Reach.of(scope, timeline, organisations);
        List<Instance> instances = instances(scope, institution, range, unit -> reach.stands(under, unit)).stream()
                .filter(instance -> instance.key().duty().equals(duty.id()))
                .filter(instance -> !(instance.key().bearer() instanceof Bearer.OfPerson))
                .toList();
        Map<InstanceKey, Standing> standings = standings(scope, instances, List.of()).stream()
                .collect(Collectors.toMap(standing -> standing.instance().key(), standing -> standing));
        Called called = new Called(timeline, scope.asOf().on());
        return instances.stream().map(instance -> listed(instance, standings.get(instance.key()), called)).toList();
    }

    private static Listed listed(Instance instance, @Nullable Standing standing, Called called) {
        String bearer = called.name(instance.key().bearer());
        return standing == null
                ? new Listed(instance.key(), bearer, "不计入", false,
                        instance instanceof Instance.CountedOut so ? so.ground().chinese() + "：" + so.because() : "")
                : new Listed(instance.key(), bearer, standing.word(), standing.overdue(), note(standing, called));
    }

    private static String note(Standing standing, Called called) {
        long inTime = standing.records().stream().filter(counted -> !counted.notedLate()).count();
        String noted = inTime < standing.records().size() && inTime < standing.instance().terms().atLeast() ? "补记" : "";
        Stream<String> inherited = standing.records().stream().map(Counted::under).filter(standing.instance().predecessors()::contains)
                .distinct().map(before -> called.name(before) + "的记录");
        Stream<String> not = standing.notCounting().stream().map(record -> record.record().title() + "不计入：" + record.because());
        Stream<String> said = standing.said().stream().flatMap(one -> switch (one) {
            case Said.Exempted exempted -> Stream.of(exempted.ground());
            case Said.Explained explained -> Stream.of("说明：" + explained.text());
            case Said.KeptElsewhere _, Said.HandedOver _ -> Stream.of();
        });
        return Stream.of(Stream.of(noted), inherited, not, said).flatMap(parts -> parts).filter(part -> !part.isEmpty()).collect(Collectors.joining("；"));
    }

    /** What a bearer is called. */
    public String nameOf(Scope scope, Bearer bearer) {
        return new Called(organisations.timeline(scope), scope.asOf().on()).name(bearer);
    }

    /** The unit a bearer belongs to today. */
    public Optional<UnitId> unitOf(Scope scope, Bearer bearer) {
        return organisations.timeline(scope).on(scope.asOf().on()).unitOf(bearer).map(Unit::id);
    }

    /** Where a bearer belongs today: its unit, or those of all posts a person holds. */
    Set<UnitId> unitsOf(Scope scope, Bearer bearer) {
        Organisation organisation = organisations.timeline(scope).on(scope.asOf().on());
        return bearer instanceof Bearer.OfPerson(var person)
                ? organisation.postsOf(person).stream().flatMap(held -> organisation.post(held.post()).stream())
                        .map(Post::unit).collect(Collectors.toSet())
                : organisation.unitOf(bearer).map(Unit::id).stream().collect(Collectors.toSet());
    }

    Rulebook rulebook(Scope scope) {
        return institutions.rulebook(scope);
    }

    List<Instance> instances(Scope scope, Period range, Predicate<UnitId> units) {
        Enumeration enumeration = enumeration(scope);
        var reach = Reach.of(scope, enumeration.timeline(), organisations);
        Set<UnitId> own = reach.own(units);
        return enumeration.catalogue().institutions().stream()
                .flatMap(institution -> instances(scope, enumeration, institution, range,
                        reach.whole(institution) ? reach.of(institution, units) : own).stream())
                .toList();
    }

    private Seen seen(Scope scope, Institution institution, Instance instance) {
        Duty duty = rulebook(scope).catalogue().duty(instance.key().duty()).orElseThrow();
        Called called = new Called(organisations.timeline(scope), scope.asOf().on());
        String bearer = called.name(instance.key().bearer());
        return switch (instance) {
            case Instance.CountedOut out -> new Seen(institution, duty, out, bearer, null, Explanation.of(institution, duty, out));
            case Instance.Expected expected -> {
                Standing standing = alone(scope, expected, called);
                yield new Seen(institution, duty, expected, bearer, standing, Explanation.of(institution, standing, called::name));
            }
        };
    }

    /** How one stands, and which records that could have counted for it count for another. */
    private Standing alone(Scope scope, Instance.Expected expected, Called called) {
        List<Standing> kin = standings(scope, enumeration(scope).withTheirKin(List.of(expected)), List.of());
        Standing own = kin.stream().filter(one -> one.instance().key().equals(expected.key())).findFirst().orElseThrow();
        List<Standing.NotCounting> elsewhere = kin.stream().filter(other -> other != own)
                .flatMap(other -> other.records().stream().map(Counted::record).filter(record -> concerns(expected, record))
                        .map(record -> new Standing.NotCounting(record, "已算给" + called.name(other.instance().key().bearer()) + "，同一件事一条记录只算一处")))
                .toList();
        return elsewhere.isEmpty() ? own : new Standing(own.duty(), own.instance(), own.state(), own.records(),
                Stream.concat(own.notCounting().stream(), elsewhere.stream()).toList(), own.said());
    }

    private static boolean concerns(Instance.Expected instance, Happened record) {
        return record.whose().contains(instance.key().bearer()) || record.whose().stream().anyMatch(instance.predecessors()::contains);
    }

    private boolean mayFind(Scope scope, Institution institution, Bearer bearer) {
        Timeline timeline = organisations.timeline(scope);
        if (bearer instanceof Bearer.OfPerson) {
            return mayKnow(scope, bearer);
        }
        return timeline.lastUnitOf(bearer, scope.asOf().on())
                .filter(unit -> !Reach.of(scope, timeline, organisations).of(institution, unit::equals).isEmpty()).isPresent();
    }

    private static Set<PersonId> persons(List<Instance> instances) {
        return instances.stream().map(instance -> instance.key().bearer())
                .flatMap(bearer -> bearer instanceof Bearer.OfPerson(var person) ? Stream.of(person) : Stream.empty())
                .collect(Collectors.toSet());
    }

    /** The kinds of record that can count for any of the instances; empty where it may be any kind. */
    private Optional<Set<String>> kinds(Scope scope, List<Instance> instances) {
        var conditions = instances.stream().map(instance -> instance.key().duty()).distinct()
                .flatMap(duty -> rulebook(scope).catalogue().duty(duty).stream()).map(duty -> duty.counts().kinds()).toList();
        return conditions.stream().allMatch(Optional::isPresent)
                ? Optional.of(conditions.stream().flatMap(Optional::stream).flatMap(Set::stream).collect(Collectors.toSet())) : Optional.empty();
    }

    /** The units whose records can count for any of the instances: those of their bearers and of whoever came before. */
    private static Set<UnitId> noters(List<Instance> instances, Timeline timeline, LocalDate on) {
        return instances.stream()
                .flatMap(instance -> Stream.concat(Stream.of(instance.key().bearer()),
                        instance instanceof Instance.Expected expected ? expected.predecessors().stream() : Stream.empty()))
                .distinct()
                .flatMap(bearer -> timeline.lastUnitOf(bearer, on).stream())
                .collect(Collectors.toSet());
    }

    Enumeration enumeration(Scope scope) {
        Rulebook rulebook = rulebook(scope);
        var emergencies = transactions.reading(scope, sql -> EmergencyRows.known(sql, scope.asOf().known()));
        return new Enumeration(rulebook.catalogue(), rulebook.inUse(), organisations.timeline(scope), emergencies, scope.asOf().on());
    }

    private static Period span(List<Instance> instances) {
        LocalDate from = instances.stream().map(instance -> instance.key().period().from()).min(LocalDate::compareTo).orElseThrow();
        LocalDate until = instances.stream().map(instance -> instance.key().period().until()).max(LocalDate::compareTo).orElseThrow();
        return new Period(from, until);
    }
}

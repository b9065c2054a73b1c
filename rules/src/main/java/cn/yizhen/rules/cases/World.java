package cn.yizhen.rules.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.cases.DutyCase.Facts;
import cn.yizhen.rules.cases.DutyCase.UnitFacts;
import cn.yizhen.rules.duty.Views;
import cn.yizhen.rules.institution.UnitView;
import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.Body;
import cn.yizhen.rules.organisation.BodyId;
import cn.yizhen.rules.organisation.BodyKind;
import cn.yizhen.rules.organisation.Channel;
import cn.yizhen.rules.organisation.ChannelKind;
import cn.yizhen.rules.organisation.Fact;
import cn.yizhen.rules.organisation.Holding;
import cn.yizhen.rules.organisation.HoldingKind;
import cn.yizhen.rules.organisation.MemberCount;
import cn.yizhen.rules.organisation.OrganisationHistory;
import cn.yizhen.rules.organisation.Particular;
import cn.yizhen.rules.organisation.Person;
import cn.yizhen.rules.organisation.PersonId;
import cn.yizhen.rules.organisation.Post;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.Timeline;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.organisation.UnitKind;
import cn.yizhen.rules.organisation.Valid;

/** The organisation a case is set in: a county, the unit, and whatever of it the case names. */
final class World {

    private static final LocalDate LONG_AGO = LocalDate.of(1990, 1, 1);

    private final List<Fact<Unit>> units = new ArrayList<>();
    private final List<Fact<Person>> persons = new ArrayList<>();
    private final List<Fact<Post>> posts = new ArrayList<>();
    private final List<Fact<Holding>> holdings = new ArrayList<>();
    private final List<Fact<Body>> bodies = new ArrayList<>();
    private final List<Fact<MemberCount>> counts = new ArrayList<>();
    private final List<Fact<Particular>> particulars = new ArrayList<>();
    private final List<Fact<Channel>> channels = new ArrayList<>();
    private final Valid since;
    private final UnitId unit;
    private final String code;
    private Bearer bearer;
    private int made;

    private World(UnitFacts facts) {
        var root = unit(UnitKind.COUNTY, null, Map.of(), Valid.from(LONG_AGO));
        var parentKind = UnitKind.of(facts.parentKind()).orElseThrow();
        var parent = parentKind == UnitKind.COUNTY ? root : unit(parentKind, root, Map.of(), Valid.from(LONG_AGO));
        this.since = Valid.from(facts.founded());
        this.unit = unit(UnitKind.of(facts.kind()).orElseThrow(), parent, facts.attributes(), since);
        this.code = units.getLast().value().code();
        this.bearer = new Bearer.OfUnit(unit);
    }

    static World of(Facts facts) {
        var world = new World(facts.unit());
        world.assembly(facts.unit());
        world.registers(facts.unit());
        facts.body().ifPresent(kind -> world.bearer = new Bearer.OfBody(world.body(BodyKind.of(kind).orElseThrow())));
        facts.post().ifPresent(functions -> world.bearer = new Bearer.OfPost(world.post(functions)));
        facts.person().ifPresent(functions -> world.bearer = new Bearer.OfPerson(world.holder(functions)));
        return world;
    }

    /** A unit as conditions see it. */
    static UnitView view(UnitFacts facts) {
        var world = new World(facts);
        world.assembly(facts);
        world.registers(facts);
        return (UnitView) Views.of(new Bearer.OfUnit(world.unit), world.timeline().on(facts.founded()))[0];
    }

    private void assembly(UnitFacts facts) {
        if (facts.fullMembers() > 0) {
            var assembly = body(BodyKind.BRANCH_ASSEMBLY);
            counts.add(noted(new MemberCount(assembly, facts.fullMembers(), facts.probationary(), facts.fullMembers()), since));
        }
        if (facts.committee()) {
            body(BodyKind.BRANCH_COMMITTEE);
        }
        for (int i = 0; i < facts.partyGroups(); i++) {
            body(BodyKind.PARTY_GROUP);
        }
    }

    private void registers(UnitFacts facts) {
        facts.particulars().forEach((word, value) -> Particular.Sort.of(word)
                .ifPresent(sort -> particulars.add(noted(new Particular(unit, sort, value), since))));
        for (int i = 0; i < facts.joined(); i++) {
            var other = unit(UnitKind.ENTERPRISE, unit, Map.of(), since);
            particulars.add(noted(new Particular(other, Particular.Sort.JOINT_BRANCH, code), since));
        }
        if (facts.ownBranch()) {
            unit(UnitKind.BRANCH, unit, Map.of(), since);
        }
        for (int i = 0; i < facts.accounts(); i++) {
            channels.add(noted(channel(ChannelKind.ACCOUNT, null), since));
        }
        facts.groups().forEach(last -> channels.add(noted(channel(ChannelKind.WORK_GROUP, last), since)));
    }

    private Channel channel(ChannelKind kind, @Nullable LocalDate dissolveBy) {
        return new Channel(id(), unit, kind, "某号", "某事", new PostId(id()), null, 0, dissolveBy);
    }

    Bearer bearer() {
        return bearer;
    }

    Timeline timeline() {
        return new Timeline(new OrganisationHistory(units, persons, posts, holdings, bodies, List.of(), counts, List.of(),
                List.of(), particulars, channels), AsOf.LATEST);
    }

    private UnitId unit(UnitKind kind, @Nullable UnitId parent, Map<String, String> attributes, Valid valid) {
        var id = new UnitId(id());
        units.add(noted(new Unit(id, "U" + made, kind.chinese(), "", kind, parent, made, attributes), valid));
        return id;
    }

    private BodyId body(BodyKind kind) {
        var id = new BodyId(id());
        bodies.add(noted(new Body(id, unit, kind, kind.chinese(), made), since));
        return id;
    }

    private PostId post(Set<String> functions) {
        holder(functions);
        return posts.getLast().value().id();
    }

    private PersonId holder(Set<String> functions) {
        var id = new PostId(id());
        var person = new PersonId(id());
        posts.add(noted(new Post(id, "P" + made, unit, "岗位", functions, made), since));
        persons.add(noted(new Person(person, "某某"), since));
        holdings.add(noted(new Holding(person, id, HoldingKind.HOLDS), since));
        return person;
    }

    private <T> Fact<T> noted(T value, Valid valid) {
        return Fact.noted(id(), value, valid, 1);
    }

    private UUID id() {
        return new UUID(0, ++made);
    }
}

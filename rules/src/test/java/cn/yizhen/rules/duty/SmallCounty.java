package cn.yizhen.rules.duty;

import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.institution.Catalogue;
import cn.yizhen.rules.institution.InstitutionId;
import cn.yizhen.rules.institution.RecordView;
import cn.yizhen.rules.institution.ShippedCatalogue;
import cn.yizhen.rules.institution.reading.CatalogueReader;
import cn.yizhen.rules.institution.reading.Reading;
import cn.yizhen.rules.institution.reading.SourceFile;
import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.Body;
import cn.yizhen.rules.organisation.BodyId;
import cn.yizhen.rules.organisation.BodyKind;
import cn.yizhen.rules.organisation.Fact;
import cn.yizhen.rules.organisation.MemberCount;
import cn.yizhen.rules.organisation.OrganisationHistory;
import cn.yizhen.rules.organisation.Succession;
import cn.yizhen.rules.organisation.SuccessionKind;
import cn.yizhen.rules.organisation.Timeline;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.organisation.UnitKind;
import cn.yizhen.rules.organisation.Valid;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A small invented county to say sentences about: units and bodies by name, institutions, records. */
public final class SmallCounty {

    public static final LocalDate FOUNDED = LocalDate.of(2020, 1, 1);

    private final List<Fact<Unit>> units = new ArrayList<>();
    private final List<Fact<Body>> bodies = new ArrayList<>();
    private final List<Fact<MemberCount>> counts = new ArrayList<>();
    private final List<Fact<Succession>> successions = new ArrayList<>();
    private final List<Happened> records = new ArrayList<>();
    private final List<Emergency> emergencies = new ArrayList<>();
    private final Map<InstanceKey, List<Said>> said = new HashMap<>();
    private final Map<InstitutionId, LocalDate> inUse = new HashMap<>();
    private int made;
    private Catalogue catalogue = ShippedCatalogue.catalogue();

    public SmallCounty() {
        unit("县", UnitKind.COUNTY, null, Valid.from(FOUNDED));
        unit("镇", UnitKind.TOWNSHIP, "县", Valid.from(FOUNDED));
        usedFrom(FOUNDED);
    }

    /** Every institution of the catalogue in use from a day. */
    public SmallCounty usedFrom(LocalDate day) {
        catalogue.institutions().forEach(institution -> inUse.put(institution.id(), day));
        return this;
    }

    /** Only this file instead of the shipped ones. */
    public SmallCounty withInstitution(String path, String yaml) {
        catalogue = switch (CatalogueReader.read(List.of(new SourceFile(path, yaml.getBytes(StandardCharsets.UTF_8))))) {
            case Reading.Read<Catalogue>(var read) -> read;
            case Reading.Faulty<Catalogue>(var faults) -> throw new AssertionError(faults);
        };
        inUse.clear();
        return usedFrom(FOUNDED);
    }

    public SmallCounty unit(String name, UnitKind kind, @Nullable String parent, Valid valid) {
        UnitId above = parent == null ? null : id(parent);
        units.add(fact("unit " + name, new Unit(id(name), name, name, name, kind, above, 1, Map.of()), valid));
        return this;
    }

    /** A branch with its assembly. */
    public SmallCounty branch(String name, String parent, Valid valid, int members) {
        unit(name, UnitKind.BRANCH, parent, valid);
        BodyId assembly = new BodyId(uuid("assembly " + name));
        bodies.add(fact("assembly " + name, new Body(assembly, id(name), BodyKind.BRANCH_ASSEMBLY, "支部党员大会", 1), valid));
        counts.add(fact("count " + name, new MemberCount(assembly, members, 0, members), valid));
        return this;
    }

    public SmallCounty committee(String branch, Valid valid) {
        BodyId id = new BodyId(uuid("committee " + branch));
        bodies.add(fact("committee " + branch, new Body(id, id(branch), BodyKind.BRANCH_COMMITTEE, "支部委员会", 1), valid));
        return this;
    }

    public SmallCounty succession(LocalDate day, SuccessionKind kind, Set<String> from, Set<String> to) {
        successions.add(fact("succession " + day, new Succession(kind, ids(from), ids(to), "县政府批复"), Valid.from(day)));
        return this;
    }

    public SmallCounty emergency(LocalDate from, LocalDate until, String... area) {
        emergencies.add(new Emergency("防汛应急响应通知", ids(Set.of(area)), Valid.between(from, until)));
        return this;
    }

    public SmallCounty record(String kind, String unit, LocalDate day) {
        return record(kind, unit, day, null);
    }

    public SmallCounty record(String kind, String unit, LocalDate day, @Nullable Period makesUpFor) {
        return record(kind, List.of(unit), day, makesUpFor, Optional.empty());
    }

    public SmallCounty record(
            String kind, List<String> whose, LocalDate day, @Nullable Period makesUpFor, Optional<Attendance> attendance) {
        records.add(happened(kind, whose, day, makesUpFor, attendance));
        return this;
    }

    /** A record that is not noted yet. */
    public Happened happened(
            String kind, List<String> whose, LocalDate day, @Nullable Period makesUpFor, Optional<Attendance> attendance) {
        return new Happened(uuid("record " + made), "记录" + made++, day, day,
                whose.stream().<Bearer>map(name -> new Bearer.OfUnit(id(name))).toList(),
                new RecordView(kind, Set.of(), Set.of()), makesUpFor, attendance);
    }

    /** The records as they stand. */
    public List<Happened> records() {
        return records;
    }

    public Map<InstanceKey, List<Said>> said() {
        return said;
    }

    public SmallCounty say(InstanceKey key, Said what) {
        said.computeIfAbsent(key, _ -> new ArrayList<>()).add(what);
        return this;
    }

    public Enumeration on(LocalDate today) {
        return new Enumeration(catalogue, inUse, timeline(), emergencies, today);
    }

    public List<Standing> standings(Period range, LocalDate today) {
        return Standings.of(catalogue, on(today).instances(range), records, said, today);
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    public Timeline timeline() {
        return new Timeline(new OrganisationHistory(
                units, List.of(), List.of(), List.of(), bodies, List.of(), counts, List.of(), successions), AsOf.LATEST);
    }

    public static UnitId id(String name) {
        return new UnitId(uuid("unit " + name));
    }

    private static Set<UnitId> ids(Set<String> names) {
        return Set.copyOf(names.stream().map(SmallCounty::id).toList());
    }

    private static <T> Fact<T> fact(String what, T value, Valid valid) {
        return Fact.noted(uuid(what + valid), value, valid, 1);
    }

    private static UUID uuid(String of) {
        return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8));
    }
}

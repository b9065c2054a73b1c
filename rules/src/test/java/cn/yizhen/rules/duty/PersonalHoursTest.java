package cn.yizhen.rules.duty;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.calendar.Cadence;
import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.institution.Catalogue;
import cn.yizhen.rules.institution.InstitutionId;
import cn.yizhen.rules.institution.RecordView;
import cn.yizhen.rules.institution.reading.CatalogueReader;
import cn.yizhen.rules.institution.reading.Reading;
import cn.yizhen.rules.institution.reading.SourceFile;
import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.Fact;
import cn.yizhen.rules.organisation.Holding;
import cn.yizhen.rules.organisation.HoldingKind;
import cn.yizhen.rules.organisation.OrganisationHistory;
import cn.yizhen.rules.organisation.Person;
import cn.yizhen.rules.organisation.PersonId;
import cn.yizhen.rules.organisation.Post;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.Timeline;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.organisation.UnitKind;
import cn.yizhen.rules.organisation.Valid;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("个人学时")
class PersonalHoursTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Period YEAR = Cadence.YEAR.containing(TODAY);
    private static final Valid ALWAYS = Valid.from(LocalDate.of(2020, 1, 1));
    private static final PersonId ONE = new PersonId(new UUID(1, 1));
    private static final PersonId OTHER = new PersonId(new UUID(1, 2));
    private static final String FILE = """
            institution: 干部教育培训
            pillar: 干部人才建设
            kept-in: here
            summary: 学时
            records:
              - { kind: training, title: 学习培训, shape: training }
            duties:
              - id: cadre-hours
                title: 干部年度学时
                bearer: person
                falls-to: '"department" in person.unit_kinds'
                says: 部门的干部
                every: year
                measure: hours
                at-least: { 2024-01-01: 90 }
                counts: 'record.kind == "training"'
                binding: usual
                source: { title: 条例, year: 2023, article: 第十四条, status: S, checked-on: 2026-11-23 }
                why: 一年九十学时
            """;

    private final List<Happened> records = new ArrayList<>();
    private final Catalogue catalogue = catalogue();

    @Test
    @DisplayName("学时加起来够了才算，次数不算；差一学时写得出还差多少")
    void hoursAreAddedUp() {
        trained(LocalDate.of(2026, 3, 2), 40, ONE);
        trained(LocalDate.of(2026, 9, 7), 49, ONE);
        assertThat(standing(ONE).state()).isEqualTo(State.OPEN);
        assertThat(standing(ONE).progress()).isEqualTo("已有89学时，要90学时");
        assertThat(standing(ONE).stillToCome()).isEqualTo(1);
        trained(LocalDate.of(2026, 11, 2), 1, ONE);
        assertThat(standing(ONE).state()).isEqualTo(State.MET);
    }

    @Test
    @DisplayName("一起参加的一次培训登记一条，各人各计学时")
    void aCourseCountsForEveryoneWhoTookIt() {
        trained(LocalDate.of(2026, 3, 2), 90, ONE, OTHER);
        assertThat(standing(ONE).state()).isEqualTo(State.MET);
        assertThat(standing(OTHER).state()).isEqualTo(State.MET);
    }

    @Test
    @DisplayName("去年的学时不算今年的；登记在上级系统里的，一次就算齐")
    void onlyThisYearAndTheSystemAbove() {
        trained(LocalDate.of(2025, 12, 31), 90, ONE);
        assertThat(standing(ONE).state()).isEqualTo(State.OPEN);
        var key = standing(ONE).instance().key();
        var elsewhere = Map.of(key, List.<Said>of(new Said.KeptElsewhere(TODAY, "本人", TODAY, "培训平台")));
        assertThat(Standings.of(catalogue, instances(), records, elsewhere, TODAY))
                .filteredOn(standing -> standing.instance().key().equals(key))
                .singleElement().extracting(Standing::state).isEqualTo(State.MET);
    }

    private void trained(LocalDate day, int hours, PersonId... persons) {
        var whose = Stream.of(persons).<Bearer>map(Bearer.OfPerson::new).toList();
        records.add(new Happened(new UUID(9, records.size()), "学习培训", day, day, whose,
                new RecordView("training", Set.of(), Set.of(), hours), null, Optional.empty()));
    }

    private Standing standing(PersonId person) {
        return Standings.of(catalogue, instances(), records, Map.of(), TODAY).stream()
                .filter(standing -> standing.instance().key().bearer().equals(new Bearer.OfPerson(person)))
                .findFirst().orElseThrow();
    }

    private List<Instance> instances() {
        var county = new UnitId(new UUID(2, 1));
        var office = new UnitId(new UUID(2, 2));
        var units = List.of(fact(new Unit(county, "X", "县", "县", UnitKind.COUNTY, null, 1, Map.of())),
                fact(new Unit(office, "B", "局", "局", UnitKind.DEPARTMENT, county, 1, Map.of())));
        var posts = List.of(post(office, 1), post(office, 2));
        var holdings = List.of(fact(new Holding(ONE, posts.getFirst().value().id(), HoldingKind.HOLDS)),
                fact(new Holding(OTHER, posts.getLast().value().id(), HoldingKind.HOLDS)));
        var persons = List.of(fact(new Person(ONE, "甲")), fact(new Person(OTHER, "乙")));
        var history = new OrganisationHistory(units, persons, posts, holdings, List.of(), List.of(), List.of(), List.of(), List.of());
        var inUse = Map.of(new InstitutionId("cadre-training"), LocalDate.of(2026, 1, 1));
        return new Enumeration(catalogue, inUse, new Timeline(history, AsOf.LATEST), List.of(), TODAY).instances(YEAR);
    }

    private static Fact<Post> post(UnitId unit, int rank) {
        return fact(new Post(new PostId(new UUID(3, rank)), "P" + rank, unit, "岗位", Set.of("staff"), rank));
    }

    private static <T> Fact<T> fact(T value) {
        return Fact.noted(UUID.nameUUIDFromBytes(value.toString().getBytes(StandardCharsets.UTF_8)), value, ALWAYS, 1);
    }

    private static Catalogue catalogue() {
        return switch (CatalogueReader.read(List.of(new SourceFile("3-cadres/cadre-training.yaml", FILE.getBytes(StandardCharsets.UTF_8))))) {
            case Reading.Read<Catalogue>(var read) -> read;
            case Reading.Faulty<Catalogue>(var faults) -> throw new AssertionError(faults.toString());
        };
    }
}

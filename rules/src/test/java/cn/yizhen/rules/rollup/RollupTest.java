package cn.yizhen.rules.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.duty.Enumeration;
import cn.yizhen.rules.duty.Happened;
import cn.yizhen.rules.duty.Instance;
import cn.yizhen.rules.duty.RandomCounty;
import cn.yizhen.rules.duty.SmallCounty;
import cn.yizhen.rules.duty.Standing;
import cn.yizhen.rules.duty.Standings;
import cn.yizhen.rules.duty.Tally;
import cn.yizhen.rules.institution.DutyId;
import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.Timeline;
import cn.yizhen.rules.organisation.UnitId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every cached count against the plain enumeration, in counties drawn at random; a failing seed can be run again. */
class RollupTest {

    private static final List<String> UNITS = Stream.concat(
            Stream.of("县", "镇", "乡", "旧甲", "旧乙", "新", "大", "大甲", "大乙"),
            IntStream.range(0, 6).boxed().flatMap(i -> Stream.of("支部" + i, "村" + i))).toList();

    /** The cadence and the number asked for change in the middle of a period. */
    private static final String CHANGING = """
            institution: 支部党员大会
            pillar: 政治思想建设
            kept-in: here
            summary: 定期开会。
            records:
              - { kind: branch-assembly, title: 党员大会, shape: meeting }
              - { kind: branch-committee, title: 支委会, shape: meeting }
            duties:
              - id: assembly
                title: 支部党员大会
                bearer: unit
                falls-to: 'unit.kind == "branch"'
                says: 每个支部
                every: { 2020-01-01: quarter, 2025-05-15: month, 2026-02-20: half-year }
                at-least: { 2020-01-01: 1, 2025-08-10: 2 }
                counts: 'record.kind == "branch-assembly"'
                binding: usual
                source: { title: 某县支部办法, year: 2020, article: 第二条, status: local, checked-on: 2026-11-23 }
                why: 有事商量。
              - id: committee
                title: 支委会
                bearer: body
                falls-to: 'body.kind == "branch-committee"'
                says: 每个支委会
                every: month
                at-least: { 2020-01-01: 1 }
                counts: 'record.kind == "branch-committee"'
                binding: usual
                source: { title: 某县支部办法, year: 2020, article: 第三条, status: local, checked-on: 2026-11-23 }
                why: 有事商量。
            """;

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @DisplayName("汇总的每个数，与逐件算出的一样：合并、拆分、补办、免办、更正、规定中途改变")
    void everyCountIsThatOfTheEnumeration(int seed) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var county = RandomCounty.draw(random);
        if (seed % 3 == 0) {
            county.withInstitution("1-political/assembly.yaml", CHANGING);
        }
        var today = RandomCounty.day(random);
        var range = new Period(RandomCounty.JANUARY, RandomCounty.JANUARY.plusMonths(6 + random.nextInt(18)));
        var enumeration = county.on(today);
        RandomCounty.sayAtRandom(county, enumeration.instances(range), random, today);

        var rollup = Rollup.of(enumeration, range, county.records(), county.said());
        assertSame(rollup, county, enumeration, range);
        changeRecords(rollup, county, random);
        assertSame(rollup, county, enumeration, range);
    }

    private static void changeRecords(Rollup rollup, SmallCounty county, RandomGenerator random) {
        List<Happened> records = county.records();
        for (int i = 0; i < 40; i++) {
            Happened fresh = RandomCounty.record(county, random);
            if (random.nextBoolean()) {
                rollup.retract(records.remove(random.nextInt(records.size())));
            }
            if (random.nextInt(4) > 0) {
                rollup.note(fresh);
                records.add(fresh);
            }
        }
    }

    private static void assertSame(Rollup rollup, SmallCounty county, Enumeration enumeration, Period range) {
        var instances = enumeration.instances(range);
        var standings = Standings.of(county.catalogue(), instances, county.records(), county.said(), enumeration.today());
        record Group(DutyId duty, Period period) {}
        instances.stream().map(instance -> new Group(instance.key().duty(), instance.key().period())).distinct().forEach(group -> {
            var those = instances.stream().filter(i -> group.equals(new Group(i.key().duty(), i.key().period()))).toList();
            var stand = standings.stream().filter(s -> group.equals(new Group(s.duty().id(), s.instance().key().period()))).toList();
            UNITS.forEach(unit -> assertThat(rollup.tally(SmallCounty.id(unit), group.duty(), group.period()))
                    .as("%s %s %s", unit, group.duty(), group.period())
                    .isEqualTo(plain(SmallCounty.id(unit), those, stand, enumeration)));
        });
    }

    private static Tally plain(UnitId root, Collection<Instance> instances, Collection<Standing> standings, Enumeration enumeration) {
        return Tally.of(
                instances.stream().filter(i -> under(root, i.key().bearer(), i.key().period(), enumeration)).toList(),
                standings.stream().filter(s -> under(root, s.instance().key().bearer(), s.instance().key().period(), enumeration)).toList());
    }

    /** Climbs from the bearer to the root as the tree stood on the period's last day, or when it ended within the period. */
    private static boolean under(UnitId root, Bearer bearer, Period period, Enumeration enumeration) {
        LocalDate seenOn = enumeration.today().isBefore(period.lastDay()) ? enumeration.today() : period.lastDay();
        Timeline timeline = enumeration.timeline();
        Optional<Bearer> at = Optional.of(bearer);
        List<UnitId> passed = new ArrayList<>();
        while (at.isPresent()) {
            Bearer here = at.get();
            var then = timeline.on(timeline.on(seenOn).unitOf(here).isPresent() ? seenOn
                    : timeline.lifeOf(here).orElseThrow().until().minusDays(1));
            var unit = then.unitOf(here).orElseThrow();
            passed.add(unit.id());
            at = here instanceof Bearer.OfUnit
                    ? Optional.ofNullable(unit.parent()).map(Bearer.OfUnit::new)
                    : Optional.of(new Bearer.OfUnit(unit.id()));
        }
        return passed.contains(root) && knows(root, period, seenOn, timeline);
    }

    private static boolean knows(UnitId root, Period period, LocalDate seenOn, Timeline timeline) {
        var life = timeline.lifeOf(new Bearer.OfUnit(root)).orElseThrow();
        return timeline.on(seenOn).unit(root).isPresent()
                || life.until() != null && life.until().isAfter(period.from()) && !life.until().isAfter(seenOn);
    }
}

package cn.yizhen.rules.duty;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.rules.calendar.Cadence;
import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.institution.DutyId;
import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.SuccessionKind;
import cn.yizhen.rules.organisation.UnitKind;
import cn.yizhen.rules.organisation.Valid;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Counties drawn at random from a seed; each failing seed is a case that can be run again. */
class PartitionTest {

    private static final LocalDate JANUARY = LocalDate.of(2025, 1, 1);
    private static final List<String> KINDS =
            List.of("branch-assembly", "branch-committee", "party-lesson", "theme-day", "village-disclosure");

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @DisplayName("每件应办恰好落在一处：不计入、免办、已记录、期后补办、期内、未见记录")
    void everyInstanceIsInExactlyOnePlace(int seed) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var county = draw(random);
        var today = day(random);
        var range = new Period(JANUARY, JANUARY.plusMonths(6 + random.nextInt(24)));
        var instances = county.on(today).instances(range);
        sayAtRandom(county, instances, random, today);
        var standings = county.standings(range, today);

        var keys = instances.stream().map(Instance::key).toList();
        assertThat(keys).doesNotHaveDuplicates();
        var tally = Tally.of(instances, standings);
        assertThat(tally.enumerated()).isEqualTo(instances.size());
        assertThat(tally.countedOut() + standings.size()).isEqualTo(instances.size());
        assertThat(tally.expected()).isEqualTo(standings.size());
        assertPeriodsOfOneBearerNeverOverlap(instances);
        assertEachRecordCountsOncePerDuty(standings);
        assertThat(standings).filteredOn(standing -> standing.state() == State.OPEN)
                .allMatch(standing -> !today.isAfter(standing.instance().key().period().lastDay()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @DisplayName("单独算一件，与成批算出的同一件一样")
    void oneInstanceAloneIsTheSameAsAmongAll(int seed) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var enumeration = draw(random).on(day(random));
        var instances = enumeration.instances(Cadence.QUARTER.containing(day(random)));
        for (int i = 0; i < Math.min(3, instances.size()); i++) {
            var instance = instances.get(random.nextInt(instances.size()));
            assertThat(enumeration.instance(instance.key())).contains(instance);
        }
    }

    private static void assertPeriodsOfOneBearerNeverOverlap(List<Instance> instances) {
        record Whose(DutyId duty, Bearer bearer) {}
        instances.stream()
                .collect(java.util.stream.Collectors.groupingBy(i -> new Whose(i.key().duty(), i.key().bearer())))
                .values()
                .forEach(same -> {
                    for (int i = 1; i < same.size(); i++) {
                        assertThat(same.get(i).key().period().overlaps(same.get(i - 1).key().period())).isFalse();
                    }
                });
    }

    private static void assertEachRecordCountsOncePerDuty(List<Standing> standings) {
        record Use(DutyId duty, UUID record) {}
        Set<Use> seen = new HashSet<>();
        standings.forEach(standing -> standing.records().forEach(
                counted -> assertThat(seen.add(new Use(standing.duty().id(), counted.record().record()))).isTrue()));
    }

    private static SmallCounty draw(RandomGenerator random) {
        var county = new SmallCounty().usedFrom(random.nextBoolean() ? SmallCounty.FOUNDED : day(random));
        for (int i = 0; i < 6; i++) {
            var valid = random.nextInt(3) == 0 ? between(random) : Valid.from(SmallCounty.FOUNDED);
            county.branch("支部" + i, "镇", valid, 3 + random.nextInt(20));
            if (random.nextBoolean()) {
                county.committee("支部" + i, random.nextBoolean() ? valid : between(random));
            }
            county.unit("村" + i, UnitKind.VILLAGE, "镇", valid);
        }
        var merged = day(random);
        county.branch("旧甲", "镇", Valid.between(SmallCounty.FOUNDED, merged), 8)
                .branch("旧乙", "镇", Valid.between(SmallCounty.FOUNDED, merged), 8)
                .branch("新", "镇", Valid.from(merged), 16)
                .succession(merged, SuccessionKind.MERGER, Set.of("旧甲", "旧乙"), Set.of("新"));
        var flood = day(random);
        county.emergency(flood, flood.plusDays(1 + random.nextInt(40)), "镇");
        for (int i = 0; i < 60; i++) {
            county.record(KINDS.get(random.nextInt(KINDS.size())), owner(random), day(random),
                    random.nextInt(4) == 0 ? Cadence.QUARTER.containing(day(random)) : null);
        }
        return county;
    }

    private static void sayAtRandom(SmallCounty county, List<Instance> instances, RandomGenerator random, LocalDate today) {
        instances.stream().filter(_ -> random.nextInt(9) == 0).forEach(instance -> county.say(instance.key(),
                random.nextBoolean()
                        ? new Said.Exempted(today, "某部", "因换届")
                        : new Said.KeptElsewhere(today, "某人", day(random), "某系统")));
    }

    private static String owner(RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> "村" + random.nextInt(6);
            case 1 -> List.of("旧甲", "旧乙", "新").get(random.nextInt(3));
            default -> "支部" + random.nextInt(6);
        };
    }

    private static Valid between(RandomGenerator random) {
        var from = day(random);
        return Valid.between(from, from.plusDays(1 + random.nextInt(400)));
    }

    private static LocalDate day(RandomGenerator random) {
        return JANUARY.plusDays(random.nextInt(700));
    }
}

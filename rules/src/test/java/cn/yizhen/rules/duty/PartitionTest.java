package cn.yizhen.rules.duty;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.rules.calendar.Cadence;
import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.institution.DutyId;
import cn.yizhen.rules.organisation.Bearer;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Counties drawn at random from a seed; each failing seed is a case that can be run again. */
class PartitionTest {

    private static final LocalDate JANUARY = RandomCounty.JANUARY;

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @DisplayName("每件应办恰好落在一处：不计入、免办、已记录、期后补办、期内、未见记录")
    void everyInstanceIsInExactlyOnePlace(int seed) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var county = RandomCounty.draw(random);
        var today = RandomCounty.day(random);
        var range = new Period(JANUARY, JANUARY.plusMonths(6 + random.nextInt(24)));
        var instances = county.on(today).instances(range);
        RandomCounty.sayAtRandom(county, instances, random, today);
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
        var enumeration = RandomCounty.draw(random).on(RandomCounty.day(random));
        var instances = enumeration.instances(Cadence.QUARTER.containing(RandomCounty.day(random)));
        for (int i = 0; i < Math.min(3, instances.size()); i++) {
            var instance = instances.get(random.nextInt(instances.size()));
            assertThat(enumeration.instance(instance.key())).contains(instance);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @DisplayName("单独问一件怎么样，与成批算出的一样：拆分以前的记录只算给一家，问另一家时也不算给它")
    void oneStandingAloneIsTheSameAsAmongAll(int seed) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var county = RandomCounty.draw(random);
        var today = RandomCounty.day(random);
        var enumeration = county.on(today);
        var range = new Period(JANUARY, JANUARY.plusMonths(24));
        var inherited = county.standings(range, today).stream().filter(standing -> !standing.instance().predecessors().isEmpty()).toList();
        for (var among : inherited.subList(0, Math.min(12, inherited.size()))) {
            var alone = Standings.of(county.catalogue(), enumeration.withTheirKin(List.of(among.instance())), county.records(), county.said(), today).stream()
                    .filter(standing -> standing.instance().key().equals(among.instance().key())).findFirst();
            assertThat(alone).as(among.instance().key().text()).contains(among);
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
}

package cn.yizhen.rules.duty;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.rules.calendar.Cadence;
import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.institution.Duty;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PeriodsTest {

    private static final Period YEAR = Cadence.YEAR.containing(LocalDate.of(2026, 1, 1));

    private static final String FILE = """
            institution: 院坝会
            pillar: 民主政治建设
            kept-in: here
            summary: 大家坐下来说说村里的事。
            records:
              - { kind: yard-meeting, title: 院坝会, shape: meeting }
            duties:
              - id: yard-meeting
                title: 院坝会
                bearer: unit
                falls-to: 'unit.kind == "village"'
                says: 每个村
                every: %s
                at-least: %s
                counts: 'record.kind == "yard-meeting"'
                binding: usual
            %s    source: { title: 某县院坝会办法, year: 2020, article: 第二条, status: local, checked-on: 2026-11-23 }
                why: 有事坐下来商量。
            """;

    @Test
    @DisplayName("按季改按月：正在走的季度走完，从下一个整月起按月")
    void aQuarterThatHasBegunRunsToItsEnd() {
        assertThat(labels("{ 2020-01-01: quarter, 2026-02-15: month }", "{ 2020-01-01: 1 }"))
                .startsWith("2026年第一季度", "2026年4月", "2026年5月").hasSize(10);
    }

    @Test
    @DisplayName("按月改按季：从生效后第一个整季起按季，中间不足一季的不要求")
    void aNewCadenceStartsWithTheFirstFullPeriod() {
        assertThat(labels("{ 2020-01-01: month, 2026-02-15: quarter }", "{ 2020-01-01: 1 }"))
                .containsExactly("2026年1月", "2026年2月", "2026年第二季度", "2026年第三季度", "2026年第四季度");
    }

    @Test
    @DisplayName("次数季中改了：这一季按第一天有效的次数，下一季才用新的")
    void theVersionOfTheFirstDayGoverns() {
        var periods = Periods.of(duty("quarter", "{ 2020-01-01: 1, 2026-02-15: 2 }", ""), YEAR);
        assertThat(periods).extracting(governed -> governed.terms().atLeast()).containsExactly(1, 2, 2, 2);
    }

    @Test
    @DisplayName("季中才有的要求，从下一个整季起")
    void aNewDutyStartsWithTheFirstFullPeriod() {
        assertThat(labels("quarter", "{ 2026-02-15: 1 }")).startsWith("2026年第二季度").hasSize(3);
    }

    @Test
    @DisplayName("制度停止执行，当期不计入，以后没有")
    void aRepealedDutyDropsTheRunningPeriod() {
        var county = new SmallCounty()
                .withInstitution("6-democratic/yard-meeting.yaml",
                        FILE.formatted("quarter", "{ 2020-01-01: 1 }", "    ends: { last-day: 2026-05-20, why: 并入村民代表会议 }\n"))
                .unit("村", cn.yizhen.rules.organisation.UnitKind.VILLAGE, "镇",
                        cn.yizhen.rules.organisation.Valid.from(SmallCounty.FOUNDED));
        var instances = county.on(LocalDate.of(2026, 11, 23)).instances(YEAR);
        assertThat(instances).hasSize(2);
        assertThat(instances.getLast()).isInstanceOfSatisfying(Instance.CountedOut.class, out -> {
            assertThat(out.ground()).isEqualTo(Ground.REPEALED);
            assertThat(out.because()).contains("2026年5月20日", "并入村民代表会议");
        });
    }

    @Test
    @DisplayName("从哪天问起都一样：不管中间改过几次周期，与从头数出来的相符")
    void whereItIsAskedFromChangesNothing() {
        var random = new SplittableRandom(31);
        for (int i = 0; i < 60; i++) {
            Duty duty = duty(anyHistory(random), "{ 2011-04-01: 1 }", "");
            LocalDate from = LocalDate.of(2011, 1, 1).plusDays(random.nextInt(16 * 365));
            var range = new Period(from, from.plusDays(1 + random.nextInt(900)));
            var fromTheBeginning = Periods.of(duty, new Period(LocalDate.of(2010, 1, 1), range.until()));
            assertThat(Periods.of(duty, range)).as(duty.every() + "，" + range)
                    .isEqualTo(fromTheBeginning.stream().filter(governed -> governed.period().overlaps(range)).toList());
        }
    }

    private static String anyHistory(SplittableRandom random) {
        var cadences = List.of("month", "two-months", "quarter", "half-year", "year");
        return IntStream.range(0, 1 + random.nextInt(5)).boxed()
                .collect(Collectors.toMap(_ -> LocalDate.of(2011, 1, 1).plusDays(random.nextInt(15 * 365)), _ -> cadences.get(random.nextInt(5)), (one, _) -> one, TreeMap::new))
                .entrySet().stream().map(entry -> entry.getKey() + ": " + entry.getValue()).collect(Collectors.joining(", ", "{ ", " }"));
    }

    private static List<String> labels(String every, String atLeast) {
        return Periods.of(duty(every, atLeast, ""), YEAR).stream().map(governed -> governed.period().label()).toList();
    }

    private static Duty duty(String every, String atLeast, String more) {
        return new SmallCounty()
                .withInstitution("6-democratic/yard-meeting.yaml", FILE.formatted(every, atLeast, more))
                .catalogue().duties().findFirst().orElseThrow();
    }
}

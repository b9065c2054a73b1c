package cn.yizhen.app.overview;

import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.duty.Ground;
import cn.yizhen.rules.duty.Tally;
import cn.yizhen.rules.institution.Duty;
import cn.yizhen.rules.institution.Institution;
import cn.yizhen.rules.institution.Pillar;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How every duty stands in one part of the tree over a span (履行情况), by pillar in the order of the catalogue.
 *
 * @param longer how many duties have only periods longer than the span
 * @param single how many duties are left out because here their total is one instance, which the asker may not see
 */
public record Overview(Map<Pillar, List<Line>> pillars, int longer, int single) {

    /** @param periods those of its periods that lie within the span */
    public record Line(Institution institution, Duty duty, List<Period> periods, Counts counts) {}

    /** @param grounds why instances count nowhere */
    public record Counts(Tally tally, Map<Ground, Integer> grounds) {

        /** 应急期3、期内新设1; "" where nothing is counted out. */
        public String because() {
            return grounds.entrySet().stream()
                    .map(ground -> ground.getKey().chinese() + ground.getValue())
                    .collect(Collectors.joining("、"));
        }

        Counts plus(Counts other) {
            Map<Ground, Integer> both = new EnumMap<>(Ground.class);
            Stream.of(grounds, other.grounds).forEach(some -> some.forEach((ground, count) -> both.merge(ground, count, Integer::sum)));
            return new Counts(tally.plus(other.tally), both);
        }
    }

    /** Everything, with what counts nowhere and why. */
    public Counts total() {
        return sum(pillars.values().stream().flatMap(List::stream));
    }

    public Counts total(Pillar pillar) {
        return sum(pillars.getOrDefault(pillar, List.of()).stream());
    }

    private static Counts sum(Stream<Line> lines) {
        return lines.map(Line::counts).reduce(new Counts(Tally.NONE, Map.of()), Counts::plus);
    }

    public boolean isEmpty() {
        return pillars.isEmpty();
    }
}

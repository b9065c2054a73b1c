package cn.yizhen.rules.duty;

import cn.yizhen.rules.calendar.Cadence;
import cn.yizhen.rules.organisation.SuccessionKind;
import cn.yizhen.rules.organisation.UnitKind;
import cn.yizhen.rules.organisation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Counties drawn at random: units that come and go, a merger, a split, a flood, records and what was said. */
public final class RandomCounty {

    public static final LocalDate JANUARY = LocalDate.of(2025, 1, 1);

    private static final List<String> KINDS =
            List.of("branch-assembly", "branch-committee", "party-lesson", "theme-day", "village-disclosure");

    private RandomCounty() {}

    public static SmallCounty draw(RandomGenerator random) {
        var county = new SmallCounty().usedFrom(random.nextBoolean() ? SmallCounty.FOUNDED : day(random));
        county.unit("乡", UnitKind.TOWNSHIP, "县", Valid.from(SmallCounty.FOUNDED));
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
        var split = day(random);
        county.branch("大", "镇", Valid.between(SmallCounty.FOUNDED, split), 40)
                .branch("大甲", "镇", Valid.from(split), 20)
                .branch("大乙", "乡", Valid.from(split), 20)
                .succession(split, SuccessionKind.SPLIT, Set.of("大"), Set.of("大甲", "大乙"));
        var flood = day(random);
        county.emergency(flood, flood.plusDays(1 + random.nextInt(40)), "镇");
        for (int i = 0; i < 60; i++) {
            county.records().add(record(county, random));
        }
        return county;
    }

    /** A record somebody might note: of any unit and day, now and then making up for a quarter. */
    public static Happened record(SmallCounty county, RandomGenerator random) {
        return county.happened(KINDS.get(random.nextInt(KINDS.size())), List.of(owner(random)), day(random),
                random.nextInt(4) == 0 ? Cadence.QUARTER.containing(day(random)) : null, Optional.empty());
    }

    public static void sayAtRandom(SmallCounty county, List<Instance> instances, RandomGenerator random, LocalDate today) {
        instances.stream().filter(_ -> random.nextInt(9) == 0).forEach(instance -> county.say(instance.key(),
                random.nextBoolean()
                        ? new Said.Exempted(today, "某部", "因换届")
                        : new Said.KeptElsewhere(today, "某人", day(random), "某系统")));
    }

    private static String owner(RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> "村" + random.nextInt(6);
            case 1 -> List.of("旧甲", "旧乙", "新", "大", "大甲", "大乙").get(random.nextInt(6));
            default -> "支部" + random.nextInt(6);
        };
    }

    private static Valid between(RandomGenerator random) {
        var from = day(random);
        return Valid.between(from, from.plusDays(1 + random.nextInt(400)));
    }

    public static LocalDate day(RandomGenerator random) {
        return JANUARY.plusDays(random.nextInt(700));
    }
}

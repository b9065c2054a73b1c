package cn.yizhen.bench.web;

import cn.yizhen.app.YizhenApplication;
import cn.yizhen.app.access.ActSequencer;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.demo.county.DemoCounty;
import cn.yizhen.app.duty.Rollups;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.bench.Figures;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.institution.DutyId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The whole demo county, three years of records in its database, as of days and acts nobody asked about before: the
 * organisation as known then, whom each duty falls to, every record read and matched, everything ranked. Each question
 * is asked with an act that changed the organisation, so that nothing worked out for another one serves it; the code is
 * warm, and so is the database.
 */
public final class CountyAsOf {

    /** After fifteen the compiler is still at work on the other core; a county's server has been up for days. */
    private static final int WARM = 60;
    private static final int TIMED = 40;

    private CountyAsOf() {}

    /** @return the time in milliseconds that half of the questions stay below */
    public static double measure() throws IOException {
        Path data = Files.createTempDirectory("yizhen-bench-county");
        try {
            Preparation.prepare(data, 1);
            try (var program = YizhenApplication.start(List.of("--port", "0", "--data", data.toString()))) {
                long newest = Preparation.actsOfTheOrganisation(program.getBean(Acts.class), program.getBean(ActSequencer.class), WARM + TIMED);
                return measure(program.getBean(Rollups.class), program.getBean(Organisations.class), newest);
            }
        } finally {
            try (var files = Files.walk(data)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }

    private static double measure(Rollups rollups, Organisations organisations, long newest) {
        var random = new SplittableRandom(7);
        long[] times = new long[TIMED];
        for (int i = 0; i < WARM + TIMED; i++) {
            LocalDate day = LocalDate.now().minusDays(1 + random.nextInt(700));
            var scope = Scope.system(DemoCounty.CODE, "压力测试", new AsOf(day, newest - i));
            var county = organisations.asOf(Scope.system(DemoCounty.CODE, "压力测试", AsOf.on(day))).units().getFirst().id();
            long start = System.nanoTime();
            var rollup = rollups.of(scope, day);
            var duty = new DutyId("branch-assembly");
            rollup.periods(duty).forEach(period -> rollup.tally(county, duty, period));
            if (i >= WARM) {
                times[i - WARM] = System.nanoTime() - start;
            }
        }
        double typical = Figures.percentile(times, 0.5) / 1e6;
        Figures.line("全县截至过去某日某次操作，没有缓存", "p50 %.0f ms，最长 %.0f ms（含读库）", typical, times[TIMED - 1] / 1e6);
        return typical;
    }
}

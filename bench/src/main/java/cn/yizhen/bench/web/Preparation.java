package cn.yizhen.bench.web;

import cn.yizhen.app.YizhenApplication;
import cn.yizhen.app.access.Accounts;
import cn.yizhen.app.access.Act;
import cn.yizhen.app.access.ActSequencer;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Writing;
import cn.yizhen.app.demo.county.DemoCounty;
import cn.yizhen.app.demo.county.Happenings;
import cn.yizhen.app.record.Noting;
import cn.yizhen.app.record.model.NotedRecord;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Outcome;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Consumer;

/** Makes the demo county's data directory: two earlier years beside the one it comes with, and passwords to log in with. */
public final class Preparation {

    static final String PASSWORD = "bench-" + DemoCounty.CODE + "-Password";

    /** Numbers of records brought in begin above those the demo gave. */
    private static final int FIRST_NUMBER = 10_000;

    private final SplittableRandom random = new SplittableRandom(8);
    private final Map<String, Integer> numbers = new HashMap<>();
    private int brought;

    /** @param times how many times as many records as the county has; 1 for its own three years */
    public static int prepare(Path data, int times) {
        try (var program = YizhenApplication.start(List.of("--port", "0", "--data", data.toString()))) {
            var preparation = new Preparation();
            var acts = program.getBean(Acts.class);
            var noting = program.getBean(Noting.class);
            var accounts = program.getBean(Accounts.class);
            LocalDate today = LocalDate.now();
            for (int back = 0; back < 3; back++) {
                List<NotedRecord> year = Happenings.of(DemoCounty.of(today.minusYears(back)));
                for (int copy = back == 0 ? 1 : 0; copy < times; copy++) {
                    perform(acts, writing -> noting.bring(writing, preparation.renumbered(year, writing.act())));
                }
            }
            Browsing.LOGINS.forEach(login -> perform(acts, writing -> accounts.setPassword(writing, accounts.find(DemoCounty.CODE, login).orElseThrow().account(), PASSWORD)));
            return preparation.brought;
        }
    }

    /**
     * Acts that each note something about a unit, so that there are points of knowledge to ask about of which each knows
     * another organisation; the number of the newest.
     */
    static long actsOfTheOrganisation(Acts acts, ActSequencer sequencer, int count) {
        for (int i = 0; i < count; i++) {
            perform(acts, writing -> writing.sql().sql("""
                    insert into org_particular (id, county, act, valid_from, unit, sort, value)
                    select ?, ?, ?, ?, unit, 'party-members', '1' from org_unit where parent is null limit 1
                    """).params(UUID.randomUUID(), DemoCounty.CODE, writing.act(), LocalDate.now()).update());
        }
        sequencer.round();
        var scope = Scope.system(DemoCounty.CODE, "准备压力测试", AsOf.on(LocalDate.now()));
        long[] newest = new long[1];
        acts.perform(scope, new Act(UUID.randomUUID(), "demo.loaded", null, null, null, Map.of()), writing -> {
            newest[0] = writing.sql().sql("select max(number) from act_order").query(Long.class).single();
            return Outcome.done("/");
        });
        return newest[0];
    }

    private static void perform(Acts acts, Consumer<Writing> work) {
        var scope = Scope.system(DemoCounty.CODE, "准备压力测试", AsOf.on(LocalDate.now()));
        acts.perform(scope, new Act(UUID.randomUUID(), "demo.loaded", null, null, null, Map.of()), writing -> {
            work.accept(writing);
            return Outcome.done("/");
        });
    }

    private List<NotedRecord> renumbered(List<NotedRecord> records, UUID act) {
        List<NotedRecord> fresh = new ArrayList<>();
        for (NotedRecord record : records) {
            int number = numbers.merge(record.content().unit() + "/" + record.year(), 1, Integer::sum) + FIRST_NUMBER;
            UUID subject = like(record.subject());
            fresh.add(new NotedRecord(like(record.id()), subject, act, null, null, false, record.year(), number, record.content(),
                    record.notedOn(), record.notedBy(), record.notedUnder(), record.notedFor()));
        }
        brought += fresh.size();
        return fresh;
    }

    /** Another id of the same moment. */
    private UUID like(UUID id) {
        long low = random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(id.getMostSignificantBits() & ~0xFFFL | random.nextInt(1 << 12), low);
    }
}

package cn.yizhen.bench.faults;

import cn.yizhen.bench.Figures;
import cn.yizhen.bench.web.Preparation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** {@code bench faults}: the program is hurt again and again while people write, and must have kept its word each time. */
public final class FaultsBench {

    /** Villages, which enter records by password alone. */
    private static final List<String> WRITERS = List.of("cunzhishu", "shequ", "hecun", "wuren");
    private static final long DISK_MB = 900;

    private final Path data;
    private final SplittableRandom random;
    private final Ledger ledger = new Ledger(WRITERS);
    private final boolean smallDisk;
    private int kills;
    private int lost;
    private int half;
    private int duplicated;
    private double fastestStart = Double.MAX_VALUE;

    /** How the program is hurt; each is taken in turn. */
    private enum Fault {
        PROGRAM("程序被 kill -9"), DATABASE("数据库被 kill -9"), BOTH("程序和数据库同时被 kill -9"), CUT("数据库连接被切断"),
        DISK("磁盘写满"), CLOCK("时钟跳动三天"), TWICE("在同一目录再启动一次");

        private final String words;

        Fault(String words) {
            this.words = words;
        }
    }

    private FaultsBench(Path data, boolean smallDisk, int seed) {
        this.data = data;
        this.smallDisk = smallDisk;
        this.random = new SplittableRandom(seed);
    }

    public static void run(int kills, int inputs, int seed, Figures figures) throws Exception {
        Path place = Files.createTempDirectory("yizhen-bench-faults");
        boolean mounted = mount(place);
        try {
            Path data = Files.createDirectory(place.resolve("data"));
            Figures.heading("准备演示县");
            Preparation.prepare(data, 1);
            var bench = new FaultsBench(data, mounted, seed);
            bench.hurt(kills);
            Fuzz.Found found = Fuzz.run(data, inputs, seed);
            double aot = AotStart.measure(data, place);
            int lag = bench.sealLag();
            bench.verify();
            figures.put("kills", bench.kills);
            figures.put("acknowledged", bench.ledger.acknowledged());
            figures.put("lost", bench.lost + bench.half);
            figures.put("duplicated", bench.duplicated);
            figures.put("fuzzed", found.fuzzed());
            figures.put("errors_5xx", found.errors());
            figures.put("probes", found.probes());
            figures.put("leaks", found.leaks());
            figures.put("start_ms", bench.fastestStart);
            figures.put("start_aot_ms", aot);
            figures.put("seal_lag_ms", lag);
        } finally {
            clear(place, mounted);
        }
    }

    private void hurt(int times) throws Exception {
        Figures.heading("一边登记一边出故障，" + times + " 次" + (smallDisk ? "" : "（没有权限挂载小磁盘，略过写满磁盘）"));
        for (int i = 0; i < times; i++) {
            var fault = Fault.values()[i % Fault.values().length];
            round(fault == Fault.DISK && !smallDisk ? Fault.PROGRAM : fault);
        }
    }

    private void round(Fault fault) throws Exception {
        var victim = Victim.start(data);
        fastestStart = Math.min(fastestStart, victim.startMs());
        var stop = new AtomicBoolean();
        var people = ledger.writing(victim.address(), stop);
        TimeUnit.MILLISECONDS.sleep(2000 + random.nextInt(4000));
        hurt(fault, victim);
        stop.set(true);
        for (var person : people) {
            person.join();
        }
        if (victim.isAlive()) {
            victim.kill();
        }
        kills++;
        look(fault);
    }

    private void hurt(Fault fault, Victim victim) throws Exception {
        switch (fault) {
            case PROGRAM -> victim.kill();
            case DATABASE -> victim.killDatabase();
            case BOTH -> {
                victim.killDatabase();
                victim.kill();
            }
            case CUT -> {
                for (int i = 0; i < 5; i++) {
                    victim.cutConnections();
                    TimeUnit.MILLISECONDS.sleep(300);
                }
            }
            case DISK -> fillDisk();
            case CLOCK -> {
                victim.kill();
                shifted(random.nextBoolean() ? 72 : -72);
            }
            case TWICE -> twice(victim);
        }
    }

    private void fillDisk() throws InterruptedException {
        Path filler = data.resolveSibling("filler");
        try (var out = Files.newOutputStream(filler)) {
            var block = new byte[1 << 16];
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            TimeUnit.SECONDS.sleep(3);
        }
        filler.toFile().delete();
    }

    private void shifted(int hours) throws Exception {
        var victim = Victim.start(data, List.of("-jar", ownJar(), "shifted", String.valueOf(hours)));
        var stop = new AtomicBoolean();
        var people = ledger.writing(victim.address(), stop);
        TimeUnit.SECONDS.sleep(3);
        stop.set(true);
        for (var person : people) {
            person.join();
        }
        victim.kill();
    }

    private static String ownJar() {
        return System.getProperty("java.class.path");
    }

    /** The second must go away by itself and leave the first in peace. */
    private void twice(Victim victim) throws Exception {
        var second = Victim.launch(data, List.of("-jar", System.getProperty("yizhen.jar"), "run"), Victim.freePort());
        if (!second.waitFor(4, TimeUnit.MINUTES) || second.exitValue() == 0) {
            second.destroyForcibly();
            throw new IllegalStateException("第二个程序没有自己退出");
        }
        if (!victim.isAlive()) {
            throw new IllegalStateException("第二个程序妨碍了第一个");
        }
    }

    /** A clean start, then the books. */
    private void look(Fault fault) throws Exception {
        var victim = Victim.start(data);
        fastestStart = Math.min(fastestStart, victim.startMs());
        try (var superuser = victim.superuser()) {
            var found = ledger.compare(superuser);
            lost = Math.max(lost, found.lost());
            half = Math.max(half, found.half());
            duplicated = Math.max(duplicated, found.duplicated());
            Figures.line(kills + " " + fault.words, "已答复 %d，丢失 %d，半截 %d，重复 %d；再启动 %.1f 秒", ledger.acknowledged(), found.lost(), found.half(),
                    found.duplicated(), victim.startMs() / 1000);
        } finally {
            victim.stop();
        }
    }

    /** From the moment of an act to its seal, at the 99th of a hundred; by the database's books. */
    private int sealLag() throws Exception {
        var victim = Victim.start(data);
        try {
            var stop = new AtomicBoolean();
            var people = ledger.writing(victim.address(), stop);
            TimeUnit.SECONDS.sleep(8);
            stop.set(true);
            for (var person : people) {
                person.join();
            }
            TimeUnit.SECONDS.sleep(2);
            try (var superuser = victim.superuser()) {
                return Ledger.number(superuser, """
                        select coalesce(percentile_disc(0.99) within group (order by extract(epoch from s.at - a.at) * 1000), 0)::int
                        from act_seal s join act a on a.id = s.act
                        where a.at > (select max(at) - interval '8 seconds' from act)""");
            }
        } finally {
            victim.stop();
        }
    }

    /** The program's own audit over the whole chain. */
    private void verify() throws IOException, InterruptedException {
        var audit = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-Dfile.encoding=UTF-8", "-jar",
                System.getProperty("yizhen.jar"), "audit", "--data", data.toString()).redirectErrorStream(true).start();
        var said = new String(audit.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).strip();
        Figures.heading("核对历史（yizhen audit）：" + (audit.waitFor() == 0 ? "相符" : "不符"));
        System.out.println("  " + said.lines().limit(6).reduce((a, b) -> a + "\n  " + b).orElse(""));
        if (audit.exitValue() != 0) {
            lost++;
        }
    }

    private static boolean mount(Path place) throws IOException, InterruptedException {
        return new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=" + DISK_MB + "m", "tmpfs", place.toString())
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
    }

    private static void clear(Path place, boolean mounted) throws IOException, InterruptedException {
        if (mounted && new ProcessBuilder("umount", place.toString()).inheritIO().start().waitFor() == 0) {
            Files.delete(place);
            return;
        }
        try (var files = Files.walk(place)) {
            new ArrayList<>(files.sorted(Comparator.reverseOrder()).toList()).forEach(file -> file.toFile().delete());
        }
    }
}

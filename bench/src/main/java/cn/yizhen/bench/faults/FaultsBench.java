package cn.yizhen.bench.faults;

import cn.yizhen.bench.Bench;
import cn.yizhen.bench.Figures;
import cn.yizhen.bench.web.Preparation;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** {@code bench faults}: the program is hurt again and again while people write, and must have kept its word each time. */
public final class FaultsBench {

    /** Villages, which enter records by password alone. */
    private static final List<String> WRITERS = List.of(Fuzz.VILLAGE, "shequ", "hecun", "wuren");
    private static final int DISK_MB = 1600;
    /** How long the program may take to work again by itself once what hurt it is over. */
    private static final int RECOVERED_SECONDS = 240;
    /** The whole chain is verified after so many faults, and at the end. */
    private static final int VERIFIED_EVERY = 10;

    private final Path data;
    private final Installed program;
    private final SplittableRandom random;
    private final Ledger ledger = new Ledger(WRITERS);
    private final boolean smallDisk;
    private int kills;
    private int lost;
    private int half;
    private int duplicated;
    private int stuck;

    /** How the program is hurt; each is taken in turn. */
    private enum Fault {
        PROGRAM("程序被 kill -9", false), DATABASE("数据库被 kill -9", true), BOTH("程序和数据库同时被 kill -9", false), CUT("数据库连接被切断", true),
        DISK("磁盘写满", true), CLOCK("运行中时钟跳动三天", false), TWICE("在同一目录再启动一次", true);

        private final String words;
        /** Whether the program lives on and has to work again without anybody's help. */
        private final boolean survived;

        Fault(String words, boolean survived) {
            this.words = words;
            this.survived = survived;
        }
    }

    private FaultsBench(Path data, Installed program, boolean smallDisk, int seed) {
        this.data = data;
        this.program = program;
        this.smallDisk = smallDisk;
        this.random = new SplittableRandom(seed);
    }

    /**
     * @param prepared a data directory that an earlier run prepared, to be copied; null to prepare one
     * @return whether the program kept its word throughout
     */
    public static boolean run(int kills, int inputs, int seed, @Nullable Path prepared, Figures figures) throws Exception {
        Path place = Files.createTempDirectory("yizhen-bench-faults");
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwx--x--x"));
        Path disk = Files.createDirectory(place.resolve("disk"));
        boolean mounted = mount(disk);
        // Ctrl-C leaves neither a program nor a mounted disk behind
        var interrupted = new Thread(() -> clear(place, disk, mounted, false));
        Runtime.getRuntime().addShutdownHook(interrupted);
        boolean kept = false;
        try {
            kept = run(kills, inputs, seed, prepared, figures, place, mounted);
            return kept;
        } finally {
            Runtime.getRuntime().removeShutdownHook(interrupted);
            clear(place, disk, mounted, kept);
        }
    }

    private static boolean run(int kills, int inputs, int seed, @Nullable Path prepared, Figures figures, Path place, boolean mounted) throws Exception {
        Path data = place.resolve("disk/data");
        Figures.heading("准备演示县，按安装包的样子拆开程序");
        if (prepared == null) {
            Preparation.prepare(Files.createDirectory(data), 1);
        } else {
            copy(prepared, data);
        }
        var program = Installed.in(place);
        program.train(data);
        var bench = new FaultsBench(data, program, mounted, seed);
        bench.hurt(kills);
        Figures.heading("在已有的数据库上启动，到第一次答复");
        double start = Installed.start(data, program.plain(), "没有缓存");
        double quick = Installed.start(data, program.quick(), "有预编译缓存");
        double lag = bench.sealLag();
        var speeds = Copies.measure(program, data, place);
        var found = Fuzz.run(data, bench.ledger.entry(Fuzz.VILLAGE), inputs, seed);
        bench.lookOnceMore();
        figures.put("kills", bench.kills);
        figures.put("acknowledged", bench.ledger.acknowledged().size());
        figures.put("lost", bench.lost + bench.half + (speeds.intact() ? 0 : 1));
        figures.put("duplicated", bench.duplicated);
        figures.put("fuzzed", found.fuzzed());
        figures.put("errors_5xx", found.errors());
        figures.put("probes", found.probes());
        figures.put("leaks", found.leaks());
        figures.put("start_ms", start);
        figures.put("start_aot_ms", quick);
        figures.put("backup_mb_s", speeds.backup());
        figures.put("restore_mb_s", speeds.restore());
        figures.put("seal_lag_ms", lag);
        return bench.lost + bench.half + bench.duplicated + bench.stuck + found.errors() + found.leaks() == 0 && speeds.intact();
    }

    /** Each start after a fault is also the one that the next fault ends. */
    private void hurt(int times) throws Exception {
        Figures.heading("一边登记一边出故障，" + times + " 次" + (smallDisk ? "" : "（没有权限挂载小磁盘，略过写满磁盘）"));
        var victim = Victim.start(data, program.quick());
        for (int i = 0; i < times; i++) {
            var fault = Fault.values()[i % Fault.values().length];
            round(fault == Fault.DISK && !smallDisk ? Fault.PROGRAM : fault, victim);
            kills++;
            if (kills % VERIFIED_EVERY == 0 && !Books.intact(program, data)) {
                lost++;
            }
            victim = Victim.start(data, program.quick());
            look(victim, fault.words);
        }
        victim.stop();
    }

    private void round(Fault fault, Victim victim) throws Exception {
        try (var writing = ledger.writing(victim.address())) {
            if (!writing.isNoted(RECOVERED_SECONDS)) {
                stuck("没有人登记得进去");
            }
            TimeUnit.MILLISECONDS.sleep(random.nextInt(3000));
            hurt(fault, victim);
            if (fault.survived && !writing.isNoted(RECOVERED_SECONDS)) {
                stuck(fault.words + "之后没有自己恢复");
            }
            // last of all, so that it always ends in the middle of something
            victim.kill();
        }
    }

    private void stuck(String what) {
        stuck++;
        Figures.line("！", what);
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
                underJumpingClock(random.nextBoolean() ? 72 : -72);
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

    /** The clock jumps some seconds after the start, while people write, and has jumped back at the next start. */
    private void underJumpingClock(int hours) throws Exception {
        var words = new ArrayList<>(ourselves());
        words.addAll(List.of("shifted", String.valueOf(hours), "20"));
        var victim = Victim.start(data, words);
        try (var writing = ledger.writing(victim.address())) {
            TimeUnit.SECONDS.sleep(20);
            if (!writing.isNoted(RECOVERED_SECONDS)) {
                stuck("时钟跳动 " + hours + " 小时之后没有人登记得进去");
            }
            victim.kill();
        }
    }

    private static List<String> ourselves() {
        var path = System.getProperty("java.class.path");
        return path.contains(File.pathSeparator) ? List.of("-cp", path, Bench.class.getName()) : List.of("-jar", path);
    }

    /** The second must go away by itself and leave the first in peace. */
    private void twice(Victim victim) throws Exception {
        var second = Victim.launch(data, program.quick(), Victim.freePort());
        if (!second.waitFor(4, TimeUnit.MINUTES) || second.exitValue() == 0) {
            second.destroyForcibly();
            stuck("第二个程序没有自己退出");
        }
        if (!victim.isAlive()) {
            stuck("第二个程序妨碍了第一个");
        }
    }

    /** The books after a clean start; the worst of all looks is what counts. */
    private void look(Victim victim, String what) throws Exception {
        try (var superuser = victim.superuser()) {
            var found = Books.compare(superuser, ledger.acknowledged());
            lost = Math.max(lost, found.lost());
            half = Math.max(half, found.half());
            duplicated = Math.max(duplicated, found.duplicated());
            Figures.line(kills + " " + what, "已答复 %d，丢失 %d，半截 %d，重复 %d；再启动 %.1f 秒", ledger.acknowledged().size(), found.lost(), found.half(),
                    found.duplicated(), victim.startMs() / 1000);
        }
    }

    /** From the moment of an act to its seal, at the 99th of a hundred; by the database's books. */
    private double sealLag() throws Exception {
        var victim = Victim.start(data, program.quick());
        try (var superuser = victim.superuser()) {
            int before = Books.number(superuser, "select coalesce(max(number), 0)::int from act_order");
            try (var writing = ledger.writing(victim.address())) {
                writing.isNoted(RECOVERED_SECONDS);
                TimeUnit.SECONDS.sleep(15);
            }
            TimeUnit.SECONDS.sleep(3);
            var lag = "from act_seal s join act a on a.id = s.act where s.number > " + before;
            var order = "extract(epoch from s.at - a.at) * 1000";
            int p99 = Books.number(superuser, "select coalesce(percentile_disc(0.99) within group (order by " + order + "), 0)::int " + lag);
            Figures.line("从操作到封存（" + Books.number(superuser, "select count(*) " + lag) + " 件，" + WRITERS.size() + " 人不停登记）", "p50 %d ms，p99 %d ms",
                    Books.number(superuser, "select coalesce(percentile_disc(0.5) within group (order by " + order + "), 0)::int " + lag), p99);
            return p99;
        } finally {
            victim.stop();
        }
    }

    /** After everything, with the whole chain verified. */
    private void lookOnceMore() throws Exception {
        var victim = Victim.start(data, program.quick());
        Figures.heading("最后再对一遍账");
        look(victim, "全部");
        victim.stop();
        boolean intact = Books.intact(program, data);
        Figures.line("核对历史（yizhen audit）", intact ? "相符" : "不符");
        lost += intact ? 0 : 1;
    }

    private static void copy(Path from, Path to) throws IOException, InterruptedException {
        if (new ProcessBuilder("cp", "-a", from.toString(), to.toString()).inheritIO().start().waitFor() != 0) {
            throw new IOException("没有拷贝成：" + from);
        }
    }

    private static boolean mount(Path disk) throws IOException, InterruptedException {
        return new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=" + DISK_MB + "m", "tmpfs", disk.toString())
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
    }

    /** What the program wrote is left where something went wrong. */
    private static void clear(Path place, Path disk, boolean mounted, boolean kept) {
        try {
            Victim.endAll(disk.resolve("data"));
            if (!kept && Files.exists(place.resolve("program.log"))) {
                System.err.println("程序的日志留在 " + Files.move(place.resolve("program.log"), place.resolveSibling(place.getFileName() + ".log")));
            }
            if (mounted) {
                new ProcessBuilder("umount", "-l", disk.toString()).inheritIO().start().waitFor();
            }
            try (var files = Files.walk(place)) {
                files.sorted(Comparator.reverseOrder()).toList().forEach(file -> file.toFile().delete());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

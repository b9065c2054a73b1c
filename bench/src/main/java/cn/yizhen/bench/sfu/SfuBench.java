package cn.yizhen.bench.sfu;

import cn.yizhen.bench.Figures;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * {@code ./yizhen bench sfu}: one camera to as many receivers as both servers carry, and thirty people with six cameras,
 * ours and Janus in turns, and the bare loop beside them.
 */
public final class SfuBench {

    /** Bits a second of the recorded sizes; receivers get the last. */
    static final long[] LAYERS = {150_000, 500_000, 1_500_000};

    /** How many of the publishers have a microphone: as many as are heard at once. */
    static final int MICROPHONES = 3;

    private static final int SERVER_CORE = 0;
    private static final int GENERATOR_CORE = 1;
    private static final int OUR_PORT = 18_189;
    private static final int JANUS_PORT = 18_188;
    private static final double MOST_LOSS = 0.001;
    private static final double LEAST_IDLE = 0.10;

    /** Of the short runs that look for the number, so that a minute of it is not void. */
    private static final double SEARCH_IDLE = 0.15;
    private static final int SEARCH_WARM = 12;
    private static final int SEARCH_SECONDS = 6;
    private static final int FIRST_TRIED = 100;
    private static final int MOST_TRIED = 1600;
    private static final int STEP = 20;
    private static final int CAMERAS = 6;
    private static final int PEOPLE = 30;

    /**
     * @param receivers how many; 0 to look for the largest number
     * @param busy      whether runs count in which the generator's core was not a tenth idle
     */
    public record Plan(int warmSeconds, int seconds, int rounds, int receivers, boolean people, boolean busy, Path janus, List<String> options) {}

    private enum Server { OURS, JANUS, BARE }

    /**
     * @param perCpuSecond packets to receivers for a second of the server's processor
     * @param lossShare    of what should have come
     * @param idle         share of the generator's core that nobody used
     */
    private record Run(Server server, double perCpuSecond, double packetsPerSecond, double cpuShare, double lossShare, double p50, double p99, double idle,
            double kbPerReceiver, long silent) {

        boolean carries() {
            return lossShare < MOST_LOSS && silent == 0;
        }
    }

    private final Plan plan;
    private boolean generatorGaveOut;
    private int voidRuns;

    private SfuBench(Plan plan) {
        this.plan = plan;
    }

    public static void run(Plan plan, Figures figures) throws Exception {
        if (Runtime.getRuntime().availableProcessors() < 2) {
            throw new IllegalStateException("需要两个核：一个给服务器，一个给发生器");
        }
        Figures.line("负载（开始时）", "%s", load());
        new SfuBench(plan).run(figures);
    }

    private void run(Figures figures) throws Exception {
        int carried = largest();
        List<Run> runs = rounds(1, carried, "一个主会场，" + carried + " 个分会场");
        figures(runs, carried, "", figures);
        if (plan.people()) {
            figures(rounds(CAMERAS, PEOPLE, "三十个人，六个摄像头"), PEOPLE, "people_", figures);
        }
        figures.put("void_runs", voidRuns);
        Figures.line("负载（结束时）", "%s", load());
    }

    private static void figures(List<Run> runs, int receivers, String prefix, Figures figures) {
        double ours = median(runs, Server.OURS, Run::perCpuSecond);
        figures.put(prefix + "times_janus", share(ours, median(runs, Server.JANUS, Run::perCpuSecond)));
        figures.put(prefix + "share_of_limit", share(ours, median(runs, Server.BARE, Run::perCpuSecond)));
        figures.put(prefix + "receivers", receivers);
        figures.put(prefix + "delay_p50_ms", median(runs, Server.OURS, Run::p50));
        figures.put(prefix + "delay_p99_ms", median(runs, Server.OURS, Run::p99));
        figures.put(prefix + "kb_per_receiver", median(runs, Server.OURS, Run::kbPerReceiver));
    }

    /** 0 where every run of one of the two was void. */
    private static double share(double one, double other) {
        return other == 0 ? 0 : one / other;
    }

    /** The largest number of receivers that both carry while the generator has time to spare. */
    private int largest() throws Exception {
        if (plan.receivers() > 0) {
            return plan.receivers();
        }
        Figures.heading("找两家都丢不到千分之一、发生器也有空闲的最大人数");
        int best = Search.largest(FIRST_TRIED, MOST_TRIED, STEP, this::carried);
        if (best == 0) {
            throw new IllegalStateException("连 " + STEP + " 个接收方也没有两家都送到而发生器还有空闲的：请在空闲的机器上再跑，或用 --receivers 指定人数、--busy 不管空闲");
        }
        Figures.line("最大人数", "N %s %d", generatorGaveOut ? "≥" : "=", best);
        return best;
    }

    private boolean carried(int receivers) throws Exception {
        Run ours = measure(Server.OURS, 1, receivers, SEARCH_WARM, SEARCH_SECONDS);
        show(ours);
        Run janus;
        try {
            janus = measure(Server.JANUS, 1, receivers, SEARCH_WARM, SEARCH_SECONDS);
        } catch (Child.Ended tooMany) {
            // a server busy with those who are in no longer answers those who want to come in
            Figures.line("  Janus", "没有把 %d 人都接进来", receivers);
            return false;
        }
        show(janus);
        boolean idle = plan.busy() || Math.min(ours.idle(), janus.idle()) >= SEARCH_IDLE;
        generatorGaveOut = !idle;
        return idle && ours.carries() && janus.carries();
    }

    private List<Run> rounds(int publishers, int receivers, String what) throws Exception {
        Figures.heading(what);
        var runs = new ArrayList<Run>();
        for (int round = 0; round < plan.rounds(); round++) {
            for (var server : Server.values()) {
                Run run = measure(server, publishers, receivers, plan.warmSeconds(), plan.seconds());
                show(run);
                if (run.idle() >= LEAST_IDLE || plan.busy()) {
                    runs.add(run);
                } else {
                    voidRuns++;
                    Figures.line("  作废", "发生器的核空闲不到一成");
                }
            }
        }
        for (var server : Server.values()) {
            if (runs.stream().anyMatch(run -> run.server() == server)) {
                Figures.line("中位数 " + name(server), "%.0f 包/处理器秒（%.0f 至 %.0f）", median(runs, server, Run::perCpuSecond),
                        of(runs, server).stream().mapToDouble(Run::perCpuSecond).min().orElse(0), of(runs, server).stream().mapToDouble(Run::perCpuSecond).max().orElse(0));
            }
        }
        return runs;
    }

    private Run measure(Server server, int publishers, int receivers, int warm, int seconds) throws Exception {
        return server == Server.BARE ? bare(publishers, receivers, warm, seconds) : served(server, publishers, receivers, warm, seconds);
    }

    private Run served(Server server, int publishers, int receivers, int warm, int seconds) throws Exception {
        try (var media = start(server);
                var generator = Child.java(GENERATOR_CORE, Generator.class, List.of(), server.name().toLowerCase(Locale.ROOT),
                        String.valueOf(server == Server.OURS ? OUR_PORT : JANUS_PORT), String.valueOf(publishers), String.valueOf(receivers))) {
            generator.await("published");
            long before = media.residentKb();
            generator.say("go");
            generator.await("received");
            Thread.sleep(warm * 1000L);
            return window(server, media, generator, seconds, before, receivers);
        }
    }

    private Run bare(int publishers, int receivers, int warm, int seconds) throws Exception {
        try (var generator = Child.java(GENERATOR_CORE, Generator.class, List.of(), "bare", "0", "0", String.valueOf(receivers))) {
            String ports = generator.await("ports ").substring(6);
            try (var loop = Child.java(SERVER_CORE, BareLoop.class, plan.options(), ports, String.valueOf(publishers))) {
                loop.await("ready");
                Thread.sleep(warm * 1000L);
                return window(Server.BARE, loop, generator, seconds, loop.residentKb(), receivers);
            }
        }
    }

    private Run window(Server server, Child media, Child generator, int seconds, long before, int receivers) throws Exception {
        generator.say("mark");
        generator.await("marked");
        double cpu = media.cpuSeconds();
        long[] core = core(GENERATOR_CORE);
        long began = System.nanoTime();
        Thread.sleep(seconds * 1000L);
        double used = media.cpuSeconds() - cpu;
        double took = (System.nanoTime() - began) / 1e9;
        long[] after = core(GENERATOR_CORE);
        generator.say("report");
        String[] said = generator.await("report").split(" ");
        double packets = Double.parseDouble(said[1]);
        double lost = Double.parseDouble(said[3]);
        return new Run(server, packets / Math.max(used, 0.01), packets / took, used / took, lost / Math.max(1, packets + lost), Long.parseLong(said[5]) / 1e6,
                Long.parseLong(said[6]) / 1e6, (double) (after[1] - core[1]) / Math.max(1, after[0] - core[0]), (media.residentKb() - before) / (double) receivers,
                Long.parseLong(said[7]));
    }

    private Child start(Server server) throws Exception {
        if (server == Server.OURS) {
            var child = Child.java(SERVER_CORE, ForwardingProcess.class, plan.options(), String.valueOf(OUR_PORT));
            child.await("ready");
            return child;
        }
        var child = new Child(SERVER_CORE, List.of("janus", "-F", plan.janus().toString(), "-C", plan.janus().resolve("janus.jcfg").toString(), "-N", "-L", "/dev/null"));
        for (int i = 0; i < 100; i++) {
            try (var _ = new Socket(InetAddress.getLoopbackAddress(), JANUS_PORT)) {
                return child;
            } catch (IOException e) {
                Thread.sleep(100);
            }
        }
        child.close();
        throw new IOException("没有找到 Janus，或它没有起来。安装：apt-get install janus");
    }

    private static void show(Run run) {
        Figures.line("  " + name(run.server()), "%7.0f 包/处理器秒  %6.0f 包/秒  占核 %3.0f%%  丢 %.3f%%  延迟 %.1f / %.1f ms  发生器空闲 %2.0f%%  %.0f kB/人%s",
                run.perCpuSecond(), run.packetsPerSecond(), run.cpuShare() * 100, run.lossShare() * 100, run.p50(), run.p99(), run.idle() * 100, run.kbPerReceiver(),
                run.silent() > 0 ? "  没收到的 " + run.silent() + " 人" : "");
    }

    private static String name(Server server) {
        return switch (server) {
            case OURS -> "本平台";
            case JANUS -> "Janus";
            case BARE -> "只加密和发送";
        };
    }

    private static List<Run> of(List<Run> runs, Server server) {
        return runs.stream().filter(run -> run.server() == server).toList();
    }

    private static double median(List<Run> runs, Server server, ToDoubleFunction<Run> figure) {
        List<Run> sorted = of(runs, server).stream().sorted(Comparator.comparingDouble(figure)).toList();
        return sorted.isEmpty() ? 0 : figure.applyAsDouble(sorted.get(sorted.size() / 2));
    }

    /** Ticks of a core: all, and idle. */
    private static long[] core(int number) throws IOException {
        String line = Files.readAllLines(Path.of("/proc/stat")).stream().filter(one -> one.startsWith("cpu" + number + " ")).findFirst().orElseThrow();
        long all = 0;
        String[] words = line.split("\\s+");
        for (int i = 1; i <= 8; i++) {
            all += Long.parseLong(words[i]);
        }
        return new long[] {all, Long.parseLong(words[4])};
    }

    private static String load() throws IOException {
        return Files.readString(Path.of("/proc/loadavg")).strip();
    }
}

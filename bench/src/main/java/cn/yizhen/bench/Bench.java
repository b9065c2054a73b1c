package cn.yizhen.bench;

import cn.yizhen.bench.faults.FaultsBench;
import cn.yizhen.bench.faults.ShiftedClock;
import cn.yizhen.bench.fuzz.FuzzBench;
import cn.yizhen.bench.rollup.RollupBench;
import cn.yizhen.bench.rollup.Size;
import cn.yizhen.bench.sfu.SfuBench;
import cn.yizhen.bench.web.CountyAsOf;
import cn.yizhen.bench.web.WebBench;
import cn.yizhen.sfu.line.BadLine;
import cn.yizhen.sfu.load.NarrowLines;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** {@code ./yizhen bench rollup}, {@code ./yizhen bench web}, {@code ./yizhen bench sfu}, {@code ./yizhen bench fuzz}, {@code ./yizhen bench narrow} and {@code ./yizhen bench line}. */
public final class Bench {

    private static final String USAGE = """
            用法：yizhen bench rollup [--size county|province|nation] [--queries 次数] [--no-peers]
                  yizhen bench web [--sessions 200] [--seconds 60] [--tenfold]
                  yizhen bench faults [--kills 100] [--inputs 100000] [--seed 1] [--from 已准备好的数据目录]
                  yizhen bench sfu [--warm 60] [--seconds 60] [--rounds 3] [--receivers 人数] [--no-people] [--busy] [--janus 配置目录]
                  yizhen bench fuzz [--runs 1000000] [--only stun|dtls|rtp|rtcp|sdp|framing|signalling] [--corpus 目录]
                  yizhen bench narrow [--seed 1]
                  yizhen bench line --listen 地址:端口 --to 服务器地址:端口 [--down 线路] [--up 线路] [--seed 数]
            """;

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        List<String> rest = Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "rollup" -> rollup(new Options(rest));
            case "web" -> web(new Options(rest));
            case "sfu" -> sfu(new Options(rest));
            case "narrow" -> narrow(new Options(rest));
            case "fuzz" -> fuzz(new Options(rest));
            case "line" -> BadLine.main(rest.toArray(String[]::new));
            case "faults" -> faults(new Options(rest));
            case "shifted" -> ShiftedClock.run(rest);
            default -> {
                System.err.print(USAGE);
                System.exit(2);
            }
        }
    }

    private static void rollup(Options options) throws Exception {
        var figures = new Figures();
        var size = Arrays.stream(Size.values())
                .filter(one -> one.word().equals(options.text("size", "nation")))
                .findFirst().orElseThrow(() -> new IllegalArgumentException("--size county、province 或 nation"));
        // an hour's figures are not lost when a database gives up in the middle
        try {
            RollupBench.run(size, options.number("queries", 10_000_000), !options.has("no-peers"), figures);
            Figures.heading("从一个县到全国");
            Arrays.stream(Size.values()).filter(one -> one != Size.TINY && one.compareTo(size) <= 0).forEach(RollupBench::growth);
            Figures.heading("云岭县（真实程序）");
            figures.put("county_asof_ms", CountyAsOf.measure());
        } finally {
            figures.print();
        }
    }

    private static void web(Options options) throws Exception {
        var figures = new Figures();
        WebBench.run(options.number("sessions", 200), options.number("seconds", 60), options.has("tenfold") ? 10 : 1, figures);
        figures.print();
    }

    private static void sfu(Options options) throws Exception {
        var figures = new Figures();
        SfuBench.run(new SfuBench.Plan(options.number("warm", 60), options.number("seconds", 60), options.number("rounds", 3), options.number("receivers", 0),
                !options.has("no-people"), options.has("busy"), Path.of(options.text("janus", System.getProperty("yizhen.bench", "bench") + "/janus")).toAbsolutePath(),
                List.of()), figures);
        figures.print();
    }

    private static void fuzz(Options options) throws Exception {
        var figures = new Figures();
        var readers = FuzzBench.readers().stream().filter(reader -> options.text("only", reader.word()).equalsIgnoreCase(reader.word())).toList();
        boolean clean = FuzzBench.run(readers, options.number("runs", 1_000_000), Path.of(options.text("corpus", System.getProperty("java.io.tmpdir") + "/yizhen-fuzz")), figures);
        figures.print();
        System.exit(clean ? 0 : 1);
    }

    private static void narrow(Options options) throws Exception {
        var figures = new Figures();
        var found = NarrowLines.measure(options.number("seed", 1));
        figures.put("over_capacity_until_s", found.overSeconds());
        figures.put("used_again_share", found.usedShare());
        figures.put("queue_p95_ms", found.queueMillis());
        figures.put("sound_share_at_150k", found.soundAt150());
        figures.put("picture_packets_at_150k", found.picturesAt150());
        figures.put("sound_share_at_30_loss", found.soundAtLoss());
        figures.put("ended", found.ended());
        figures.print();
    }

    private static void faults(Options options) throws Exception {
        var figures = new Figures();
        boolean kept = FaultsBench.run(options.number("kills", 100), options.number("inputs", 100_000), options.number("seed", 1),
                options.has("from") ? Path.of(options.text("from", "")) : null, figures);
        figures.print();
        System.exit(kept ? 0 : 1);
    }

    /** {@code --name value} and {@code --name}. */
    record Options(List<String> words) {

        boolean has(String name) {
            return words.contains("--" + name);
        }

        String text(String name, String otherwise) {
            int at = words.indexOf("--" + name);
            return at < 0 || at + 1 >= words.size() ? otherwise : words.get(at + 1);
        }

        int number(String name, int otherwise) {
            return Integer.parseInt(text(name, String.valueOf(otherwise)).toLowerCase(Locale.ROOT));
        }
    }
}

package cn.yizhen.bench.web;

import cn.yizhen.bench.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** {@code bench web}: how long people wait for a page when a county works at once. */
public final class WebBench {

    private static final double THINK_SECONDS = 8;
    private static final double LIMIT_MS = 250;
    private static final double[] RATES = {25, 35, 50, 70, 100, 140, 200, 280, 400};
    private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(/static/[^\"]+)\"");

    private final int sessions;
    private final int seconds;
    private final Figures figures;

    private WebBench(int sessions, int seconds, Figures figures) {
        this.sessions = sessions;
        this.seconds = seconds;
        this.figures = figures;
    }

    /** @param times how many times the county's records the second run has; 1 for none */
    public static void run(int sessions, int seconds, int times, Figures figures) throws IOException, InterruptedException {
        var bench = new WebBench(sessions, seconds, figures);
        bench.run(1, "");
        if (times > 1) {
            bench.run(times, "_" + times + "x");
        };
    }

    private void run(int times, String suffix) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("yizhen-bench-web");
        try {
            Figures.heading("浏览器里的一个县：三年的记录，" + times + " 倍，" + sessions + " 个会话，每人平均 " + (int) THINK_SECONDS + " 秒点一次，10% 是登记");
            int brought = Preparation.prepare(data, times);
            Figures.line("在演示县之外补入的记录", "%,d 条", brought);
            try (var program = Program.start(data)) {
                measure(program, suffix);
            }
        } finally {
            try (var files = Files.walk(data)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }

    private void measure(Program program, String suffix) throws InterruptedException {
        firstLoad(program);
        List<Browsing> browsing = logIns(program);
        var load = new Load(browsing);
        load.run(sessions / THINK_SECONDS, Math.min(20, seconds), 1);
        Duration ours = processorTime();
        Duration theirs = program.processorTime();
        var result = load.run(sessions / THINK_SECONDS, seconds, 2);
        Figures.line(String.format("每秒 %.0f 次，共 %,d 次（登记 %d，失败 %d）", sessions / THINK_SECONDS, result.nanos().length, result.writes(),
                result.failures()), "p50 %.0f ms，p99 %.0f ms（从该发出的时刻算起）", result.percentile(0.5), result.percentile(0.99));
        Figures.line("处理器", "发生器 %.0f%%，程序 %.0f%%（不含数据库）", share(processorTime().minus(ours)), share(program.processorTime().minus(theirs)));
        int next = result.sizes().stream().max(Comparator.naturalOrder()).orElse(0);
        Figures.line("以后每页（传输）", "平均 %.1f kB，最大 %.1f kB", result.sizes().stream().mapToInt(size -> size).average().orElse(0) / 1e3, next / 1e3);
        figures.put("p50_ms" + suffix, result.percentile(0.5));
        figures.put("p99_ms" + suffix, result.percentile(0.99));
        figures.put("max_rate" + suffix, highest(load, result));
        figures.put("next_page_kb" + suffix, next / 1e3);
        asOf(browsing);
    }

    /** 200 people log in within a minute, evenly. */
    private List<Browsing> logIns(Program program) throws InterruptedException {
        List<Browsing> browsing = IntStream.range(0, sessions)
                .mapToObj(i -> new Browsing(Browsing.LOGINS.get(i % Browsing.LOGINS.size()), program.address())).toList();
        long[] times = new long[sessions];
        long begin = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < sessions; i++) {
            int number = i;
            long meant = begin + 60_000_000_000L * i / sessions;
            TimeUnit.NANOSECONDS.sleep(Math.max(0, meant - System.nanoTime()));
            threads.add(Thread.ofVirtual().start(() -> {
                browsing.get(number).logIn();
                times[number] = System.nanoTime() - meant;
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        double p50 = Figures.percentile(times, 0.5) / 1e6;
        double p99 = Figures.percentile(times, 0.99) / 1e6;
        Figures.line(sessions + " 次登录在一分钟内（两页加密码校验）", "p50 %.0f ms，p99 %.0f ms", p50, p99);
        return browsing;
    }

    /** Everything a browser with an empty cache fetches for the desk. */
    private void firstLoad(Program program) {
        var browser = new Browsing("cunzhishu", program.address());
        browser.logIn();
        double desk = withAssets(browser, "/");
        double year = withAssets(browser, "/standing/year");
        Figures.line("首次打开（空缓存，传输）", "%.0f kB；带图的一页 %.0f kB", desk, year);
        figures.put("first_load_kb", desk);
    }

    private static double withAssets(Browsing browser, String path) {
        var page = browser.get(path);
        Set<String> assets = new LinkedHashSet<>(ASSET.matcher(page.text()).results().map(found -> found.group(1)).toList());
        return (page.transferred() + assets.stream().mapToInt(asset -> browser.get(asset).transferred()).sum()) / 1e3;
    }

    private static double highest(Load load, Load.Result usual) {
        double highest = usual.percentile(0.99) < LIMIT_MS ? RATES[0] : 0;
        for (int i = 1; i < RATES.length && highest == RATES[i - 1]; i++) {
            var result = load.run(RATES[i], 20, 3 + i);
            Figures.line("每秒 " + (int) RATES[i] + " 次", "p50 %.0f ms，p99 %.0f ms，失败 %d", result.percentile(0.5), result.percentile(0.99), result.failures());
            highest = result.percentile(0.99) < LIMIT_MS && result.failures() == 0 ? RATES[i] : highest;
        }
        return highest;
    }

    /** A county as of past days that nobody has asked about, so that nothing of it is kept. */
    private void asOf(List<Browsing> browsing) {
        Browsing leader = browsing.get(Browsing.LOGINS.indexOf("shuji"));
        var random = new SplittableRandom(6);
        long[] times = new long[20];
        for (int i = 0; i < times.length; i++) {
            LocalDate day = LocalDate.now().minusDays(2 + i * 17L + random.nextInt(10));
            long start = System.nanoTime();
            leader.get("/standing?on=" + day);
            times[i] = System.nanoTime() - start;
        }
        double typical = Figures.percentile(times, 0.5) / 1e6;
        Figures.line("全县截至过去某日的一整页，没有缓存", "p50 %.0f ms，最长 %.0f ms", typical, times[times.length - 1] / 1e6);
        figures.put("county_asof_page_ms", typical);
    }

    private double share(Duration used) {
        return 100.0 * used.toMillis() / (seconds * 1000.0);
    }

    private static Duration processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}

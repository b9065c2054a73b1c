package cn.yizhen.bench.rollup;

import cn.yizhen.bench.Figures;
import cn.yizhen.rules.duty.Tally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * {@code bench rollup}: how fast standings roll up, against databases that hold the same facts and give the
 * same answers. The program's part comes first and alone, so that its peak of memory is its own.
 */
public final class RollupBench {

    private static final int SAMPLES = 10_000;
    private static final int RAW_TIMED = 200;
    private static final int CHUNK = 1 << 20;

    private final Size size;
    private final int queries;
    private final Figures figures;
    private final Country country;
    private final Duties duties = new Duties();
    private final YearOfRecords year;
    private final Matcher matcher;
    private final Questions samples;

    private RollupBench(Size size, int queries, Figures figures) {
        this.size = size;
        this.queries = queries;
        this.figures = figures;
        this.country = Country.of(size);
        this.year = new YearOfRecords(country, duties);
        this.matcher = new Matcher(country, duties, year);
        this.samples = Questions.random(SAMPLES, 3, country, duties);
    }

    /**
     * @param size    how large a part of the country
     * @param queries how many questions are timed
     * @param peers   whether the databases are asked as well
     */
    public static void run(Size size, int queries, boolean peers, Figures figures) throws SQLException, IOException {
        new RollupBench(size, queries, figures).run(peers);
    }

    /** What one size costs, for the table of growth. */
    public static void growth(Size size) {
        var bench = new RollupBench(size, 1_000_000, new Figures());
        long[] rows = new long[bench.upperBound()];
        int count = bench.match(rows, new long[2]);
        long start = System.nanoTime();
        Marks marks = Marks.rebuilt(bench.country, bench.duties, bench.year, bench.matcher, rows, count);
        long rebuilt = System.nanoTime() - start;
        long[] times = bench.time(marks);
        Figures.line(size.word() + "，" + size.branches() + " 个支部", "重建 %s，查询 p50 %.0f ns、p99 %.0f ns，占用 %d MB",
                Figures.seconds(rebuilt), Figures.percentile(times, 0.5), Figures.percentile(times, 0.99), marks.bytes() >> 20);
    }

    private void run(boolean peers) throws SQLException, IOException {
        Figures.heading("履行情况汇总：" + size.word() + "，" + size.branches() + " 个支部，30 项应办，" + duties.tasks().size() + " 个“应办×期间”");
        long[] rows = new long[upperBound()];
        long[] matching = new long[2];
        int count = match(rows, matching);
        Figures.line("记录（含更正前的）", "%,d 条，每个支部一年应办 %.1f 件", matching[1], expectedEach());
        Figures.line("把记录对到应办", "每条 %.0f ns（一个线程）", (double) matching[0] / matching[1]);
        figures.put("match_ns", (double) matching[0] / matching[1]);

        long start = System.nanoTime();
        Marks marks = Marks.rebuilt(country, duties, year, matcher, rows, count);
        long rebuild = System.nanoTime() - start;
        Figures.line("由 " + String.format("%,d", count) + " 行重建全部汇总", "%s（两个线程），占用 %d MB", Figures.seconds(rebuild), marks.bytes() >> 20);
        long[] times = time(marks);
        double query = Figures.percentile(times, 0.5);
        figures.put("query_ns", query);
        figures.put("query_p99_ns", Figures.percentile(times, 0.99));
        Figures.line("一次查询（完整分类，任意子树、应办、期间）", "p50 %.0f ns，p99 %.0f ns，最长 %.1f µs（%,d 次，一个线程，含计时）", query,
                Figures.percentile(times, 0.99), times[times.length - 1] / 1e3, times.length);
        Figures.line("同上，不逐次计时", "平均 %.0f ns", throughput(marks));
        List<Tally> answers = IntStream.range(0, SAMPLES).mapToObj(i -> marks.ask(samples.nodes[i], samples.columns[i])).toList();
        update(marks, rows, count);
        same("新记录撤回之后", (int) IntStream.range(0, SAMPLES)
                .filter(i -> !marks.ask(samples.nodes[i], samples.columns[i]).equals(answers.get(i))).count());
        long resident = Figures.peakResidentMb();
        figures.put("resident_mb", resident);
        Figures.line("内存峰值（至此只有本程序）", "%,d MB", resident);
        if (peers) {
            Path directory = Files.createTempDirectory("yizhen-bench");
            try {
                duck(directory, marks, rows, count, rebuild, query, answers);
                postgres(directory, marks, query, answers);
            } finally {
                delete(directory);
            }
        }
    }

    /** Matches the year's records in chunks; the time is that of matching alone. */
    private int match(long[] rows, long[] nanosAndRecords) {
        var chunk = new long[CHUNK];
        var state = new int[2];
        year.inOrderOfArrival(record -> {
            chunk[state[0]++] = record;
            if (state[0] == CHUNK) {
                match(chunk, state, rows, nanosAndRecords);
            }
        });
        match(chunk, state, rows, nanosAndRecords);
        return state[1];
    }

    private void match(long[] chunk, int[] state, long[] rows, long[] nanosAndRecords) {
        long start = System.nanoTime();
        for (int i = 0; i < state[0]; i++) {
            matcher.match(chunk[i], row -> rows[state[1]++] = row);
        }
        nanosAndRecords[0] += System.nanoTime() - start;
        nanosAndRecords[1] += state[0];
        state[0] = 0;
    }

    private int upperBound() {
        return Math.toIntExact(size.branches() * 47L + 10_000);
    }

    private double expectedEach() {
        long all = 0;
        int looked = Math.min(20_000, size.branches());
        for (int i = 0; i < looked; i++) {
            int branch = country.firstBranch() + i;
            all += duties.tasks().stream().filter(task -> year.expected(task, branch)).count();
        }
        return (double) all / looked;
    }

    private long[] time(Marks marks) {
        Questions warm = Questions.random(200_000, 1, country, duties);
        for (int i = 0; i < warm.count(); i++) {
            marks.ask(warm.nodes[i], warm.columns[i]);
        }
        Questions asked = Questions.random(queries, 2, country, duties);
        long[] times = new long[queries];
        long sink = 0;
        for (int i = 0; i < queries; i++) {
            long start = System.nanoTime();
            sink += marks.ask(asked.nodes[i], asked.columns[i]).met();
            times[i] = System.nanoTime() - start;
        }
        return sink < 0 ? new long[0] : times;
    }

    private double throughput(Marks marks) {
        Questions asked = Questions.random(Math.min(queries, 2_000_000), 4, country, duties);
        long start = System.nanoTime();
        long sink = 0;
        for (int i = 0; i < asked.count(); i++) {
            sink += marks.ask(asked.nodes[i], asked.columns[i]).met();
        }
        return sink < 0 ? 0 : (double) (System.nanoTime() - start) / asked.count();
    }

    /**
     * New records of branches at random, one in a hundred of them replaced by another version, each with all that
     * follows. Afterwards they are taken back, so that the peers hold the same facts.
     */
    private void update(Marks marks, long[] rows, int count) {
        var random = new SplittableRandom(5);
        int updates = Math.min(1_000_000, count);
        long[] times = new long[updates];
        long[] standing = new long[updates];
        for (int i = 0; i < updates; i++) {
            long record = recordBehind(rows[random.nextInt(count)]);
            boolean corrected = random.nextInt(100) == 0;
            standing[i] = corrected ? Rows.record(Rows.unit(record), Rows.kind(record), random.nextInt(Duties.TODAY), 0, false) : record;
            long start = System.nanoTime();
            marks.note(record);
            if (corrected) {
                marks.retract(record);
                marks.note(standing[i]);
            }
            times[i] = System.nanoTime() - start;
        }
        for (long record : standing) {
            marks.retract(record);
        }
        double mean = LongStream.of(times).average().orElse(0);
        figures.put("update_ns", mean);
        Figures.line("一条新记录（对上、计入、汇总，1% 是更正）", "平均 %.0f ns，p50 %.0f ns，p99 %.0f ns", mean,
                Figures.percentile(times, 0.5), Figures.percentile(times, 0.99));
    }

    private long recordBehind(long row) {
        Task task = duties.task(Rows.kind(row));
        int makesUp = Rows.day(row) > task.last() ? task.number() + 1 : 0;
        return Rows.record(Rows.unit(row), task.duty(), Rows.day(row), makesUp, false);
    }

    private void duck(Path directory, Marks marks, long[] rows, int count, long rebuild, double query, List<Tally> answers)
            throws SQLException {
        Figures.heading("DuckDB（两个线程，10 GiB，允许落盘）");
        try (var duck = new DuckPeer(directory, country, duties)) {
            duck.loadRows(rows, count);
            long grouped = duck.group();
            Figures.line("GROUP BY unit, duty, period", "%s，落盘 %d MB；本程序重建 %s", Figures.seconds(grouped), duck.spilledMb(), Figures.seconds(rebuild));
            figures.put("rebuild_vs_duckdb", (double) grouped / rebuild);
            duck.dropRows();
            duck.loadPrefix(marks);
            prefix("DuckDB 前缀计数表", "times_duckdb_prefix", duck.prefix(), query, answers);
            duck.loadRaw(year);
            raw(duck, query, answers);
        }
    }

    private void raw(DuckPeer duck, double query, List<Tally> answers) throws SQLException {
        long[] times = new long[RAW_TIMED];
        int differ = 0;
        for (int i = 0; i < RAW_TIMED; i++) {
            long start = System.nanoTime();
            Tally answer = duck.askRaw(samples.nodes[i], duties.task(samples.columns[i]));
            times[i] = System.nanoTime() - start;
            differ += answer.equals(answers.get(i)) ? 0 : 1;
        }
        double typical = Figures.percentile(times, 0.5);
        figures.put("times_duckdb_raw", typical / query);
        Figures.line("DuckDB 原始记录，一次一问", "p50 %.1f ms，是本程序的 %.0f 倍（%d 问）", typical / 1e6, typical / query, RAW_TIMED);
        differ += compareRaw(duck, answers);
        same("DuckDB 原始记录", differ);
    }

    /** All samples against the raw facts, a column at a time. */
    private int compareRaw(DuckPeer duck, List<Tally> answers) throws SQLException {
        int differ = 0;
        for (Task task : duties.tasks()) {
            List<Integer> asked = IntStream.range(0, SAMPLES).filter(i -> samples.columns[i] == task.number()).boxed().toList();
            List<Tally> found = asked.isEmpty() ? List.of() : duck.askRaw(asked.stream().map(i -> samples.nodes[i]).toList(), task);
            for (int i = 0; i < asked.size(); i++) {
                differ += found.get(i).equals(answers.get(asked.get(i))) ? 0 : 1;
            }
        }
        return differ;
    }

    private void postgres(Path directory, Marks marks, double query, List<Tally> answers) throws SQLException, IOException {
        Figures.heading("PostgreSQL（内置，主键）");
        try (var postgres = new PostgresPeer(directory.resolve("postgres"), country)) {
            postgres.loadPrefix(duties, marks);
            prefix("PostgreSQL 前缀计数表", "times_postgres_prefix", postgres.prefix(), query, answers);
        }
    }

    private void prefix(String name, String key, PrefixTable table, double query, List<Tally> answers) throws SQLException {
        long[] times = new long[SAMPLES];
        List<Tally> found = new ArrayList<>();
        try (PreparedStatement statement = table.statement()) {
            for (int i = 0; i < SAMPLES; i++) {
                long start = System.nanoTime();
                found.add(table.ask(statement, samples.nodes[i], duties.task(samples.columns[i])));
                times[i] = System.nanoTime() - start;
            }
        }
        double typical = Figures.percentile(times, 0.5);
        figures.put(key, typical / query);
        Figures.line(name + "，一次一问", "p50 %.0f µs，是本程序的 %.0f 倍", typical / 1e3, typical / query);
        var all = table.askAll(samples, duties);
        double each = (double) all.nanos() / SAMPLES;
        Figures.line(name + "，一万问并成一句", "每问 %.1f µs，是本程序的 %.0f 倍", each / 1e3, each / query);
        figures.put(key + "_in_one_statement", each / query);
        int differ = (int) IntStream.range(0, SAMPLES)
                .filter(i -> !found.get(i).equals(answers.get(i)) || !all.tallies().get(i).equals(answers.get(i))).count();
        same(name, differ);
    }

    private static void same(String name, int differ) {
        Figures.line(name + "，答案核对", differ == 0 ? "一万问全部相同" : "有 " + differ + " 问不同");
        if (differ > 0) {
            throw new IllegalStateException(name + " answers differently: " + differ);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }
}

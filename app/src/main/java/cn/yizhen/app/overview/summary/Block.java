package cn.yizhen.app.overview.summary;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A block of a summary's text, with what the program proposes for it from the rows. */
public enum Block {
    OVERVIEW("总体情况"),
    PROBLEMS("困难和问题"),
    COORDINATION("需要协调的事项"),
    NEXT("下一步安排");

    private final String title;

    Block(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** Words from facts alone; whoever signs the summary changes them freely. */
    String proposed(SummaryPeriod period, List<SummaryRow> rows, String onDay) {
        return switch (this) {
            case OVERVIEW -> overview(period, rows, onDay);
            case PROBLEMS -> listed(rows, SummaryRow::problem, "牵头单位没有写明困难和问题。");
            case COORDINATION -> listed(rows, SummaryRow::coordination, "没有提请协调的事项。");
            case NEXT -> "对提请协调的事项，由督查部门按期答复；到期的事项按程序复核销号。不另行要求各单位报送材料。";
        };
    }

    private static String overview(SummaryPeriod period, List<SummaryRow> rows, String onDay) {
        var stages = rows.stream().collect(Collectors.groupingBy(SummaryRow::stage, LinkedHashMap::new, Collectors.counting())).entrySet().stream()
                .map(stage -> stage.getKey() + stage.getValue() + "项").collect(Collectors.joining("，"));
        var words = "截至" + onDay + "，列入督查的任务" + rows.size() + "项" + (rows.isEmpty() ? "。" : "，其中" + stages + "。");
        words += period.here() + "有新记录的" + count(rows, SummaryRow::reported) + "项，无新记录的" + count(rows, row -> !row.reported()) + "项；未见新记录不等于没有开展。";
        return words + judged(rows);
    }

    private static String judged(List<SummaryRow> rows) {
        var kinds = Arrays.stream(Judgement.Kind.values()).filter(kind -> has(rows, kind) > 0)
                .map(kind -> kind.chinese() + has(rows, kind) + "项").collect(Collectors.joining("，"));
        return kinds.isEmpty() ? "" : "督查部门逐项判断：" + kinds + "。";
    }

    private static long has(List<SummaryRow> rows, Judgement.Kind kind) {
        return count(rows, row -> row.judgement() != null && row.judgement().kind() == kind);
    }

    private static String listed(List<SummaryRow> rows, Function<SummaryRow, String> what, String none) {
        var lines = rows.stream().filter(row -> !what.apply(row).isEmpty()).map(row -> row.number() + "（" + row.lead() + "）：" + what.apply(row) + "。").toList();
        return lines.isEmpty() ? none : String.join("\n", lines);
    }

    private static long count(List<SummaryRow> rows, Predicate<SummaryRow> which) {
        return rows.stream().filter(which).count();
    }
}

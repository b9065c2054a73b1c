package cn.yizhen.app.deployment.model;

import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cutting one row in two, and making one row of several. */
final class Cutting {

    private Cutting() {}

    static Outcome<Draft> cut(Draft draft, Row row, Edit.Split split) {
        if (draft.reworded(row)) {
            return Outcome.refused(Reason.of("split-reworded", "这一条的表述改过，不能再按原文拆分。", "请把表述改回原文再拆，或者在导出的草案里拆成两行后读回。"));
        }
        var home = row.spans().stream().filter(span -> span.start() < split.at() && split.at() < span.end()).findFirst();
        if (home.isEmpty()) {
            return Outcome.refused(Reason.of("split-outside", "拆分的位置不在这一条的文字里。", "请在这一条的文字中间选一处再拆。"));
        }
        var before = new ArrayList<Span>();
        var after = new ArrayList<Span>();
        for (var span : row.spans()) {
            if (span.equals(home.get())) {
                before.add(new Span(span.start(), split.at()));
                after.add(new Span(split.at(), span.end()));
            } else {
                (span.compareTo(home.get()) < 0 ? before : after).add(span);
            }
        }
        var first = part(draft, row, row.id(), trimmed(draft, before), row.number(), row.title());
        var secondNumber = draft.numbered() && !row.number().isEmpty() ? subNumber(draft, row) : "";
        var second = part(draft, row, split.second(), trimmed(draft, after), secondNumber, "");
        var rows = draft.rows().stream().flatMap(r -> r.id().equals(row.id()) ? Stream.of(first, second) : Stream.of(r));
        return Outcome.done(draft.rows(rows.toList()));
    }

    static Outcome<Draft> merge(Draft draft, Edit.Merged merged) {
        if (merged.others().isEmpty() || merged.others().contains(merged.into())) {
            return Outcome.refused(Reason.of("merge-one", "合并至少要两条。", "请再勾选一条。"));
        }
        var kept = draft.row(merged.into()).orElseThrow();
        var others = merged.others().stream().map(id -> draft.row(id).orElseThrow()).toList();
        if (others.stream().anyMatch(row -> (row.outside() == null) != (kept.outside() == null))) {
            return Outcome.refused(Reason.of("merge-outside", "平台不承接的事项不能与其他事项合并。", "请分开保留。"));
        }
        var spans = new TreeSet<Span>(kept.spans());
        others.forEach(row -> spans.addAll(row.spans()));
        var numbers = all(kept.numbers(), others.stream().map(Row::numbers).toList());
        var placeholders = all(kept.placeholders(), others.stream().map(Row::placeholders).toList());
        var one = new Row(kept.id(), kept.number(), List.copyOf(spans), merged(draft, kept, others, List.copyOf(spans)), kept.title(), kept.section(),
                kept.handling(), kept.cadence(), kept.due(), kept.assignment(), numbers, placeholders, kept.outside(), kept.link(), kept.suspended());
        var rows = draft.rows().stream()
                .filter(row -> !merged.others().contains(row.id()))
                .map(row -> row.id().equals(kept.id()) ? one : row);
        return Outcome.done(draft.rows(rows.toList()));
    }

    /** Words that were changed by hand, or have no place in the text, stay as they are. */
    private static String merged(Draft draft, Row kept, List<Row> others, List<Span> spans) {
        var all = Stream.concat(Stream.of(kept), others.stream()).toList();
        return all.stream().noneMatch(row -> row.spans().isEmpty() || draft.reworded(row))
                ? words(draft, spans)
                : all.stream().map(Row::wording).distinct().collect(Collectors.joining("；"));
    }

    static String words(Draft draft, List<Span> spans) {
        return spans.stream().map(span -> span.of(draft.text())).collect(Collectors.joining("；"));
    }

    private static Row part(Draft draft, Row row, RowId id, List<Span> spans, String number, String title) {
        var wording = words(draft, spans);
        var shown = title.isEmpty() ? Words.clip(wording, Row.LONGEST_TITLE) : title;
        return new Row(id, number, spans, wording, shown, row.section(), row.handling(), row.cadence(), row.due(),
                row.assignment(), kept(row.numbers(), wording), kept(row.placeholders(), wording), row.outside(), row.link(), row.suspended());
    }

    /** Punctuation at a cut belongs to neither part. */
    private static List<Span> trimmed(Draft draft, List<Span> spans) {
        return spans.stream().map(span -> trim(draft.text(), span)).toList();
    }

    private static Span trim(String text, Span span) {
        int start = span.start();
        int end = span.end();
        int[] points = span.of(text).codePoints().toArray();
        while (end - 1 > start && "、，；。, ;\n".indexOf(points[end - 1 - span.start()]) >= 0) {
            end--;
        }
        while (start < end - 1 && "、，；。, ;\n".indexOf(points[start - span.start()]) >= 0) {
            start++;
        }
        return new Span(start, end);
    }

    private static String subNumber(Draft draft, Row row) {
        var stem = row.number().split("—")[0];
        long parts = draft.rows().stream().filter(r -> r.number().startsWith(stem + "—")).count();
        return stem + "—" + (parts + 1);
    }

    private static List<String> kept(List<String> parts, String wording) {
        return parts.stream().filter(wording::contains).toList();
    }

    private static List<String> all(List<String> first, List<List<String>> more) {
        return Stream.concat(first.stream(), more.stream().flatMap(List::stream)).distinct().toList();
    }
}

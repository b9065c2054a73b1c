package cn.yizhen.app.document.reading;

import cn.yizhen.rules.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the header row and its columns, then reads every row below it. */
final class LayoutReader {

    private static final int HEADER_SEARCH = 15;

    private final Layout layout;
    private final Sheet sheet;
    private final List<Finding> findings = new ArrayList<>();

    private LayoutReader(Layout layout, Sheet sheet) {
        this.layout = layout;
        this.sheet = sheet;
    }

    static Reading read(Layout layout, Workbook workbook) {
        Optional<Sheet> sheet = Stream.concat(Stream.of(layout.sheet()), layout.also().stream())
                .flatMap(name -> workbook.sheet(name).stream())
                .findFirst();
        if (sheet.isEmpty()) {
            return new Reading(List.of(), layout.required() ? List.of(missingSheet(layout, workbook)) : List.of(), false);
        }
        return new LayoutReader(layout, sheet.get()).read();
    }

    private static Finding missingSheet(Layout layout, Workbook workbook) {
        String there = workbook.sheets().stream().map(s -> "“" + s.name() + "”").collect(Collectors.joining("、"));
        return Finding.fault(Place.of(layout.sheet()), Reason.of("sheet-missing",
                "没有找到“" + layout.sheet() + "”表，文件里有" + (there.isEmpty() ? "零张可见的表" : there) + "。", "请按模板的表名命名工作表。"));
    }

    private Reading read() {
        Optional<Sheet.Line> header = header();
        if (header.isEmpty()) {
            String wanted = layout.fields().stream().filter(Field::required).map(Field::heading).collect(Collectors.joining("、"));
            findings.add(Finding.fault(Place.of(sheet.name()), Reason.of("header-missing",
                    "前 " + HEADER_SEARCH + " 行里没有找到表头（应有：" + wanted + "）。", "请保留模板的表头行。")));
            return new Reading(List.of(), findings, true);
        }
        Map<String, Integer> columns = columns(header.get());
        List<Entry> entries = new ArrayList<>();
        for (Sheet.Line line : sheet.lines()) {
            if (line.number() > header.get().number() && columns.values().stream().anyMatch(line.values()::containsKey)) {
                entries.add(entry(line, columns));
            }
        }
        return new Reading(entries, findings, true);
    }

    /** The row near the top with the most known headers; of a header in two rows, the lower. */
    private Optional<Sheet.Line> header() {
        Sheet.Line best = null;
        long most = 0;
        for (Sheet.Line line : sheet.lines()) {
            if (line.number() > HEADER_SEARCH) {
                break;
            }
            long known = layout.fields().stream()
                    .filter(f -> line.values().values().stream().anyMatch(v -> Headings.names(f, v.text())))
                    .count();
            if (known > most || known == most && known > 0 && best != null && line.number() == best.number() + 1) {
                best = line;
                most = known;
            }
        }
        return Optional.ofNullable(best);
    }

    private Map<String, Integer> columns(Sheet.Line header) {
        Map<String, Integer> columns = new TreeMap<>();
        header.values().forEach((column, value) -> Headings.fieldOf(layout, value.text()).ifPresent(field -> {
            if (columns.putIfAbsent(field.key(), column) != null) {
                findings.add(Finding.fault(value.place(), Reason.of("column-twice",
                        "“" + field.heading() + "”列出现了两次。", "请删去一列。")));
            }
        }));
        layout.fields().stream().filter(f -> f.required() && !columns.containsKey(f.key())).forEach(f -> findings.add(
                Finding.fault(new Place(sheet.name(), header.number(), 0), Reason.of("column-missing",
                        "表头里没有“" + f.heading() + "”列。", "请补上这一列，列的先后不限。"))));
        return columns;
    }

    private Entry entry(Sheet.Line line, Map<String, Integer> columns) {
        Place row = new Place(sheet.name(), line.number(), 0);
        Map<String, Place> places = new HashMap<>();
        Map<String, Object> values = new HashMap<>();
        for (Field field : layout.fields()) {
            Integer column = columns.get(field.key());
            if (column == null) {
                continue;
            }
            Place place = row.column(column);
            places.put(field.key(), place);
            FieldReader.Read read = FieldReader.read(field, place, Optional.ofNullable(line.values().get(column)));
            findings.addAll(read.findings());
            read.value().ifPresent(value -> values.put(field.key(), value));
        }
        return new Entry(row, places, values);
    }
}

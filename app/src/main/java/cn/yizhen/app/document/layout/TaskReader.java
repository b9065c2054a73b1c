package cn.yizhen.app.document.layout;

import cn.yizhen.app.document.reading.Sheet;
import cn.yizhen.app.document.reading.Tables;
import cn.yizhen.app.document.reading.Value;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds header and columns of each table, then its headings and rows. */
final class TaskReader {

    private static final int HEADER_SEARCH = 15;
    private static final Pattern LEAD = Pattern.compile("\\s*[（(]\\s*(?:牵头|牵头单位|主责)\\s*[）)]\\s*");
    private static final Pattern FOOT = Pattern.compile("^(注|备注|说明|填表|合计|共计|小计)[:：]?.*", Pattern.DOTALL);

    /** Columns of a table as they lie in its grid: first column, and the one behind the last. */
    private record Header(int line, Map<TaskColumn, int[]> ranges) {}

    private final Tables tables;
    private final List<TaskReading.Read> rows = new ArrayList<>();
    private final List<Reason> notices = new ArrayList<>();
    private final List<Reason> faults = new ArrayList<>();
    private final List<String> before = new ArrayList<>();
    private final Set<TaskColumn> columns = EnumSet.noneOf(TaskColumn.class);
    private String heading = "";

    TaskReader(Tables tables) {
        this.tables = tables;
        before.addAll(tables.lines());
    }

    Outcome<TaskReading> read() {
        Header last = null;
        for (var sheet : tables.sheets()) {
            var header = header(sheet);
            if (header == null && last != null && goesOn(sheet, last)) {
                header = new Header(0, last.ranges());
            }
            if (header == null) {
                continue;
            }
            last = header;
            columns.addAll(header.ranges().keySet());
            read(sheet, header);
        }
        if (last == null) {
            faults.add(Reason.of("task-header-missing", "没有找到任务分解表的表头。", "表头里要有“重点工作任务”（或“任务内容”“目标与任务”等）和“牵头单位”（或“责任单位”）。"));
        } else if (rows.isEmpty() && faults.isEmpty()) {
            faults.add(Reason.of("task-rows-missing", "表头下面没有任务。", "请核对上传的是不是任务分解表。"));
        }
        return faults.isEmpty() ? Outcome.done(new TaskReading(rows, columns, notices, before)) : Outcome.refused(faults);
    }

    /** The row near the top with the most known headings; of a header in two rows, the lower. */
    private static @Nullable Header header(Sheet sheet) {
        Header best = null;
        for (var line : sheet.lines().stream().limit(HEADER_SEARCH).toList()) {
            var ranges = ranges(line);
            boolean below = best != null && line.number() == best.line() + 1;
            if (best == null || ranges.size() > best.ranges().size() || below && ranges.size() == best.ranges().size()) {
                best = new Header(line.number(), ranges);
            }
        }
        return best != null && isTable(best.ranges().keySet()) ? best : null;
    }

    private static boolean isTable(Set<TaskColumn> found) {
        return found.contains(TaskColumn.WORDING) && (found.contains(TaskColumn.LEADS) || found.contains(TaskColumn.RESPONSIBLE));
    }

    private static Map<TaskColumn, int[]> ranges(Sheet.Line line) {
        var ranges = new EnumMap<TaskColumn, int[]>(TaskColumn.class);
        line.values().forEach((column, value) -> TaskColumn.of(value.text())
                .ifPresent(known -> ranges.putIfAbsent(known, new int[] {column, column + value.merged()})));
        return ranges;
    }

    /** A table that was cut in two goes on under the header of the one before. */
    private static boolean goesOn(Sheet sheet, Header last) {
        int width = last.ranges().values().stream().mapToInt(range -> range[1]).max().orElse(0);
        return sheet.lines().stream().flatMap(line -> line.values().entrySet().stream()).filter(e -> e.getKey() > Sheet.HIDDEN)
                .mapToInt(e -> e.getKey() + e.getValue().merged()).max().orElse(0) == width;
    }

    private void read(Sheet sheet, Header header) {
        for (var line : sheet.lines()) {
            var words = line.values().entrySet().stream().filter(e -> e.getKey() > Sheet.HIDDEN).map(Map.Entry::getValue).toList();
            if (line.number() < header.line()) {
                words.forEach(value -> before.add(value.text()));
            } else if (line.number() > header.line() && !isTable(ranges(line).keySet()) && !words.isEmpty()) {
                row(sheet, header, line);
            }
        }
    }

    private void row(Sheet sheet, Header header, Sheet.Line line) {
        var place = "“" + sheet.name() + "”第 " + line.number() + " 行";
        var shown = line.values().entrySet().stream().filter(e -> e.getKey() > Sheet.HIDDEN).toList();
        var first = shown.getFirst().getValue();
        if (shown.size() == 1 && !onlyTask(header, shown.getFirst())) {
            if (!FOOT.matcher(first.text()).matches()) {
                heading = first.text();
            }
            return;
        }
        var cells = cells(header, line);
        if (cells.isEmpty()) {
            faults.add(Reason.of("cells-askew", place + "的单元格与表头对不齐，分不清哪一格是哪一列：“" + clip(first.text()) + "”。",
                    "请在 WPS 里把这一行的格子与表头对齐，或者另存为 .xlsx 整理后上传。"));
            return;
        }
        var texts = cells.get();
        if (texts.getOrDefault(TaskColumn.WORDING, "").isEmpty()) {
            if (!FOOT.matcher(first.text()).matches()) {
                faults.add(Reason.of("task-wording-missing", place + "没有任务内容：“" + clip(first.text()) + "”。", "请补上任务内容，或者删去这一行。"));
            }
            return;
        }
        add(texts, line, place);
    }

    /** A row that holds nothing but its task. */
    private static boolean onlyTask(Header header, Map.Entry<Integer, Value> only) {
        var range = header.ranges().get(TaskColumn.WORDING);
        return only.getKey() == Objects.requireNonNull(range)[0] && only.getValue().merged() <= range[1] - range[0];
    }

    /** The words under each heading; empty where two cells lie under one heading. */
    private static Optional<Map<TaskColumn, String>> cells(Header header, Sheet.Line line) {
        var texts = new EnumMap<TaskColumn, String>(TaskColumn.class);
        for (var cell : line.values().entrySet()) {
            if (cell.getKey() == Sheet.HIDDEN) {
                continue;
            }
            var column = column(header, cell.getKey(), cell.getKey() + cell.getValue().merged());
            if (column.isPresent() && texts.putIfAbsent(column.get(), cell.getValue().text()) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(texts);
    }

    /** The heading that lies over most of a cell. */
    private static Optional<TaskColumn> column(Header header, int from, int until) {
        return header.ranges().entrySet().stream()
                .filter(e -> overlap(e.getValue(), from, until) > 0)
                .max((a, b) -> Integer.compare(overlap(a.getValue(), from, until), overlap(b.getValue(), from, until)))
                .map(Map.Entry::getKey);
    }

    private static int overlap(int[] range, int from, int until) {
        return Math.min(range[1], until) - Math.max(range[0], from);
    }

    private void add(Map<TaskColumn, String> texts, Sheet.Line line, String place) {
        var wording = oneLine(texts.get(TaskColumn.WORDING));
        var number = number(texts, line, place);
        var task = new Task(id(texts, line), number, texts.containsKey(TaskColumn.HEADING) ? oneLine(texts.get(TaskColumn.HEADING)) : heading, "", wording,
                names(texts.get(TaskColumn.LEADERS)), leads(texts), supports(texts), oneLine(texts.get(TaskColumn.DEADLINE)), oneLine(texts.get(TaskColumn.REMARK)));
        var above = rows.isEmpty() ? null : rows.getLast();
        if (above != null && above.task().wording().equals(wording) && above.task().number().equals(number) && above.task().id().equals(task.id())) {
            rows.set(rows.size() - 1, new TaskReading.Read(united(above.task(), task), above.place()));
        } else {
            rows.add(new TaskReading.Read(task, place));
        }
    }

    /** A task over several lines, a unit in each: one row, everybody in it once. */
    private static Task united(Task above, Task below) {
        var supports = new ArrayList<>(above.supports());
        below.leads().stream().filter(name -> !above.leads().contains(name)).forEach(supports::add);
        supports.addAll(below.supports());
        return new Task(above.id(), above.number(), above.heading(), above.category(), above.wording(), above.leaders(), above.leads(),
                supports.stream().distinct().toList(), above.deadline(), above.remark());
    }

    private static String id(Map<TaskColumn, String> texts, Sheet.Line line) {
        var hidden = line.values().get(Sheet.HIDDEN);
        return hidden != null ? hidden.text() : texts.getOrDefault(TaskColumn.ID, "");
    }

    /** A spreadsheet makes a date of 1-1. */
    private String number(Map<TaskColumn, String> texts, Sheet.Line line, String place) {
        var number = oneLine(texts.get(TaskColumn.NUMBER));
        var date = line.values().values().stream().filter(value -> value.date() != null && value.text().equals(number)).findFirst();
        if (date.isPresent()) {
            var day = Objects.requireNonNull(date.get().date());
            var back = day.getMonthValue() + "—" + day.getDayOfMonth();
            notices.add(Reason.of("number-became-date", place + "的序号被电子表格改成了日期，按“" + back + "”读。", "请核对。"));
            return back;
        }
        return number.replaceAll("[.．、]$", "").replaceAll("(?<=\\d)\\s*[-－–]\\s*(?=\\d)", "—");
    }

    private static List<String> leads(Map<TaskColumn, String> texts) {
        var named = names(texts.get(TaskColumn.LEADS));
        if (texts.containsKey(TaskColumn.LEADS) || !texts.containsKey(TaskColumn.RESPONSIBLE)) {
            return named;
        }
        var all = Arrays.stream(parts(texts.get(TaskColumn.RESPONSIBLE))).toList();
        return all.stream().filter(name -> LEAD.matcher(name).find()).findFirst().or(() -> all.stream().findFirst())
                .map(name -> LEAD.matcher(name).replaceAll("")).stream().toList();
    }

    private static List<String> supports(Map<TaskColumn, String> texts) {
        var leads = leads(texts);
        var named = new ArrayList<>(names(texts.get(TaskColumn.SUPPORTS)));
        names(texts.get(TaskColumn.RESPONSIBLE)).stream().filter(name -> !leads.contains(name)).forEach(named::add);
        return named.stream().distinct().toList();
    }

    private static List<String> names(@Nullable String cell) {
        return Arrays.stream(parts(cell)).map(name -> LEAD.matcher(name).replaceAll("")).distinct().toList();
    }

    private static String[] parts(@Nullable String cell) {
        return cell == null || cell.isBlank() ? new String[0]
                : Arrays.stream(cell.split("[、，,；;\\n]+")).map(String::strip).filter(name -> !name.isEmpty()).toArray(String[]::new);
    }

    private static String oneLine(@Nullable String cell) {
        return cell == null ? "" : cell.lines().map(String::strip).collect(Collectors.joining());
    }

    private static String clip(String text) {
        return text.length() <= 20 ? text : text.substring(0, 20) + "…";
    }
}

package cn.yizhen.app.document.layout;

import cn.yizhen.app.document.reading.Sheet;
import cn.yizhen.app.document.reading.Tables;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the tables of a file: under each header its headings and rows. */
final class TaskReader {

    private static final Pattern FOOT = Pattern.compile("^(注|备注|说明|填表|合计|共计|小计)[:：]?.*", Pattern.DOTALL);

    private static final Pattern CHAPTER = Pattern.compile("^[一二三四五六七八九十]+、.*", Pattern.DOTALL);
    private static final Pattern SECTION = Pattern.compile("^[（(][一二三四五六七八九十]+[）)].*", Pattern.DOTALL);

    private final Tables tables;
    private final List<TaskReading.Read> rows = new ArrayList<>();
    private final List<Reason> notices = new ArrayList<>();
    private final List<Reason> faults = new ArrayList<>();
    private final List<String> before = new ArrayList<>();
    private final Set<TaskColumn> columns = EnumSet.noneOf(TaskColumn.class);
    private String heading = "";
    private String chapter = "";

    TaskReader(Tables tables) {
        this.tables = tables;
        before.addAll(tables.lines());
    }

    Outcome<TaskReading> read() {
        TaskHeader last = null;
        for (var sheet : tables.sheets()) {
            var header = TaskHeader.of(sheet);
            if (header == null && last != null && last.goesOn(sheet)) {
                header = last.above();
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

    private void read(Sheet sheet, TaskHeader header) {
        for (var line : sheet.lines()) {
            var words = line.values().entrySet().stream().filter(e -> e.getKey() > Sheet.HIDDEN).map(Map.Entry::getValue).toList();
            if (line.number() < header.line()) {
                words.forEach(value -> before.add(value.text()));
            } else if (line.number() > header.line() && !TaskHeader.stands(line) && !words.isEmpty()) {
                row(sheet, header, line);
            }
        }
    }

    private void row(Sheet sheet, TaskHeader header, Sheet.Line line) {
        var place = "“" + sheet.name() + "”第 " + line.number() + " 行";
        var shown = line.values().entrySet().stream().filter(e -> e.getKey() > Sheet.HIDDEN).toList();
        var first = shown.getFirst().getValue();
        if (shown.size() == 1 && !header.onlyTask(shown.getFirst())) {
            if (FOOT.matcher(first.text()).matches()) {
                notices.add(Reason.of("foot-left-out", place + "没有读作任务：“" + clip(first.text()) + "”。", "是说明就不用管；是任务的，补上序号和牵头单位再上传。"));
            } else {
                headed(first.text());
            }
            return;
        }
        var cells = header.cells(line);
        if (cells.isEmpty()) {
            faults.add(Reason.of("cells-askew", place + "的单元格与表头对不齐，分不清哪一格是哪一列：“" + clip(first.text()) + "”。",
                    "请在 WPS 里把这一行的格子与表头对齐，或者另存为 .xlsx 整理后上传。"));
            return;
        }
        if (cells.get().wording().isEmpty()) {
            if (!FOOT.matcher(first.text()).matches()) {
                faults.add(Reason.of("task-wording-missing", place + "没有任务内容：“" + clip(first.text()) + "”。", "请补上任务内容，或者删去这一行。"));
            }
            return;
        }
        add(cells.get(), line, place);
    }

    /** （一） stands under the 一、 before it, and both say where a task belongs. */
    private void headed(String words) {
        if (CHAPTER.matcher(words).matches()) {
            chapter = words;
        } else if (!SECTION.matcher(words).matches()) {
            chapter = "";
        }
        heading = chapter.isEmpty() || chapter.equals(words) ? words : chapter + "　" + words;
    }

    private void add(TaskCells cells, Sheet.Line line, String place) {
        var task = cells.task(heading, number(cells.number(), line, place));
        var above = rows.isEmpty() ? null : rows.getLast();
        if (above != null && above.task().wording().equals(task.wording()) && above.task().number().equals(task.number()) && above.task().id().equals(task.id())) {
            var said = ofItsOwn(above.task(), task);
            if (!said.isEmpty()) {
                notices.add(Reason.of("line-of-its-own", place + "和上一行是同一条任务，它另写的“" + said + "”没有读进去，时限和备注照上一行。", "各有各的时限的，请在文件里拆成两条再上传。"));
            }
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
        return new Task(above.id(), above.number(), above.heading(), above.category(), above.wording(),
                Stream.concat(above.leaders().stream(), below.leaders().stream()).distinct().toList(), above.leads(), supports.stream().distinct().toList(), above.deadline(), above.remark());
    }

    /** What a further line of a task says otherwise than the first: its units' own deadline and remark. */
    private static String ofItsOwn(Task above, Task below) {
        var said = Stream.of(below.deadline().equals(above.deadline()) ? "" : below.deadline(), below.remark().equals(above.remark()) ? "" : below.remark())
                .filter(words -> !words.isEmpty()).collect(Collectors.joining("，"));
        return said.isEmpty() || below.leads().isEmpty() ? said : String.join("、", below.leads()) + "：" + said;
    }

    /** A spreadsheet makes a date of 1-1. */
    private String number(String number, Sheet.Line line, String place) {
        var date = line.values().values().stream().filter(value -> value.date() != null && value.text().equals(number)).findFirst();
        if (date.isPresent()) {
            var day = Objects.requireNonNull(date.get().date());
            var back = day.getMonthValue() + "—" + day.getDayOfMonth();
            notices.add(Reason.of("number-became-date", place + "的序号被电子表格改成了日期，按“" + back + "”读。", "请核对。"));
            return back;
        }
        return number.replaceAll("[.．、]$", "").replaceAll("(?<=\\d)\\s*[-－–]\\s*(?=\\d)", "—");
    }

    private static String clip(String text) {
        return text.length() <= 20 ? text : text.substring(0, 20) + "…";
    }
}

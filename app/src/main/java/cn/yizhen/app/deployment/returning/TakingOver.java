package cn.yizhen.app.deployment.returning;

import cn.yizhen.app.deployment.model.Assignment;
import cn.yizhen.app.deployment.model.ChargeTable;
import cn.yizhen.app.deployment.model.Due;
import cn.yizhen.app.deployment.model.Edit;
import cn.yizhen.app.deployment.model.Handling;
import cn.yizhen.app.deployment.model.Line;
import cn.yizhen.app.deployment.model.Row;
import cn.yizhen.app.deployment.model.RowId;
import cn.yizhen.app.deployment.model.Span;
import cn.yizhen.app.document.layout.TaskReading;
import cn.yizhen.app.document.layout.TaskReading.Read;
import cn.yizhen.directives.Beyond;
import cn.yizhen.directives.Cadence;
import cn.yizhen.directives.Directive;
import cn.yizhen.directives.Extractor;
import cn.yizhen.directives.Reading;
import cn.yizhen.rules.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table that was issued before the platform kept it, with its numbers. Its text is made of the table's own headings
 * and wordings, so that every row has a place in it.
 *
 * @param text    headings and wordings, a line for each
 * @param drafted the rows read from it, under their numbers
 * @param notes   what its owner should know
 */
public record TakingOver(String text, Edit.Drafted drafted, List<Reason> notes) {

    public TakingOver {
        notes = List.copyOf(notes);
    }

    /** @param issued the day on the paper */
    public static TakingOver of(TaskReading reading, ChargeTable table, LocalDate issued, Supplier<UUID> ids) {
        return new Writer(reading, table, issued, ids).write();
    }

    private static final class Writer {

        private static final String NUMERALS = "一二三四五六七八九十";

        private final TaskReading reading;
        private final ChargeTable table;
        private final LocalDate issued;
        private final Supplier<UUID> ids;
        private final Extractor extractor = new Extractor();
        private final StringBuilder text = new StringBuilder();
        private final List<String> sections = new ArrayList<>();
        private final List<Line> lines = new ArrayList<>();
        private final List<Row> rows = new ArrayList<>();
        private final List<Reason> notes = new ArrayList<>();
        private final boolean repeated;
        private final Map<String, Integer> numbered = new HashMap<>();

        Writer(TaskReading reading, ChargeTable table, LocalDate issued, Supplier<UUID> ids) {
            this.reading = reading;
            this.table = table;
            this.issued = issued;
            this.ids = ids;
            this.repeated = repeats(reading);
        }

        TakingOver write() {
            notes.addAll(reading.notices());
            reading.rows().forEach(this::row);
            long unnumbered = rows.stream().filter(row -> row.number().isEmpty()).count();
            if (unnumbered > 0) {
                notes.add(Reason.of("number-missing", "有 " + unnumbered + " 条没有序号，接着最大的序号续编。", "要照原表编号的，请在文件里补上序号再上传。"));
            }
            var remarks = reading.rows().stream().map(read -> read.task().remark()).filter(words -> !words.isEmpty()).toList();
            if (!remarks.isEmpty()) {
                notes.add(Reason.of("remarks-left-out", "备注有 " + remarks.size() + " 条不转入：" + remarks.stream().limit(3).map(words -> "“" + words + "”").collect(Collectors.joining("、"))
                        + (remarks.size() > 3 ? "等" : "") + "。", "有用的在原件里；是时限的，请写进时限一栏再上传。"));
            }
            if (repeated) {
                notes.add(Reason.of("number-repeated", "序号在各板块里重新起，前面加了板块的序数以便区分，如“二—1”。", "请核对。"));
            }
            return new TakingOver(text.toString(), new Edit.Drafted(issued, sections, lines, rows), notes);
        }

        /** Numbers begin anew under every heading. */
        private static boolean repeats(TaskReading reading) {
            var under = new HashMap<String, String>();
            return reading.rows().stream().map(Read::task).filter(task -> !task.number().isEmpty())
                    .anyMatch(task -> !task.heading().equals(Objects.requireNonNullElse(under.putIfAbsent(task.number(), task.heading()), task.heading())));
        }

        private void row(Read read) {
            var task = read.task();
            if (!task.heading().isEmpty() && (sections.isEmpty() || !sections.getLast().equals(task.heading()))) {
                sections.add(task.heading());
                line(task.heading(), Reading.HEADING);
            }
            var span = line(task.wording(), Reading.DIRECTIVES);
            var found = extractor.extract(task.wording() + "。", issued).directives().stream().findFirst();
            var due = due(read);
            rows.add(new Row(new RowId(ids.get()), number(read), List.of(span), task.wording(), title(task.wording()), sections.size(),
                    due.day() != null ? Handling.PROJECT : found.map(it -> Handling.of(it.grade())).orElse(Handling.CONTINUING),
                    found.map(Directive::cadence).orElse(cadence(read)), due, assignment(read), found.map(Directive::numbers).orElse(List.of()),
                    found.map(Directive::placeholders).orElse(List.of()), found.map(Directive::beyond).map(Beyond::reason).orElse(null), null, null));
        }

        private Span line(String words, Reading as) {
            int start = text.codePointCount(0, text.length());
            var span = new Span(start, start + words.codePointCount(0, words.length()));
            text.append(words).append('\n');
            lines.add(new Line(lines.size(), span, sections.size(), as));
            return span;
        }

        private String number(Read read) {
            var printed = read.task().number();
            if (printed.isEmpty()) {
                return "";
            }
            var number = repeated ? numeral(sections.size()) + "—" + printed : printed;
            int times = numbered.merge(number, 1, Integer::sum);
            if (times == 1) {
                return number;
            }
            var told = number + "之" + numeral(times);
            notes.add(Reason.of("number-twice", read.place() + "：序号“" + printed + "”前面已经有一条，这一条写作“" + told + "”。", "原表印错的，请照原件核对；两条各是各的，不会并成一条。"));
            return told;
        }

        private static String numeral(int number) {
            return number >= 1 && number <= NUMERALS.length() ? NUMERALS.substring(number - 1, number) : String.valueOf(number);
        }

        /** A deadline that says how often: 每季度. */
        private static @Nullable Cadence cadence(Read read) {
            return Arrays.stream(Cadence.values()).filter(cadence -> read.task().deadline().contains(cadence.label())).findFirst().orElse(null);
        }

        private Due due(Read read) {
            var words = read.task().deadline();
            var day = Deadlines.read(words, issued.getYear());
            if (day.isEmpty() && words.chars().anyMatch(Character::isDigit)) {
                notes.add(Reason.of("deadline-unread", read.place() + "：时限“" + words + "”读不出日期。", "这一条按没有写明日期转入；要改的，转入后用“调整”。"));
            }
            return day.map(d -> new Due(d, words, Due.Origin.STATED, true)).orElseGet(() -> new Due(null, words, Due.Origin.NONE, false));
        }

        private Assignment assignment(Read read) {
            var parties = Parties.of(read.task(), table, "原表所列。");
            if (!parties.unknown().isEmpty()) {
                notes.add(Reason.of("unit-unknown", read.place() + "：“" + String.join("、", parties.unknown()) + "”在机构表中没有，或者不能承担任务。",
                        "这一条照其余单位转入；要改的，转入后用“调整”。"));
            }
            var to = parties.assignment();
            return to.lead() == null ? new Assignment(null, to.supporting(), to.leader(), "原表所列的牵头单位认不出。", true) : to;
        }

        private static String title(String wording) {
            int length = wording.codePointCount(0, wording.length());
            return length <= Row.LONGEST_TITLE ? wording : wording.substring(0, wording.offsetByCodePoints(0, Row.LONGEST_TITLE - 1)) + "…";
        }
    }

    /** The file's own title, its number and its day, as far as they stand above the table. */
    public record Named(String title, String paper, Optional<LocalDate> day) {

        private static final Pattern PAPER = Pattern.compile("\\p{IsHan}{1,12}[〔\\[（(](?:19|20)\\d\\d[〕\\]）)]\\s*\\d{1,5}\\s*号");

        public static Named of(TaskReading reading) {
            var title = reading.before().stream().map(String::strip).filter(line -> line.matches(".*(表|清单|分工|方案|台账)(（.*）)?$")).findFirst()
                    .or(() -> reading.before().stream().findFirst()).orElse("");
            var all = String.join("　", reading.before());
            var paper = PAPER.matcher(all);
            boolean numbered = paper.find();
            var rest = numbered ? all.substring(0, paper.start()) + all.substring(paper.end()) : all;
            return new Named(title, numbered ? paper.group().replaceAll("\\s", "") : "", Deadlines.written(rest));
        }
    }
}

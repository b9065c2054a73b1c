package cn.yizhen.app.deployment.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.yizhen.app.deployment.application.TableOfTasks;
import cn.yizhen.app.deployment.returning.Comparison;
import cn.yizhen.app.deployment.returning.Difference;
import cn.yizhen.app.document.Excel;
import cn.yizhen.app.document.Page;
import cn.yizhen.app.document.Word;
import cn.yizhen.app.document.layout.Task;
import cn.yizhen.app.document.layout.TaskLayout;
import cn.yizhen.app.document.layout.TaskReading;
import cn.yizhen.app.document.layout.TaskTable;
import cn.yizhen.app.document.reading.Tables;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("导出的草案改过以后读回")
class RoundTripTest {

    private static final ChargeTable TABLE = new ChargeTable(Map.of("县委办", Desk.OFFICE, "县委党校", Desk.SCHOOL), List.of(), Map.of(),
            new EnumMap<>(Map.of(Party.GroupKind.TOWNSHIPS, 14)));

    private final Desk desk = Desk.consulting();

    @ParameterizedTest
    @EnumSource
    @DisplayName("原样读回没有不同，Word、Excel、三种版式都是")
    void untouchedIsTheSame(TaskLayout layout) {
        for (boolean word : List.of(true, false)) {
            var comparison = compared(UnaryOperator.identity(), layout, word);
            assertThat(comparison.differences()).as(layout + " word " + word).isEmpty();
            assertThat(comparison.same()).isEqualTo(4);
        }
    }

    @Test
    @DisplayName("改表述、改单位、改时限，逐处列出；采用后原文仍是依据，总号不变")
    void whatWasChangedIsShownAndTaken() {
        var comparison = compared(tasks -> tasks.stream().map(task -> switch (task.number()) {
            case "1" -> edited(task, "制定干部培训办法", task.leads(), task.supports(), "2026年6月30日前");
            case "2" -> edited(task, task.wording(), List.of("县委党校"), List.of("县委办", "各乡镇"), task.deadline());
            default -> task;
        }).toList(), TaskLayout.NUMBERED, true);
        assertThat(comparison.differences()).extracting(Difference::kind)
                .containsExactly(Difference.Kind.REWORDED, Difference.Kind.REDATED, Difference.Kind.REASSIGNED);
        take(comparison);
        assertThat(desk.row(1).wording()).isEqualTo("制定干部培训办法");
        assertThat(desk.row(1).number()).isEqualTo("1");
        assertThat(desk.row(1).due().day()).isEqualTo("2026-06-30");
        assertThat(desk.deployment.draft().evidence(desk.row(1))).isEqualTo("制定培训办法");
        assertThat(desk.row(2).assignment().lead()).isEqualTo(Desk.SCHOOL);
        assertThat(desk.row(2).assignment().supportingNames()).isEqualTo("县委办、各乡镇");
        desk.takes(new Edit.Undone(desk.deployment.last()));
        assertThat(desk.row(1).wording()).isEqualTo("制定培训办法");
    }

    @Test
    @DisplayName("挪位置照文件的次序，序号跟着条走")
    void movedRowsKeepTheirNumbers() {
        var comparison = compared(tasks -> List.of(tasks.get(2), tasks.get(0), tasks.get(1), tasks.get(3)), TaskLayout.NUMBERED, false);
        assertThat(comparison.differences()).singleElement().satisfies(d -> {
            assertThat(d.kind()).isEqualTo(Difference.Kind.MOVED);
            assertThat(d.about()).isEqualTo("第 3 条");
        });
        take(comparison);
        assertThat(desk.deployment.draft().rows()).extracting(Row::number).containsExactly("3", "1", "2", "4");
    }

    @Test
    @DisplayName("一行复制成两行是拆分：前一行留序号，后一行编 1—1，仍指着原文")
    void aCopiedLineIsASplit() {
        var comparison = compared(tasks -> {
            var more = new ArrayList<>(tasks);
            more.set(0, edited(tasks.get(0), "制定培训", tasks.get(0).leads(), List.of(), tasks.get(0).deadline()));
            more.add(1, edited(tasks.get(0), "培训办法", List.of("县委党校"), List.of(), tasks.get(0).deadline()));
            return more;
        }, TaskLayout.NUMBERED, false);
        assertThat(comparison.differences()).extracting(Difference::kind).containsExactly(Difference.Kind.REWORDED, Difference.Kind.SPLIT);
        take(comparison);
        assertThat(desk.deployment.draft().rows()).extracting(Row::number).containsExactly("1", "1—1", "2", "3", "4");
        var second = desk.deployment.draft().rows().get(1);
        assertThat(second.assignment().lead()).isEqualTo(Desk.SCHOOL);
        assertThat(desk.deployment.draft().evidence(second)).isEqualTo("培训办法");
    }

    @Test
    @DisplayName("手工拆成两句、后一句另起一行的也是拆分；前一条没有改过的，相像的也是新增")
    void aLineTakenApartByHand() {
        assertThat(withSecond("制定培训学习办法").differences()).extracting(Difference::kind).containsExactly(Difference.Kind.REWORDED, Difference.Kind.SPLIT);
        assertThat(withSecond("制定培训办法").differences()).extracting(Difference::kind).containsExactly(Difference.Kind.ADDED);
    }

    private Comparison withSecond(String first) {
        return compared(tasks -> {
            var more = new ArrayList<>(tasks);
            more.set(0, edited(tasks.get(0), first, tasks.get(0).leads(), tasks.get(0).supports(), tasks.get(0).deadline()));
            more.add(1, new Task("", "", tasks.get(0).heading(), "", "制定培训考核办法", tasks.get(0).leaders(), List.of("县委党校"), List.of(), tasks.get(0).deadline(), ""));
            return more;
        }, TaskLayout.NUMBERED, false);
    }

    @Test
    @DisplayName("删去的不自动删：勾选后才改为阅知；并到别条里的认得出并入了哪条")
    void missingLinesAreQuestions() {
        var comparison = compared(tasks -> List.of(
                edited(tasks.get(0), "制定培训办法，建立值班制度", tasks.get(0).leads(), List.of(), tasks.get(0).deadline()), tasks.get(2)), TaskLayout.NUMBERED, true);
        assertThat(comparison.differences()).extracting(Difference::kind, Difference::proposed).containsExactly(
                tuple(Difference.Kind.REWORDED, true),
                tuple(Difference.Kind.MERGED, true),
                tuple(Difference.Kind.REMOVED, false));
        take(comparison);
        assertThat(desk.deployment.draft().rows()).extracting(Row::number).containsExactly("1", "3", "4");
        assertThat(desk.row(1).spans()).hasSize(2);
        assertThat(desk.row(4).handling()).isEqualTo(Handling.LIMIT);
    }

    @Test
    @DisplayName("新增的一行续编序号，排在文件里的位置")
    void anAddedLineStandsWhereItWasWritten() {
        var comparison = compared(tasks -> {
            var more = new ArrayList<>(tasks);
            more.add(1, new Task("", "", tasks.get(0).heading(), "", "办好夜校", List.of(), List.of("县委党校"), List.of(), "2026年9月底前", ""));
            return more;
        }, TaskLayout.NUMBERED, true);
        assertThat(comparison.differences()).extracting(Difference::kind).containsExactly(Difference.Kind.ADDED);
        take(comparison);
        assertThat(desk.deployment.draft().rows()).extracting(Row::number).containsExactly("1", "5", "2", "3", "4");
        assertThat(desk.deployment.draft().rows().get(1).due().day()).isEqualTo("2026-09-30");
    }

    @Test
    @DisplayName("整张表重画过、没有标识：照序号、再照表述认；序号重排了也不认错")
    void aTableDrawnAnewIsKnownByNumberAndWords() {
        var comparison = compared(tasks -> {
            var renumbered = new ArrayList<Task>();
            for (var task : List.of(tasks.get(1), tasks.get(0), tasks.get(2), tasks.get(3))) {
                renumbered.add(new Task("", String.valueOf(renumbered.size() + 1), task.heading(), "", task.wording(), task.leaders(), task.leads(), task.supports(), task.deadline(), ""));
            }
            return renumbered;
        }, TaskLayout.NUMBERED, true);
        assertThat(comparison.differences()).extracting(Difference::kind).containsExactly(Difference.Kind.MOVED);
        assertThat(comparison.notes()).extracting(Reason::code).contains("number-kept");
    }

    @Test
    @DisplayName("认不出的单位、读不出的时限写明在哪一行，其余照用")
    void whatCannotBeReadIsNamed() {
        var comparison = compared(tasks -> tasks.stream().map(task -> task.number().equals("1")
                ? edited(task, task.wording(), List.of("县经信委"), List.of(), "抓紧办") : task).toList(), TaskLayout.NUMBERED, false);
        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.notes()).extracting(Reason::code).containsExactly("unit-unknown", "deadline-unread");
        assertThat(comparison.notes().getFirst().text()).contains("行").contains("县经信委");
    }

    @Test
    @DisplayName("传错了表，说得出来")
    void anotherTableIsTold() {
        var comparison = compared(_ -> List.of(new Task("", "1", "", "", "修建灌渠三十公里", List.of(), List.of("县委办"), List.of(), "", "")), TaskLayout.NUMBERED, true);
        assertThat(comparison.strange()).isTrue();
    }

    private Comparison compared(UnaryOperator<List<Task>> editing, TaskLayout layout, boolean word) {
        var table = TableOfTasks.of(desk.deployment);
        var document = new TaskTable(table.title(), table.subtitle(), editing.apply(table.tasks()), "").document(layout, Page.A4_LANDSCAPE);
        var bytes = word ? Word.write(document) : Excel.write(document);
        var reading = done(Tables.open("草案", bytes).then(TaskReading::of));
        return Comparison.of(desk.deployment, reading, TABLE, desk.today, UUID::randomUUID, "草案");
    }

    private void take(Comparison comparison) {
        var keys = comparison.differences().stream().filter(Difference::proposed).map(Difference::key).collect(Collectors.toSet());
        desk.takes(comparison.taking(keys, "草案"));
        assertThat(desk.refused).isEmpty();
    }

    private static Task edited(Task task, String wording, List<String> leads, List<String> supports, String deadline) {
        return new Task(task.id(), task.number(), task.heading(), task.category(), wording, task.leaders(), leads, supports, deadline, task.remark());
    }

    static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Refused<T>(var reasons) -> throw new AssertionError(reasons);
        };
    }
}

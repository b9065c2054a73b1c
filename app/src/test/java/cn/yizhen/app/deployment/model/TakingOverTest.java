package cn.yizhen.app.deployment.model;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.app.deployment.returning.TakingOver;
import cn.yizhen.app.document.Cell;
import cn.yizhen.app.document.Column;
import cn.yizhen.app.document.Document;
import cn.yizhen.app.document.Excel;
import cn.yizhen.app.document.Page;
import cn.yizhen.app.document.Paragraph;
import cn.yizhen.app.document.Role;
import cn.yizhen.app.document.Section;
import cn.yizhen.app.document.StyleSheet;
import cn.yizhen.app.document.Table;
import cn.yizhen.app.document.Word;
import cn.yizhen.app.document.layout.TaskReading;
import cn.yizhen.app.document.reading.Tables;
import cn.yizhen.directives.Cadence;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("转入去年的任务分解表")
class TakingOverTest {

    private static final LocalDate ISSUED = LocalDate.of(2025, 2, 20);
    private static final ChargeTable TABLE = new ChargeTable(Map.of("县委办", Desk.OFFICE, "县委党校", Desk.SCHOOL), List.of(), Map.of(),
            new EnumMap<>(Map.of(Party.GroupKind.TOWNSHIPS, 14)));

    @Test
    @DisplayName("列的名称和先后各县不同，照样读得出；标题、文号、日期在表上方")
    void columnsUnderOtherNames() {
        var reading = RoundTripTest.done(read(table(List.of("编号", "分管领导", "主要责任单位", "目标任务", "协同配合单位", "时间节点"),
                band("一、抓队伍", 6),
                row("1", "李远 副书记", "县委党校", "编写党课教材", "县委办、各乡镇", "2025年6月底前"),
                row("1-1", "", "县委办", "建立值班制度", "", "全年"))));
        var named = TakingOver.Named.of(reading);
        assertThat(named.title()).isEqualTo("2025年重点工作任务分解表");
        assertThat(named.paper()).isEqualTo("云办发〔2025〕4号");
        assertThat(named.day()).contains(ISSUED);

        var over = over(reading);
        var rows = over.drafted().rows();
        assertThat(rows).extracting(Row::number).containsExactly("1", "1—1");
        assertThat(rows.getFirst().assignment().lead()).isEqualTo(Desk.SCHOOL);
        assertThat(rows.getFirst().assignment().supportingNames()).isEqualTo("县委办、各乡镇");
        assertThat(rows.getFirst().due().day()).isEqualTo("2025-06-30");
        assertThat(rows.get(1).due().day()).isEqualTo("2025-12-31");
        assertThat(over.drafted().sections()).containsExactly("一、抓队伍");
        assertThat(rows.getFirst().spans().getFirst().of(over.text())).isEqualTo("编写党课教材");
    }

    @Test
    @DisplayName("只有“责任单位”一列：写明牵头的牵头，没写的首位牵头；类别合并的格子照样归类")
    void oneColumnOfUnitsAndMergedCategories() {
        var cells = cn.yizhen.app.document.Row.of(List.of(Cell.of("抓队伍").down(2), Cell.of("编写党课教材"), Cell.of("县委办、县委党校（牵头）")));
        var second = cn.yizhen.app.document.Row.of(List.of(Cell.of("建立值班制度"), Cell.of("县委办、县委党校")));
        var over = over(RoundTripTest.done(read(table(List.of("类别", "任务内容", "责任单位"), cells, second))));
        assertThat(over.drafted().rows()).extracting(row -> row.assignment().lead().name()).containsExactly("县委党校", "县委办");
        assertThat(over.drafted().sections()).containsExactly("抓队伍");
        assertThat(over.notes()).extracting(Reason::code).containsExactly("number-missing");
    }

    @Test
    @DisplayName("各板块重新编号，前面加板块的序数；没有的单位写明，不猜")
    void numbersThatBeginAnew() {
        var over = over(RoundTripTest.done(read(table(List.of("序号", "重点工作任务", "牵头单位"),
                band("一、抓队伍", 3), row("1", "编写党课教材", "县委党校"),
                band("二、转作风", 3), row("1", "清理工作群", "县电视台")))));
        assertThat(over.drafted().rows()).extracting(Row::number).containsExactly("一—1", "二—1");
        assertThat(over.drafted().rows().get(1).assignment().open()).isTrue();
        assertThat(over.notes()).extracting(Reason::code).containsExactly("unit-unknown", "number-repeated");
    }

    @Test
    @DisplayName("原表把一个序号印了两次：两条都在，后一条写作“2之二”，写明是第几行；不因此给别的条加板块序数")
    void aNumberPrintedTwice() {
        var over = over(RoundTripTest.done(read(table(List.of("序号", "重点工作任务", "牵头单位"),
                band("一、抓队伍", 3), row("1", "编写党课教材", "县委党校"), row("2", "建立值班制度", "县委办"), row("2", "清理工作群", "县委办"),
                band("二、转作风", 3), row("3", "开展专项整治", "县委办")))));
        assertThat(over.drafted().rows()).extracting(Row::number).containsExactly("1", "2", "2之二", "3");
        assertThat(over.notes()).extracting(Reason::code).containsExactly("number-twice");
    }

    @Test
    @DisplayName("转入以后就是已印发：编号不动，缺的续编，没有事可催")
    void itStandsAsIssued() {
        var over = over(RoundTripTest.done(read(table(List.of("序号", "重点工作任务", "牵头单位"), row("7", "编写党课教材", "县委党校"), row("", "清理工作群", "县委办")))));
        var deployment = Deployment.of(new Source(new UUID(0, 5), "去年的表", "去年.xlsx", over.text(), ""), List.of(), List.of());
        var after = RoundTripTest.done(deployment.take(over.drafted(), "秦文", Desk.DATE).then(d -> d.take(new Step.TakenOver("云办发〔2025〕4号", ISSUED), "秦文", Desk.DATE)));
        assertThat(after.stage()).isEqualTo(Stage.ISSUED);
        assertThat(after.draft().rows()).extracting(Row::number).containsExactly("7", "8");
        assertThat(Accounting.of(after.draft()).open()).isZero();
    }

    @Test
    @DisplayName("（一）挂在一、之下；季度、半年、旬读得出日子；一条任务分两行写的、说明行和备注，没有读进去的都说出来")
    void asCountiesPrintThem() {
        var headings = List.of("序号", "重点工作任务", "牵头单位", "完成时限", "备注");
        var over = over(RoundTripTest.done(read(table(headings,
                band("一、抓队伍", 5), band("（一）抓教育", 5),
                row("1", "编写党课教材", "县委党校", "二季度末", "按季调度"), row("1", "编写党课教材", "县委办", "10月中旬", ""),
                band("（二）抓值班", 5), row("2", "建立值班制度", "县委办", "2026年上半年", ""),
                band("二、转作风", 5), row("3", "检查食堂", "县委办", "每季度", ""),
                band("注：1.各单位每季度末报送进展。", 5)))));
        assertThat(over.drafted().sections()).containsExactly("一、抓队伍　（一）抓教育", "一、抓队伍　（二）抓值班", "二、转作风");
        assertThat(over.drafted().rows()).extracting(row -> row.due().day()).containsExactly(LocalDate.of(2025, 6, 30), LocalDate.of(2026, 6, 30), null);
        assertThat(over.drafted().rows().getLast().cadence()).isEqualTo(Cadence.QUARTERLY);
        assertThat(over.notes()).extracting(Reason::code).containsExactly("line-of-its-own", "foot-left-out", "remarks-left-out");
        assertThat(over.notes().getFirst().text()).contains("县委办：10月中旬");
    }

    @Test
    @DisplayName("没有表头、格子对不齐，写明是哪一行，不收")
    void whatCannotBeToldIsRefused() {
        assertThat(reasons(read(table(List.of("甲", "乙"), row("1", "2"))))).containsExactly("task-header-missing");
        var askew = table(List.of("序号", "重点工作任务", "牵头单位"), row("1", "编写党课教材", "县委党校"));
        var columns = List.of(Column.of("序号", 1), Column.of("重点工作任务", 2), Column.of("", 1), Column.of("牵头单位", 2));
        var header = new cn.yizhen.app.document.Row(Role.TABLE_HEADER, List.of(Cell.of("序号"), Cell.of("重点工作任务").across(2), Cell.of("牵头单位")), 0);
        var wrong = new Table(columns, List.of(header), List.of(cn.yizhen.app.document.Row.of("1", "编写", "党课教材", "县委党校")), Table.Lines.BOXED);
        assertThat(reasons(read(wrong))).containsExactly("cells-askew");
        assertThat(reasons(read(askew))).isEmpty();
    }

    private static TakingOver over(TaskReading reading) {
        return TakingOver.of(reading, TABLE, ISSUED, UUID::randomUUID);
    }

    private static List<String> reasons(Outcome<TaskReading> outcome) {
        return outcome instanceof Outcome.Refused<TaskReading>(var reasons) ? reasons.stream().map(Reason::code).toList() : List.of();
    }

    private static Table table(List<String> headings, cn.yizhen.app.document.Row... rows) {
        return Table.of(headings.stream().map(heading -> Column.of(heading, 1)).toList(), Arrays.asList(rows));
    }

    private static cn.yizhen.app.document.Row row(String... cells) {
        return cn.yizhen.app.document.Row.of(cells);
    }

    private static cn.yizhen.app.document.Row band(String heading, int columns) {
        return cn.yizhen.app.document.Row.band(heading, columns);
    }

    /** The same from Word and from Excel. */
    private static Outcome<TaskReading> read(Table table) {
        var document = Document.of("表", StyleSheet.TABLES, Section.of("任务", Page.A4_LANDSCAPE, Paragraph.of(Role.TITLE, "2025年重点工作任务分解表"),
                Paragraph.of(Role.SUBTITLE, "云办发〔2025〕4号　2025年2月20日"), table));
        var word = Tables.open("表.docx", Word.write(document)).then(TaskReading::of);
        var excel = Tables.open("表.xlsx", Excel.write(document)).then(TaskReading::of);
        assertThat(reasons(excel)).isEqualTo(reasons(word));
        if (word instanceof Outcome.Done<TaskReading>(var fromWord) && excel instanceof Outcome.Done<TaskReading>(var fromExcel)) {
            assertThat(fromExcel.rows()).extracting(TaskReading.Read::task).isEqualTo(fromWord.rows().stream().map(TaskReading.Read::task).toList());
        }
        return word;
    }
}

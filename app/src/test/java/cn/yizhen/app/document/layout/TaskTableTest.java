package cn.yizhen.app.document.layout;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.app.document.Column;
import cn.yizhen.app.document.Document;
import cn.yizhen.app.document.Excel;
import cn.yizhen.app.document.Page;
import cn.yizhen.app.document.Row;
import cn.yizhen.app.document.Table;
import cn.yizhen.app.document.Word;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TaskTableTest {

    private final TaskTable table = SampleTasks.table();

    @Test
    @DisplayName("分节序号式：列的先后与县里常用的一致，板块通栏成行")
    void numberedHasTheUsualColumnsAndBands() {
        Table rows = only(table.document(TaskLayout.NUMBERED, Page.A3_LANDSCAPE));
        assertThat(visible(rows)).containsExactly("序号", "重点工作任务", "牵头领导", "牵头单位", "配合单位", "完成时限", "备注");
        assertThat(texts(rows.rows().getFirst())).containsExactly("一、产业发展");
        assertThat(texts(rows.rows().get(1))).startsWith("1", "年内建成县级冷链仓储中心 1 座。", "副县长 乔远");
    }

    @Test
    @DisplayName("类别合并式：同一类别只写一次，责任单位首位为牵头")
    void categoriesAreMergedOverTheirTasks() {
        Table rows = only(table.document(TaskLayout.BY_CATEGORY, Page.A4_LANDSCAPE));
        assertThat(visible(rows)).startsWith("类别", "任务内容", "牵头领导", "责任单位");
        assertThat(rows.rows().getFirst().cells().getFirst().down()).isGreaterThan(1);
        assertThat(texts(rows.rows().getFirst()).get(3)).startsWith("县商务局（牵头）、");
    }

    @Test
    @DisplayName("目标任务式：分管县领导、牵头责任单位、责任单位")
    void goalsNameTheLeaderInCharge() {
        assertThat(visible(only(table.document(TaskLayout.GOALS, Page.A4_LANDSCAPE))))
                .startsWith("序号", "目标与任务", "分管县领导", "牵头责任单位", "责任单位");
    }

    @Test
    @DisplayName("部门切片：只有本单位的行，序号和分节与总表一致")
    void aSliceKeepsMasterNumbersAndHeadings() {
        Table rows = only(table.slice("县水务局", Set.of(), Page.A4_LANDSCAPE));
        List<String> numbers = rows.rows().stream().map(r -> texts(r).getFirst()).toList();
        assertThat(numbers).containsExactly(
                "一、产业发展", "4", "9", "二、乡村振兴", "14", "19", "三、民生实事", "24", "29", "四、自身建设", "34", "39");
        assertThat(texts(rows.rows().get(1)).get(2)).isEqualTo("牵头");
    }

    @Test
    @DisplayName("两种文件都能由另一套程序打开，编号列在表格里隐藏、在文档里没有")
    void bothFilesOpenElsewhere() throws Exception {
        Document document = table.document(TaskLayout.NUMBERED, Page.A3_LANDSCAPE);
        keepForLooking(document, "task-table");
        keepForLooking(table.document(TaskLayout.BY_CATEGORY, Page.A4_LANDSCAPE), "task-table-category");
        keepForLooking(table.slice("县水务局", Set.of(), Page.A4_LANDSCAPE), "task-table-slice");
        try (var word = new XWPFDocument(new ByteArrayInputStream(Word.write(document)));
                var excel = new XSSFWorkbook(new ByteArrayInputStream(Excel.write(document)))) {
            assertThat(word.getTables().getFirst().getRow(0).getTableCells()).hasSize(7);
            var sheet = excel.getSheetAt(0);
            assertThat(sheet.getRow(2).getCell(7).getStringCellValue()).isEqualTo("平台编号");
            assertThat(sheet.isColumnHidden(7)).isTrue();
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 3);
            assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("3:3");
        }
    }

    private static void keepForLooking(Document document, String name) throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "looked-at"));
        Files.write(folder.resolve(name + ".docx"), Word.write(document));
        Files.write(folder.resolve(name + ".xlsx"), Excel.write(document));
    }

    private static Table only(Document document) {
        return document.sections().getFirst().blocks().stream()
                .filter(Table.class::isInstance).map(Table.class::cast).findFirst().orElseThrow();
    }

    private static List<String> visible(Table table) {
        return table.columns().stream().filter(c -> !c.hidden()).map(Column::heading).toList();
    }

    private static List<String> texts(Row row) {
        return row.cells().stream().map(cn.yizhen.app.document.Cell::text).toList();
    }
}

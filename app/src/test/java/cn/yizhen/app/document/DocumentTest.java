package cn.yizhen.app.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yizhen.app.document.formal.FormalStyle;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DocumentTest {

    private static final List<Column> TWO = List.of(Column.of("甲", 1), Column.of("乙", 2));

    @Test
    @DisplayName("同样的内容写出同样的字节")
    void equalDocumentsAreEqualBytes() {
        assertThat(Word.write(sample("x"))).isEqualTo(Word.write(sample("x"))).isNotEqualTo(Word.write(sample("y")));
    }

    @Test
    @DisplayName("页码域首尾齐全，表头每页重复，中文字体写在东亚属性里")
    void wordCarriesCompleteFieldsAndFonts() throws Exception {
        try (var word = new XWPFDocument(new ByteArrayInputStream(Word.write(sample("a<b>&c\u0001"))))) {
            String footer = word.getFooterList().getFirst().getParagraphArray(0).getCTP().xmlText();
            assertThat(footer).contains("PAGE", "NUMPAGES");
            assertThat(footer.split("w:fldCharType=\"(begin|separate|end)\"")).hasSize(7);
            assertThat(word.getTables().getFirst().getRow(0).isRepeatHeader()).isTrue();
            assertThat(word.getStyles().getStyle("YzTITLE").getCTStyle().xmlText()).contains("w:eastAsia=\"方正小标宋简体\"");
            assertThat(word.getTables().getFirst().getRow(1).getCell(0).getText()).isEqualTo("a<b>&c");
            assertThat(word.getProperties().getCoreProperties().getTitle()).isEqualTo("样例");
        }
    }

    @Test
    @DisplayName("像公式的内容在表格里是文本；表名去掉不许用的字，重名另起")
    void nothingInAWorkbookIsComputed() throws Exception {
        Section one = Section.of("附件1：甲/乙*[丙]", Page.A4, table("=HYPERLINK(\"http://x\")"));
        Document document = Document.of("样例", StyleSheet.TABLES, one, one);
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(Excel.write(document)))) {
            var cell = book.getSheetAt(0).getRow(1).getCell(0);
            assertThat(cell.getCellType()).isEqualTo(org.apache.poi.ss.usermodel.CellType.STRING);
            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
            assertThat(book.getSheetName(0)).doesNotContainPattern("[/*\\[\\]]");
            assertThat(book.getSheetName(1)).endsWith("（2）");
        }
    }

    @Test
    @DisplayName("行列对不上是写程序的错，当场指出哪一行")
    void rowsMustCoverTheColumns() {
        assertThatThrownBy(() -> Table.of(TWO, List.of(Row.of("1")))).hasMessageContaining("row 0");
        assertThatThrownBy(() -> Table.of(TWO, List.of(Row.of(List.of(Cell.of("1").down(2), Cell.of("2")))))).hasMessageContaining("below");
        assertThatThrownBy(() -> Table.of(TWO, List.of(Row.of(List.of(Cell.of("1").across(3)))))).hasMessageContaining("does not fit");
    }

    @Test
    @DisplayName("合并单元格在两种文件里都落在原处")
    void mergedCellsStandWhereTheyBelong() throws Exception {
        Table table = Table.of(TWO, List.of(Row.of(List.of(Cell.of("类").down(2), Cell.of("一"))), Row.of("二")));
        Document document = Document.of("样例", FormalStyle.SHEET, Section.of("表", FormalStyle.PAGE, table));
        try (var word = new XWPFDocument(new ByteArrayInputStream(Word.write(document)));
                var book = new XSSFWorkbook(new ByteArrayInputStream(Excel.write(document)))) {
            assertThat(word.getTables().getFirst().getRow(2).getCell(1).getText()).isEqualTo("二");
            assertThat(book.getSheetAt(0).getMergedRegion(0).formatAsString()).isEqualTo("A2:A3");
        }
    }

    @Test
    @DisplayName("节末不另起空行：表格后面一行不占地方，段落自己带着这一节的页面")
    void aSectionEndsWithoutAnEmptyLine() throws Exception {
        var tables = Document.of("样例", StyleSheet.TABLES, Section.of("一", Page.A4, table("1")), Section.of("二", Page.A4_LANDSCAPE, table("2")));
        try (var word = new XWPFDocument(new ByteArrayInputStream(Word.write(tables)))) {
            assertThat(word.getParagraphs()).hasSize(2).allSatisfy(line -> assertThat(line.getCTP().xmlText()).contains("w:line=\"2\""));
            assertThat(word.getParagraphs().getFirst().getCTP().xmlText()).contains("<w:sectPr>");
        }
        var words = Document.of("样例", StyleSheet.TABLES, Section.of("一", Page.A4, Paragraph.of(Role.BODY, "甲")), Section.of("二", Page.A4, Paragraph.of(Role.BODY, "乙")));
        try (var word = new XWPFDocument(new ByteArrayInputStream(Word.write(words)))) {
            assertThat(word.getParagraphs()).extracting(line -> line.getText()).containsExactly("甲", "乙");
            assertThat(word.getParagraphs().getFirst().getCTP().xmlText()).contains("<w:sectPr>");
        }
    }

    private static Document sample(String text) {
        return Document.of("样例", StyleSheet.TABLES,
                Section.of("表", Page.A4_LANDSCAPE, Paragraph.of(Role.TITLE, "样例"), table(text)));
    }

    private static Table table(String text) {
        return Table.of(TWO, List.of(Row.of(text, "2")));
    }
}

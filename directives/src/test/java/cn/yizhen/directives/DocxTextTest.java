package cn.yizhen.directives;

import static cn.yizhen.directives.DocumentReaderTest.body;
import static cn.yizhen.directives.DocumentReaderTest.zip;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.rules.Outcome;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DocxTextTest {

    private static DocumentText read(Map<String, String> parts) {
        return switch (new DocumentReader().read(zip(parts), "文件.docx")) {
            case Outcome.Done<DocumentText>(var text) -> text;
            case Outcome.Refused<DocumentText>(var reasons) -> throw new AssertionError(reasons.toString());
        };
    }

    private static String run(String words) {
        return "<w:r><w:t xml:space=\"preserve\">" + words + "</w:t></w:r>";
    }

    @Test
    @DisplayName("修订：插入、移入留下，删除、移出去掉，并且说明")
    void trackedChangesAreAccepted() {
        var document = read(Map.of("word/document.xml", body("<w:p>" + run("要") + "<w:ins w:id=\"1\">" + run("制定") + "</w:ins>"
                + "<w:del w:id=\"2\"><w:r><w:delText>研究</w:delText></w:r></w:del><w:moveFrom w:id=\"3\">" + run("草案") + "</w:moveFrom>"
                + "<w:moveTo w:id=\"4\">" + run("办法") + "</w:moveTo>" + run("。") + "</w:p>")));
        assertThat(document.text()).isEqualTo("要制定办法。\n");
        assertThat(document.remarks()).containsExactly("文件带有修订痕迹，已按接受全部修订读出。");
    }

    @Test
    @DisplayName("软回车换行，表格一行一行、单元格用制表符隔开，隐藏文字不读")
    void breaksTablesAndHiddenText() {
        var cell = "<w:tc><w:p>%s</w:p></w:tc>";
        var document = read(Map.of("word/document.xml", body("<w:p>" + run("上") + "<w:r><w:br/></w:r>" + run("下")
                + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r></w:p><w:tbl><w:tr>" + cell.formatted(run("1")) + cell.formatted(run("制定办法")) + "</w:tr></w:tbl>")));
        assertThat(document.text()).isEqualTo("上\n下\n1\t制定办法\n");
        assertThat(document.remarks()).isEmpty();
    }

    @Test
    @DisplayName("一格里的几段并在一行，只有一格的框照旧分段")
    void cellsOfSeveralParagraphs() {
        var two = "<w:tc><w:p>" + run("县民政局") + "</w:p><w:p>" + run("县财政局") + "</w:p></w:tc>";
        var document = read(Map.of("word/document.xml", body("<w:tbl><w:tr><w:tc><w:p>" + run("制定办法。") + "</w:p></w:tc>" + two + "</w:tr></w:tbl>"
                + "<w:tbl><w:tr>" + two + "</w:tr></w:tbl>")));
        assertThat(document.text()).isEqualTo("制定办法。\t县民政局 县财政局\n县民政局\n县财政局\n");
    }

    @Test
    @DisplayName("责任单位、时限竖着合并的，每一行都算；别的列合并的只算一次")
    void mergedUnitsCountForEveryRow() {
        var merged = "<w:tc><w:tcPr><w:vMerge%s/></w:tcPr><w:p>%s</w:p></w:tc>";
        var begins = " w:val=\"restart\"";
        var cell = "<w:tc><w:p>%s</w:p></w:tc>";
        var document = read(Map.of("word/document.xml", body("<w:tbl>"
                + "<w:tr>" + cell.formatted(run("类别")) + cell.formatted(run("任务")) + cell.formatted(run("责任单位")) + cell.formatted(run("完成时限")) + "</w:tr>"
                + "<w:tr>" + merged.formatted(begins, run("产业")) + cell.formatted(run("制定茶园改造方案。")) + merged.formatted(begins, run("县农业农村局")) + merged.formatted(begins, run("6月底前")) + "</w:tr>"
                + "<w:tr>" + merged.formatted("", "") + cell.formatted(run("建立山塘巡查台账。")) + merged.formatted("", "") + merged.formatted("", "") + "</w:tr>"
                + "<w:tr>" + cell.formatted(run("民生")) + cell.formatted(run("开展一次排查。")) + cell.formatted("") + cell.formatted("") + "</w:tr></w:tbl>")));
        assertThat(document.text()).isEqualTo("""
                类别\t任务\t责任单位\t完成时限
                产业\t制定茶园改造方案。\t县农业农村局\t6月底前
                \t建立山塘巡查台账。\t县农业农村局\t6月底前
                民生\t开展一次排查。\t\t
                """);
    }

    @Test
    @DisplayName("自动编号写出来")
    void automaticNumbersAreWrittenOut() {
        var ns = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
        var numbering = "<w:numbering" + ns + "><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
                + "<w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/>"
                + "<w:lvlText w:val=\"%2.\"/></w:lvl></w:abstractNum><w:num w:numId=\"5\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";
        var item = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"%d\"/><w:numId w:val=\"5\"/></w:numPr></w:pPr>%s</w:p>";
        var document = read(Map.of("word/numbering.xml", numbering, "word/document.xml",
                body(item.formatted(0, run("抓产业")) + item.formatted(1, run("种茶")) + item.formatted(0, run("抓民生")) + item.formatted(1, run("修路")))));
        assertThat(document.text()).isEqualTo("一、抓产业\n1.种茶\n二、抓民生\n1.修路\n");
    }

    @Test
    @DisplayName("页眉里的密级也算")
    void aMarkInTheHeaderStopsIt() {
        var outcome = new DocumentReader().read(zip(Map.of("word/document.xml", DocumentReaderTest.paragraph("要制定办法。"),
                "word/header1.xml", DocumentReaderTest.paragraph("机密★5年"))), "文件.docx");
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    }
}

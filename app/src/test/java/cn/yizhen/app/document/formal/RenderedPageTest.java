package cn.yizhen.app.document.formal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.yizhen.app.document.Column;
import cn.yizhen.app.document.Document;
import cn.yizhen.app.document.Page;
import cn.yizhen.app.document.Paragraph;
import cn.yizhen.app.document.Role;
import cn.yizhen.app.document.Row;
import cn.yizhen.app.document.Section;
import cn.yizhen.app.document.Standard;
import cn.yizhen.app.document.StyleSheet;
import cn.yizhen.app.document.Table;
import cn.yizhen.app.document.Word;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measures the page as another program sets it. Needs LibreOffice and poppler; elsewhere the XML tests stand alone. */
@DisplayName("排出来的页面")
class RenderedPageTest {

    private static final double POINTS_PER_MM = 72 / 25.4;
    private static final Pattern LINE = Pattern.compile("<line xMin=\"([\\d.]+)\" yMin=\"([\\d.]+)\" xMax=\"([\\d.]+)\" yMax=\"([\\d.]+)\">(.*?)</line>", Pattern.DOTALL);

    @TempDir Path directory;

    /** A line of text on the page, in points. */
    private record Set(double left, double top, double right, String words) {}

    @Test
    @DisplayName("满页 22 行，每行 28 字，两边都在版心之内，页码在版心以下")
    void theGridHolds() throws Exception {
        var second = pages(Papers.notice((Papers.LINE.repeat(20) + "\n").repeat(4))).get(1);
        var text = second.stream().filter(line -> !line.words().contains("—")).toList();
        assertThat(text).hasSize(Standard.LINES_A_PAGE.count());
        assertThat(text.getFirst().words()).hasSize(Standard.CHARACTERS_A_LINE.count());
        double left = Standard.BINDING.points();
        double indent = Standard.PARAGRAPH_INDENT.points();
        assertThat(text).allSatisfy(line -> {
            assertThat(Math.min(Math.abs(line.left() - left), Math.abs(line.left() - left - indent))).as("顶格或者空二字").isLessThan(1.0);
            assertThat(line.right()).isLessThanOrEqualTo(left + Standard.TYPE_WIDTH.points() + 1);
        });
        assertThat((text.getLast().top() - text.getFirst().top()) / (text.size() - 1)).isCloseTo(Standard.LEADING.points(), within(0.05));
        var number = second.stream().filter(line -> line.words().contains("—")).findFirst().orElseThrow();
        assertThat(number.left()).as("第2页页码居左空一字").isCloseTo(left + Standard.SIZE_4.points(), within(1.5));
        assertThat(number.top()).isGreaterThan((Standard.TOP.mm() + Standard.TYPE_HEIGHT.mm()) * POINTS_PER_MM);
    }

    @Test
    @DisplayName("版记在最后的偶数面上，末行贴着版心下边缘")
    void theImprintStandsAtTheFoot() throws Exception {
        var pages = pages(Papers.notice("短。"));
        assertThat(pages).hasSize(2);
        var printed = pages.get(1).stream().filter(line -> line.words().contains("印发")).findFirst().orElseThrow();
        assertThat(printed.top() / POINTS_PER_MM).isBetween(252.0, 260.0);
    }

    @Test
    @DisplayName("署名的中间就是日期的中间，不论数字多宽；长的署名不出版心")
    void theNameStandsOverTheDay() throws Exception {
        for (var name : List.of("中共云岭县委办公室", "云岭县水务局", "云岭县推进高质量发展与生态文明建设工作领导小组办公室")) {
            var first = pages(Papers.notice("短。").closed(new FormalDocument.Closing(name, Papers.DAY, true, ""))).getFirst();
            var signed = first.stream().filter(line -> line.words().equals(name)).findFirst().orElseThrow();
            var day = first.stream().filter(line -> line.words().equals("2026年1月5日")).findFirst().orElseThrow();
            assertThat((signed.left() + signed.right()) / 2).as(name).isCloseTo((day.left() + day.right()) / 2, within(1.0));
            assertThat(signed.right()).isLessThanOrEqualTo(Standard.BINDING.points() + Standard.TYPE_WIDTH.points() + 1);
        }
    }

    @Test
    @DisplayName("一段话里年份和百分数多，有的程序在数字旁边留白而多出一行：版记照样不在奇数面")
    void whiteBesideDigitsTakesNoImprintToAnOddPage() throws Exception {
        for (int paragraphs = 6; paragraphs < 10; paragraphs++) {
            var pages = pages(Papers.notice(("截至11月20日，全县完成项目126个，占年度计划的78.5%，完成投资1.2亿元，其中10月完成32处，比上年同期多8处。".repeat(2) + "\n").repeat(paragraphs)));
            assertThat(pages.size() % 2).as(paragraphs + "段").isZero();
        }
    }

    @Test
    @DisplayName("标点不悬出版心，行首没有标点；这样排出来的版记仍在偶数面")
    void marksStayWithinTheLines() throws Exception {
        var pages = pages(Papers.notice(("要坚持问题导向，聚焦基层反映强烈的文山会海、多头填报、过度留痕等问题，逐项整改。".repeat(3) + "\n").repeat(13)));
        assertThat(pages.size() % 2).isZero();
        assertThat(pages.getLast()).anyMatch(line -> line.words().contains("印发"));
        double right = Standard.BINDING.points() + Standard.TYPE_WIDTH.points();
        assertThat(pages.get(1)).filteredOn(line -> !line.words().contains("—")).hasSize(Standard.LINES_A_PAGE.count()).allSatisfy(line -> {
            assertThat(line.right()).isLessThanOrEqualTo(right + 1);
            assertThat(line.words()).doesNotMatch("[，。、].*");
        });
    }

    @Test
    @DisplayName("表格正好排满一页，后面没有空白页")
    void aFullPageOfRowsIsTheLast() throws Exception {
        var rows = Collections.nCopies(41, Row.of("青岚镇", "").atLeast(11));
        var table = Table.of(List.of(Column.of("单位", 1), Column.of("签名", 1)), rows);
        var document = Document.of("签到表", StyleSheet.TABLES, Section.of("签到表", Page.A4, Paragraph.of(Role.TITLE, "全县工作会议签到表"),
                Paragraph.of(Role.SUBTITLE, "2026年12月8日　县会议中心"), table));
        assertThat(pages(document)).hasSize(2).allSatisfy(page -> assertThat(page).anyMatch(line -> line.words().contains("青岚镇")));
    }

    private List<List<Set>> pages(FormalDocument document) throws Exception {
        return pages(FormalLayout.of(document));
    }

    private List<List<Set>> pages(Document document) throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/soffice")) && Files.isExecutable(Path.of("/usr/bin/pdftotext")));
        var file = Files.write(directory.resolve("paper.docx"), Word.write(document));
        run("soffice", "-env:UserInstallation=file://" + directory.resolve("profile"), "--headless", "--convert-to", "pdf", "--outdir",
                directory.toString(), file.toString());
        run("pdftotext", "-bbox-layout", directory.resolve("paper.pdf").toString(), directory.resolve("paper.html").toString());
        return Stream.of(Files.readString(directory.resolve("paper.html"), StandardCharsets.UTF_8).split("<page ")).skip(1).map(RenderedPageTest::lines).toList();
    }

    private static List<Set> lines(String page) {
        var lines = new ArrayList<Set>();
        var found = LINE.matcher(page);
        while (found.find()) {
            lines.add(new Set(number(found.group(1)), number(found.group(2)), number(found.group(3)), found.group(5).replaceAll("<[^>]*>|\\s", "")));
        }
        return lines;
    }

    private static double number(String digits) {
        return Double.parseDouble(digits);
    }

    private void run(String... command) throws Exception {
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(directory.resolve("log").toFile()).start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(directory.resolve("log"))).isZero();
    }
}

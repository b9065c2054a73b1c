package cn.yizhen.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The office of a county and its speech, from the file to the issued table, at a desk. */
class DeploymentTest extends Journey {

    private static final String CLERK = "县委办督查室主任";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Override
    protected int width() {
        return 1366;
    }

    @Test
    @DisplayName("一份 .wps 讲话到一张印发的表：五条意见、一个签批、每一句都有去处")
    void fromWpsToIssuedTable() throws IOException {
        enterAs(CLERK);
        received("speech.wps", "讲话到印发");
        assertThat(page.locator(".account")).containsText("未处理 0");
        assertThat(page.locator(".account")).containsText("平台不承接");
        byKeyboard();
        page.locator(".items .words").first().click();
        assertThat(page.locator(".items .item[aria-current]").first()).isVisible();
        picture("deployment");
        settleRows();
        var review = page.url().replaceAll("[?#].*", "");

        page.locator(".tabs a", named("办理")).click();
        button("征求意见").click();
        assertThat(page.locator(".steps [aria-current]")).hasText("征求意见");
        objects("财政局办公室主任", review, "一年拨付四次工作量大，建议改为半年一次。");
        objects("文旅局局长", review, "建议由县委宣传部牵头，我局配合。");
        objects("组织部组织股股长", review, "教材编写要半年，建议六月底前。");
        objects("镇党政办主任", review, "建议写明乡镇只报名单，不另报材料。");
        enterAs(CLERK);
        page.navigate(review + "/objections");
        page.locator("input[name=unit]").fill("县委党校");
        page.locator("input[name=number]").fill("1");
        page.locator("textarea[name=words]").fill("师资不足，请县委组织部支持。");
        button("登记").click();
        assertThat(page.locator(".opinion")).hasCount(5);
        picture("deployment-objections");
        for (int i = 0; i < 5; i++) {
            var open = page.locator(".opinion form").first();
            open.locator("input[name=reason]").fill(i % 2 == 0 ? "符合实际，照改。" : "县委会议已定，不改。");
            open.locator("button").nth(i % 2 == 0 ? 0 : 2).click();
            assertThat(page.locator(".opinion form")).hasCount(4 - i);
        }

        page.locator(".tabs a", named("办理")).click();
        page.locator("input[name=early]").fill("各单位均已答复");
        button("送审").click();
        page.locator("input[name=leader]").fill("县委书记");
        page.locator("input[name=words]").fill("同意，印发执行。");
        button("登记为审定").click();
        page.locator("input[name=paper]").fill("云办发〔" + TODAY.getYear() + "〕99号");
        button("印发").click();
        assertThat(page.locator(".journal")).containsText("县委书记审定：同意，印发执行。");
        adjust();
        slices(review);

        enterAs("文旅局局长");
        assertThat(page.locator("main")).containsText("〔" + TODAY.getYear() + "〕99号");
    }

    @Test
    @DisplayName("导出的草案在外面改过，传回来先看不同，再一次采用、一次撤销")
    void readBack() throws IOException {
        enterAs(CLERK);
        received("speech.docx", "改过再读回");
        var review = page.url().replaceAll("[?#].*", "");
        page.navigate(review + "/table");
        var file = download(() -> button("下载 Word").click());
        page.navigate(review + "/returns");
        page.setInputFiles("input[type=file]", new FilePayload("改过的草案.docx", "application/octet-stream", rewritten(file)));
        button("比对").click();
        assertThat(page.locator(".differences .item", new Page.LocatorOptions().setHasText("改表述"))).hasCount(1);
        assertThat(page.locator(".differences")).containsText("编写一套好用的党课教材");
        picture("deployment-read-back");
        button("采用所勾选的").click();
        assertThat(page.locator(".items")).containsText("编写一套好用的党课教材");
        page.keyboard().press("u");
        assertThat(page.locator(".items .words", new Page.LocatorOptions().setHasText("编写一套好用的党课教材"))).hasCount(0);
    }

    @Test
    @DisplayName("去年的任务分解表连序号转入；同一文号第二次转入被挡住")
    void takingOver() throws IOException {
        enterAs(CLERK);
        for (int time = 0; time < 2; time++) {
            page.navigate("/deployments/taking-over");
            page.setInputFiles("input[type=file]", new FilePayload("去年.xlsx", "application/octet-stream", lastYear()));
            button("读取").click();
            assertThat(page.locator(".items .item")).hasCount(2);
            assertThat(page.locator("input[name=paper]")).hasValue("云办发〔2024〕6号");
            button("转入").click();
            if (time == 0) {
                assertThat(page.locator(".journal")).containsText("转入已印发的 云办发〔2024〕6号");
            }
        }
        assertThat(page.locator(".reasons")).containsText("云办发〔2024〕6号已经用于另一份任务分解表");
    }

    @Test
    @DisplayName("不能收的文件：空的、坏的、有密级的、不是文档的，都在页上用中文说明怎么办")
    void whatCannotBeTaken() {
        enterAs(CLERK);
        refused("空.docx", new byte[] {32}, "");
        refused("坏.docx", "PK\u0003\u0004 broken".getBytes(StandardCharsets.ISO_8859_1), "");
        refused("通知.txt", "机密★1年\n关于某事的通知\n请各单位落实。".getBytes(StandardCharsets.UTF_8), "密");
        refused("照片.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0}, "可复制");
    }

    private void refused(String name, byte[] bytes, String says) {
        page.navigate("/deployments");
        page.setInputFiles("input[type=file]", new FilePayload(name, "application/octet-stream", bytes));
        button("读入").click();
        assertThat(page.locator(".reasons")).containsText(says);
    }

    private void received(String paper, String title) throws IOException {
        page.navigate("/deployments");
        try (var file = DeploymentTest.class.getResourceAsStream("/papers/" + paper)) {
            page.setInputFiles("input[type=file]", new FilePayload(paper, "application/octet-stream", Objects.requireNonNull(file).readAllBytes()));
        }
        page.locator("input[name=title]").fill(title);
        button("读入").click();
        assertThat(page.locator("input[name=date]")).hasValue("2026-11-20");
        button("日期无误").click();
        page.locator("#work").waitFor();
    }

    /** Keys that follow one another at once: J, a digit, undo; tick two, merge, undo; a sentence nobody took, by one key, undo. */
    private void byKeyboard() {
        var account = page.locator(".account").textContent();
        page.keyboard().press("j");
        page.keyboard().press("4");
        assertThat(page.locator("#undo")).containsText("改为阅知");
        page.keyboard().press("u");
        assertThat(page.locator("#undo")).hasCount(0);
        assertThat(page.locator(".item.now")).hasCount(1);
        page.keyboard().press("x");
        page.keyboard().press("j");
        page.keyboard().press("x");
        assertThat(page.locator("#bulkbox .chosen")).containsText("2 条");
        page.keyboard().press("m");
        assertThat(page.locator("#undo")).containsText("合并 2 条");
        page.keyboard().press("u");
        assertThat(page.locator("#undo")).hasCount(0);
        page.locator("#text .f").first().click();
        assertThat(page.locator(".item.free[aria-current]")).hasCount(1);
        page.keyboard().press("p");
        assertThat(page.locator("#undo")).containsText("列入常态推进");
        page.keyboard().press("u");
        assertThat(page.locator(".account")).hasText(account);
    }

    /** Units where none is proposed, days confirmed, those past decided anew; one row for 文旅局, one that asks many. */
    private void settleRows() {
        filtered("无牵头");
        tickAll();
        bulk("lead", "县委办");
        page.locator("#bulk input[name=supporting]").fill("县财政局、各乡镇");
        page.locator("#bulk button", named("定单位")).click();
        assertThat(page.locator(".items .item")).hasCount(0);
        filtered("立项");
        page.locator(".items input[name=rows]").nth(1).check();
        bulk("lead", "县文旅局");
        page.locator("#bulk input[name=supporting]").fill("县委组织部");
        page.locator("#bulk button", named("定单位")).click();
        assertThat(page.locator(".items")).containsText("县文旅局");
        filtered("时限为建议");
        tickAll();
        page.locator("#bulk button", named("确认时限")).click();
        assertThat(page.locator(".items .item")).hasCount(0);
        filtered("时限已过");
        assertThat(page.locator(".items")).containsText("时限已过");
        tickAll();
        page.locator("#bulk input[name=day]").fill(TODAY.plusDays(60).toString());
        page.locator("#bulk input[name=reason]").fill("原定日期已过，顺延");
        page.locator("#bulk button", named("另定时限")).click();
        assertThat(page.locator(".items .item")).hasCount(0);
    }

    private void objects(String role, String review, String words) {
        enterAs(role);
        page.locator("a[href='" + URI.create(review).getPath() + "/table']").first().waitFor(new Locator.WaitForOptions().setState(
                WaitForSelectorState.ATTACHED));
        page.navigate(review + "/table");
        var row = page.locator(".items .item", new Page.LocatorOptions().setHas(page.locator("details form"))).first();
        row.locator("summary").click();
        row.locator("input[name=words]").fill(words);
        row.locator("button", new Locator.LocatorOptions().setHasText("提出意见")).click();
        assertThat(page.locator(".objection")).containsText(words);
    }

    private void adjust() {
        adjustment("day", "县委办〔" + TODAY.getYear() + "〕会议纪要一", () -> {
            page.locator("form input[name=number]").fill("1");
            page.locator("form input[name=day]").fill(TODAY.plusDays(120).toString());
        });
        assertThat(page.locator(".journal li").first()).containsText("调整");
        adjustment("add", "县委办〔" + TODAY.getYear() + "〕会议纪要二", () -> {
            page.locator("textarea[name=wording]").fill("开展一次机关食堂节约检查");
            page.locator("form input[name=lead]").fill("县财政局");
            page.locator("form input[name=day]").fill(TODAY.plusDays(90).toString());
        });
        assertThat(page.locator(".journal li").first()).containsText("列入立项督办");
    }

    private void adjustment(String what, String paper, Runnable fill) {
        page.locator("input[name=change][value=" + what + "]").check();
        fill.run();
        page.locator("input[name=paper]").fill(paper);
        page.locator("input[name=approver]").fill("县委书记");
        page.locator("input[name=why]").fill("照会议纪要");
        button("登记调整").click();
    }

    /** A township's slice has what 各乡镇 are asked, under the master numbers. */
    private void slices(String review) throws IOException {
        page.navigate(review + "/table");
        var word = download(() -> button("下载 Word").click());
        try (var document = new XWPFDocument(new ByteArrayInputStream(word))) {
            org.assertj.core.api.Assertions.assertThat(document.getTables().getFirst().getText()).contains("开展一次机关食堂节约检查").contains("平台不承接");
        }
        page.locator("input[name=unit]").fill("县财政局");
        var excel = download(() -> button("下载 Excel").click());
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(excel))) {
            var format = new DataFormatter();
            var texts = new ArrayList<String>();
            for (Row row : book.getSheetAt(0)) {
                StreamSupport.stream(row.spliterator(), false).map(format::formatCellValue).forEach(texts::add);
            }
            org.assertj.core.api.Assertions.assertThat(String.join("\n", texts)).contains("序号与总表一致").contains("配合");
        }
    }

    private static byte[] rewritten(byte[] word) throws IOException {
        try (var document = new XWPFDocument(new ByteArrayInputStream(word)); var out = new ByteArrayOutputStream()) {
            var cell = document.getTables().getFirst().getRows().stream().flatMap(row -> row.getTableCells().stream())
                    .filter(c -> c.getText().contains("党课教材")).findFirst().orElseThrow();
            var run = cell.getParagraphs().getFirst().getRuns().getFirst();
            run.setText("编写一套好用的党课教材", 0);
            document.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] lastYear() throws IOException {
        try (var book = new XSSFWorkbook(); var out = new ByteArrayOutputStream()) {
            var sheet = book.createSheet("任务");
            var rows = List.of(List.of("2024年重点工作任务分解表"), List.of("云办发〔2024〕6号　2024年2月8日"),
                    List.of("编号", "分管县领导", "主要责任单位", "目标任务", "协同配合单位", "完成时间"),
                    List.of("7", "", "县财政局", "清理部门重复的报表", "各乡镇", "2024年6月底前"),
                    List.of("9", "", "县文旅局", "办好乡村书屋", "", "全年"));
            for (int r = 0; r < rows.size(); r++) {
                var row = sheet.createRow(r);
                for (int c = 0; c < rows.get(r).size(); c++) {
                    row.createCell(c).setCellValue(rows.get(r).get(c));
                }
            }
            book.write(out);
            return out.toByteArray();
        }
    }

    private byte[] download(Runnable click) throws IOException {
        Download download = page.waitForDownload(click);
        Path file = Files.createTempFile("journey", download.suggestedFilename().replaceAll(".*\\.", "."));
        download.saveAs(file);
        return Files.readAllBytes(file);
    }

    private void filtered(String label) {
        page.locator(".filters a", new Page.LocatorOptions().setHasText(label)).first().click();
        assertThat(page.locator(".filters a[aria-current]")).containsText(label);
    }

    private void tickAll() {
        page.locator(".items input[name=rows]").all().forEach(Locator::check);
    }

    private void bulk(String field, String value) {
        page.locator("#bulk input[name=" + field + "]").fill(value);
    }

    private Locator button(String words) {
        return page.locator("main button", new Page.LocatorOptions().setHasText(words)).first();
    }

    private static Page.LocatorOptions named(String words) {
        return new Page.LocatorOptions().setHasText(words);
    }
}

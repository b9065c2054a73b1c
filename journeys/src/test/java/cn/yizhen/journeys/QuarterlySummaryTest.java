package cn.yizhen.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 县委办督查室主任，写本季度的督查专报，不向任何单位要材料；再发一份通知。 */
class QuarterlySummaryTest extends Journey {

    @Override
    protected int width() {
        return 1280;
    }

    @Test
    @DisplayName("季度专报：填判断、登记签批、印发，下载 Word 和附表")
    void fromFactsToIssuedBriefing() throws IOException {
        enterAs("县委办督查室主任");
        page.locator("nav a", new Page.LocatorOptions().setHasText("督查总结")).click();
        assertThat(page.locator("h1")).containsText("部署任务督查情况");
        var rows = page.locator("table.summary tbody tr");
        assertThat(rows.count()).isGreaterThanOrEqualTo(3);
        assertThat(page.locator("table.summary")).containsText("无新记录");

        var first = rows.first();
        first.locator("select").selectOption("ON_SCHEDULE");
        press("存判断");
        assertThat(page.locator(".reasons")).containsText("只写了判断");
        rows.first().locator("textarea").fill("初稿已送审读，按计划推进");
        press("存判断");

        page.locator("textarea[name=NEXT]").fill("对提请协调的事项由督查室逐件答复，不要求各单位另报材料。");
        press("存正文");
        assertThat(page.locator("textarea[name=NEXT]")).hasValue("对提请协调的事项由督查室逐件答复，不要求各单位另报材料。");

        page.locator("input[name=leader]").fill("县委书记");
        page.locator("input[name=words]").fill("已阅，同意印发。");
        press("登记签批");
        assertThat(page.locator("main")).containsText("已阅，同意印发。");
        picture("summary-before-issue");

        page.locator("input[name=number]").fill("第1期");
        press("印发");
        assertThat(page.locator(".note")).containsText("第1期");
        assertThat(page.locator(".note")).containsText("号操作");
        picture("summary-issued");

        assertThat(part(download("印发的 Word"), "word/document.xml")).contains("督查专报", "第1期", "达序时：初稿已送审读，按计划推进");
        assertThat(part(download("附表 Excel"), "xl/sharedStrings.xml")).contains("总号", "任务原文", "牵头领导", "需协调");
        page.setViewportSize(360, 740);
        page.reload();
        picture("summary-phone");
        var overflow = (Number) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(overflow.intValue()).isLessThanOrEqualTo(1);
    }

    @Test
    @DisplayName("起草一份通知：检查提示要报送的句子，下载，登记印发")
    void draftAndRegister() throws IOException {
        enterAs("县委办督查室主任");
        page.locator("nav a", new Page.LocatorOptions().setHasText("公文")).click();
        page.locator("select[name=kind]").first().selectOption("NOTICE");
        press("开始");
        page.locator("input[name=title]").fill("关于做好岁末年初为基层减负工作的通知");
        page.locator("input[name=addressees]").fill("各乡镇党委，县直各单位");
        page.locator("textarea[name=text]").fill("一、少发文\n能合并的合并。\n二、报送情况\n请各单位于每月5日前报送进展情况。");
        page.locator("input[name=number]").fill("云办发〔" + Year.now() + "〕98号");
        press("存草稿并检查");
        assertThat(page.locator("aside")).containsText("要求下面报送");
        assertThat(part(download("下载 Word"), "word/document.xml")).contains("关于做好岁末年初为基层减负工作的通知");
        picture("paper-draft");
        press("登记印发");
        assertThat(page.locator(".reasons")).containsText("成文日期");
        page.locator("input[name=date]").fill(page.evaluate("new Date().toLocaleDateString('sv', {timeZone: 'Asia/Shanghai'})").toString());
        press("存草稿并检查");
        press("登记印发");
        assertThat(page.locator("main")).containsText("下载印发的 Word");
        page.navigate("/papers");
        assertThat(page.locator("main")).containsText("〕98号");
        picture("papers");
    }

    private void press(String button) {
        page.locator("main button", new Page.LocatorOptions().setHasText(button)).first().click();
    }

    private Path download(String link) {
        var file = page.waitForDownload(() -> page.locator("main a", new Page.LocatorOptions().setHasText(link)).first().click());
        var kept = Path.of("target/pictures", file.suggestedFilename());
        file.saveAs(kept);
        return kept;
    }

    private static String part(Path file, String name) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            assertThat(Files.size(file)).isPositive();
        }
    }
}

package cn.yizhen.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A county leader looks at how things stand, at a desk. */
class LeaderTest extends Journey {

    @BeforeEach
    void open() {
        enterAs("县委书记");
        page.locator("nav a", new Page.LocatorOptions().setHasText("履行情况")).click();
    }

    @Override
    protected int width() {
        return 1200;
    }

    @Test
    @DisplayName("先看卡住的，再看一项应办在各乡镇的件数")
    void readsListsThenCounts() {
        assertThat(page.locator("section", new Page.LocatorOptions().setHasText("卡住的"))).containsText("两边都不肯先动工");
        picture("leader-standing");
        page.locator("table.counts a", new Page.LocatorOptions().setHasText("支部党员大会")).click();
        assertThat(page.locator("main")).containsText("其他人只看合计");
        assertThat(page.locator("main")).containsText("青岚镇");
        picture("leader-duty");
    }

    @Test
    @DisplayName("截至二月九日看一季度；明年的一天，说明还没有到")
    void asksAsOfAnyDay() {
        page.locator("input[name=on][type=date]").fill("2026-02-09");
        page.locator("main button", new Page.LocatorOptions().setHasText("查看")).click();
        assertThat(page.locator("main")).containsText("这是截至 2026年2月9日 的情况");
        page.navigate("/standing?on=2099-01-01");
        assertThat(page.locator(".reasons")).containsText("还没有到");
    }

    @Test
    @DisplayName("全年图画出来了，旁边有同样的数；一页纸是一张 A4")
    void looksAtThePicturesAndPrintsOnePage() {
        page.locator("a.button", new Page.LocatorOptions().setHasText("全年图")).click();
        assertThat(page.locator("#seen canvas")).hasCount(1);
        assertThat(page.locator("#parts canvas")).hasCount(1);
        picture("leader-year");
        page.navigate("/standing/sheet");
        page.pdf(new Page.PdfOptions().setPath(Path.of("target/pictures/leader-sheet.pdf")).setPreferCSSPageSize(true));
        picture("leader-sheet");
    }

    @Test
    @DisplayName("导出一次，得到一本 Excel")
    void exports() {
        var download = page.waitForDownload(() -> page.locator("main button", new Page.LocatorOptions().setHasText("导出 Excel")).click());
        org.assertj.core.api.Assertions.assertThat(download.suggestedFilename()).contains("履行情况").endsWith(".xlsx");
    }
}

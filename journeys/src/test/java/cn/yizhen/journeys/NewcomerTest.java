package cn.yizhen.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Somebody who has never seen the program. */
class NewcomerTest extends Journey {

    @Test
    @DisplayName("打开首页先看到登录页，页脚有减负直通车")
    void meetsTheLoginPageAndTheDirectLine() {
        page.navigate("/");
        assertThat(page.locator("h1, h2").first()).isVisible();
        picture("login");
        page.locator("footer a.direct").click();
        assertThat(page.locator("h1")).hasText("减负直通车");
    }

    @Test
    @DisplayName("不登录、不记名发一条反映，拿到回执码，凭它查到还在等答复")
    void complainsWithoutAName() {
        page.navigate("/direct-line");
        page.getByLabel("填表报数").check();
        page.locator("#about").fill("同一张表一个月报了三次");
        page.locator("button", new Page.LocatorOptions().setHasText("发出")).click();
        var receipt = page.locator("b.code").textContent();
        page.navigate("/direct-line");
        page.locator("input[name=receipt]").fill(receipt);
        page.locator("button", new Page.LocatorOptions().setHasText("查看")).click();
        assertThat(page.locator("main")).containsText("还在等答复");
        org.assertj.core.api.Assertions.assertThat(context().cookies()).isEmpty();
    }
}

package cn.yizhen.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A village secretary notes a meeting on a phone. */
class NotingTest extends Journey {

    @BeforeEach
    void openTheForm() {
        enterAs("村党支部书记");
        page.navigate("/records");
        page.locator("a.button", new Page.LocatorOptions().setHasText("党支部：登记")).click();
        page.locator(".rows a", new Page.LocatorOptions().setHasText("支部党员大会")).click();
    }

    @Test
    @DisplayName("只填实到和议题，登记成一条，能打印")
    void notesARoutineMeeting() {
        picture("record-entry");
        assertThat(page.locator("#roll")).containsText("应到");
        page.locator("#present").fill("14");
        page.locator("#topic").fill("商量冬季修渠");
        button("登记").click();
        assertThat(page.locator("main")).containsText("商量冬季修渠");
        picture("record-noted");
        page.pdf(new Page.PdfOptions().setPath(java.nio.file.Path.of("target/pictures/record-noted.pdf")).setFormat("A4"));
    }

    @Test
    @DisplayName("人数填多了，原因写在最上面，填的都在")
    void isToldWhy() {
        page.locator("#present").fill("400");
        page.locator("#topic").fill("商量修路");
        button("登记").click();
        assertThat(page.locator(".reasons")).containsText("多于应到");
        assertThat(page.locator("#topic")).hasValue("商量修路");
        picture("record-refused");
    }

    @Test
    @DisplayName("断网时存在本机，联网后发送一次，发完即清")
    void worksWithoutNetwork() {
        page.locator("#present").fill("13");
        page.locator("#topic").fill("断网时开的会");
        context().setOffline(true);
        button("登记").click();
        assertThat(page.locator("#draft-note")).containsText("已存在本机，联网后发送一次");
        picture("record-offline");
        context().setOffline(false);
        page.waitForURL(address -> address.matches(".*/records/[0-9a-f-]{36}$"));
        assertThat(page.locator("main")).containsText("断网时开的会");
        org.assertj.core.api.Assertions.assertThat(page.evaluate("localStorage.getItem('yizhen-drafts')")).isNull();
        page.navigate("/records");
        assertThat(page.locator(".rows li", new Page.LocatorOptions().setHasText("断网时开的会"))).hasCount(1);
    }

    @Test
    @DisplayName("断网两个小时、登录也过了期：重新登录以后发送一次，只有一条")
    void twoHoursWithoutNetwork() {
        context().clock().install();
        page.reload();
        page.locator("#present").fill("11");
        page.locator("#topic").fill("山上开的会");
        context().setOffline(true);
        button("登记").click();
        assertThat(page.locator("#draft-note")).containsText("已存在本机，联网后发送一次");
        context().clock().fastForward("02:00:00");
        context().clearCookies();
        context().setOffline(false);
        assertThat(page.locator("#draft-note")).containsText("登录后发送一次");
        enterAs("村党支部书记");
        assertThat(page.locator("#waiting")).containsText("已发送并从本机清除");
        page.navigate("/records");
        assertThat(page.locator(".rows li", new Page.LocatorOptions().setHasText("山上开的会"))).hasCount(1);
    }

    @Test
    @DisplayName("打开过的表断网也能再打开，退出登录后本机不留")
    void theOpenedFormOpensAgain() {
        page.waitForFunction("navigator.serviceWorker.controller !== null");
        page.reload();
        context().setOffline(true);
        page.reload();
        assertThat(page.locator("#topic")).isVisible();
        page.locator("#present").fill("12");
        page.locator("#topic").fill("没有发出就退出");
        button("登记").click();
        assertThat(page.locator("#draft-note")).containsText("已存在本机");
        context().setOffline(false);
        page.waitForURL(address -> address.matches(".*/records/[0-9a-f-]{36}$"));
        page.locator(".me summary").click();
        page.locator("form[action='/logout'] button").click();
        page.waitForURL("**/login?bye");
        page.waitForFunction("async () => (await caches.keys()).length === 0 && localStorage.getItem('yizhen-drafts') === null");
    }

    private Locator button(String words) {
        return page.locator("main form[data-draft] button", new Page.LocatorOptions().setHasText(words));
    }
}

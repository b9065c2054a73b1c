package cn.yizhen.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 村党支部书记，一人四岗，一部 360 像素宽的手机。 */
class VillageSecretaryTest extends Journey {

    private static final int KBIT = 1000 / 8;
    private static final int FIRST_LOAD = 200_000;
    private static final int LATER_PAGE = 50_000;

    @Test
    @DisplayName("从登录单到我的应办：100 kbit/s 的手机上不到三分钟，第一次加载不到 200 kB")
    void fromSlipToDeskOverASlowLine() {
        enterAs("镇党委组织委员");
        page.navigate("/slips?words=党支部书记");
        page.locator("button", new Page.LocatorOptions().setHasText("打印登录单")).first().click();
        var address = page.locator("dl.facts dd").nth(0).textContent();
        var code = page.locator("dl.facts dd.code").nth(0).textContent();
        picture("slip");

        var phone = newPhone();
        slow(phone);
        var bytes = countBytes(phone);
        var began = System.nanoTime();
        phone.navigate(address + "#" + code);
        assertThat(phone.locator("#code")).hasValue(code);
        phone.locator("#password").fill("青山村口大槐树下");
        phone.locator("button", new Page.LocatorOptions().setHasText("进入我的应办")).click();
        assertThat(phone.locator("h1")).hasText("我的应办", new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions().setTimeout(120_000));
        var seconds = (System.nanoTime() - began) / 1_000_000_000;
        System.out.println("slip to desk at 100 kbit/s: " + seconds + " s, " + sum(bytes) + " bytes");
        assertThat(sum(bytes)).isLessThan(FIRST_LOAD);
        phone.context().close();
    }

    @Test
    @DisplayName("四个岗位一张表，每一行说得出办什么、到哪天、凭什么")
    void fourPostsOneTable() {
        enterAs("村党支部书记");
        assertThat(page.locator("h1")).hasText("我的应办");
        picture("desk-phone");
        page.locator(".me summary").click();
        assertThat(page.locator(".me p:not(:has(a))")).hasCount(4);
        page.locator(".me summary").click();
        var open = page.locator("main > section.desk-group > ul.rows > li, main section.desk-group > ul.rows > li");
        assertThat(open.count()).isLessThanOrEqualTo(7);
        page.locator("a", new Page.LocatorOptions().setHasText("为什么")).first().click();
        assertThat(page.locator("main")).containsText("条");
        picture("why-phone");
    }

    @Test
    @DisplayName("上级系统里已经有的，点一下“已在××登记”就办完，什么也不用填")
    void keptElsewhere() {
        enterAs("村党支部书记");
        page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)");
        var tap = page.locator("main button", new Page.LocatorOptions().setHasText("已在党员教育管理系统登记"));
        assertThat(tap).hasCount(1);
        tap.click();
        assertThat(page.locator("main")).not().containsText("已在党员教育管理系统登记");
    }

    @Test
    @DisplayName("不归我：一句话送到该答复的单位，等答复里看得到")
    void notMine() {
        enterAs("村党支部书记");
        page.locator("a", new Page.LocatorOptions().setHasText("不归我")).first().click();
        page.locator("#words").fill("这件事按清单由镇里承办");
        page.locator("main form button[class='']").first().click();
        page.navigate("/");
        assertThat(page.locator("main")).containsText("我提出的·等答复");
        picture("waiting-phone");
    }

    @Test
    @DisplayName("后来的每一页都在 50 kB 以内，200% 放大不出现横向滚动")
    void laterPagesAreSmallAndZoom() {
        enterAs("村党支部书记");
        var bytes = countBytes(page);
        for (var address : List.of("/", "/records", "/institutions")) {
            bytes.clear();
            page.navigate(address);
            assertThat(sum(bytes)).as(address).isLessThan(LATER_PAGE);
        }
        page.setViewportSize(180, 400);
        page.navigate("/");
        var overflow = (Number) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(overflow.intValue()).isLessThanOrEqualTo(1);
    }

    private Page newPhone() {
        return context().browser().newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(360, 740).setLocale("zh-CN")).newPage();
    }

    private static void slow(Page phone) {
        var line = new JsonObject();
        line.addProperty("offline", false);
        line.addProperty("latency", 150);
        line.addProperty("downloadThroughput", 100 * KBIT);
        line.addProperty("uploadThroughput", 100 * KBIT);
        phone.context().newCDPSession(phone).send("Network.emulateNetworkConditions", line);
        phone.setDefaultTimeout(120_000);
    }

    private static List<Integer> countBytes(Page page) {
        var bytes = new ArrayList<Integer>();
        page.onResponse((Response response) -> {
            var length = response.headers().get("content-length");
            bytes.add(length != null ? Integer.parseInt(length) : response.fromServiceWorker() ? 0 : size(response));
        });
        return bytes;
    }

    private static int size(Response response) {
        try {
            return response.request().sizes().responseBodySize;
        } catch (RuntimeException e) {
            return 0;
        }
    }

    private static int sum(List<Integer> bytes) {
        return bytes.stream().mapToInt(Integer::intValue).sum();
    }
}

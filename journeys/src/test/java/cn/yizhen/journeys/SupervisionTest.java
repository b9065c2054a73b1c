package cn.yizhen.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 督查室把一件事交给文旅局，从立项到销号；一个决定两步转为事项。 */
class SupervisionTest extends Journey {

    @Override
    protected int width() {
        return 1100;
    }

    @Test
    @DisplayName("立项交办、进展、退不掉的申请延期、办结、复核、销号，每一步都看得到谁办的")
    void fromOpeningToClosing() {
        enterAs("县委办督查室主任");
        page.navigate("/matters");
        link("立项交办").click();
        page.locator("#title").fill("整理古道驿站资料");
        page.locator("#lead").selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("县文旅局"));
        page.locator("#due").fill("2099-12-31");
        button("立项交办").click();
        assertThat(page.locator("h1")).containsText("办理中");
        picture("matter-opened");
        var address = page.url().replaceAll(".*/matters/", "");

        enterAs("文旅局局长");
        assertThat(page.locator("main")).containsText("整理古道驿站资料");
        page.navigate("/matters");
        page.locator("a", new Page.LocatorOptions().setHasText("整理古道驿站资料")).first().click();
        step("办理", "#a-words", "已收集驿站照片和碑文");
        step("申请延期", "#a-ground", "一处驿站封路", "#a-until", "2099-06-30");
        assertThat(page.locator(".reasons")).containsText("要晚于现在的到期日2099年12月31日");
        page.locator("main .actions a").click();
        step("办结", "#a-words", "资料成册，印发各乡镇");
        assertThat(page.locator("h1")).containsText("待复核");
        picture("matter-finished");

        enterAs("县委办督查室主任");
        page.navigate("/matters");
        page.locator("a[href$='" + address + "']").first().click();
        step("复核");
        step("销号");
        assertThat(page.locator("h1")).containsText("已销号");
        assertThat(page.locator("main")).containsText("资料成册，印发各乡镇");
    }

    @Test
    @DisplayName("常委会的决定：县委书记登记，督查室打开、交办，决定是事项的来源")
    void aDecisionInTwoClicks() {
        enterAs("县委书记");
        page.navigate("/records");
        page.locator("a.button", new Page.LocatorOptions().setHasText("登记")).first().click();
        page.locator(".rows a", new Page.LocatorOptions().setHasText("县委常委会会议")).click();
        page.locator("#present").fill("11");
        page.locator("#topic").fill("研究冬修水利");
        page.locator("summary", new Page.LocatorOptions().setHasText("作出了决定")).click();
        page.locator("#about0").fill("整修城东蓄水池");
        page.locator("[name=inFavour]").first().fill("10");
        page.locator("[name=recused]").first().fill("1");
        picture("decision-entry");
        button("登记").click();
        assertThat(page.locator("main")).containsText("整修城东蓄水池");
        picture("decision-record");

        enterAs("县委办督查室主任");
        page.navigate("/decisions");
        picture("decisions");
        link("整修城东蓄水池").click();
        page.locator("#due").fill("2099-12-31");
        if (page.locator("#lead").inputValue().isEmpty()) {
            page.locator("#lead").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(3));
        }
        picture("decision");
        button("立项交办").click();
        assertThat(page.locator("main")).containsText("县委常委会会议〔");
    }

    private void step(String name, String... fields) {
        page.locator("main .rows a", new Page.LocatorOptions().setHasText(java.util.regex.Pattern.compile("^" + name + "$"))).click();
        for (int i = 0; i < fields.length; i += 2) {
            page.locator(fields[i]).fill(fields[i + 1]);
        }
        button(name).click();
    }

    private com.microsoft.playwright.Locator link(String words) {
        return page.locator("main a", new Page.LocatorOptions().setHasText(words)).first();
    }

    private com.microsoft.playwright.Locator button(String words) {
        return page.locator("main form button", new Page.LocatorOptions().setHasText(words)).first();
    }
}

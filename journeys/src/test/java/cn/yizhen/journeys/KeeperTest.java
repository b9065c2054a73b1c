package cn.yizhen.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 县委办政策法规股股长，维护制度。 */
class KeeperTest extends Journey {

    @Override
    protected int width() {
        return 1280;
    }

    @Test
    @DisplayName("写一份本县办法，写错的一行说得出，测算，采用；施行以后村支书的应办里多一行，点得出哪份文件")
    void fromDraftToTheDeskOfAVillage() {
        var first = today().plusMonths(1).withDayOfMonth(1);
        enterAs("县委办政策法规股股长");
        page.navigate("/institutions");
        click("本县办法和待核对的数");
        click("起草一份");
        page.locator("#title").fill("党群连心日办法");
        page.locator("#summary").fill("每月一天，党员到联系户家里坐一坐");
        page.locator("#duty").fill("党群连心日");
        page.locator("#bearer").selectOption("branch");
        page.locator("#every").selectOption("month");
        page.locator("#from").fill(first.toString());
        page.locator("#paper").fill("云岭县党群连心日办法");
        page.locator("#why").fill("一个月去一次，家里有什么难处当面说");
        picture("local-new");
        button("存为草稿");
        assertThat(page.locator("#check")).containsText("检查通过");

        var text = page.locator("#text").inputValue();
        page.locator("#text").fill(text.replace("every: month", "every: monthly"));
        button("保存并检查");
        assertThat(page.locator("#check")).containsText("正文第 13 行第 12 列");
        assertThat(page.locator("#check")).containsText("是不是“month”？");
        picture("local-faults");
        page.locator("#text").fill(text);
        button("保存并检查");

        click("出台前测算");
        assertThat(page.locator("#total")).containsText("一年新增");
        assertThat(page.locator("#total")).containsText("每个一年多");
        picture("rehearsal");
        click("回到正文");
        page.locator("#adoption #paper").fill("云岭办发〔2026〕40号");
        page.locator("#adoption #from").fill(first.toString());
        button("采用");
        assertThat(page.locator("main")).containsText("依据云岭办发〔2026〕40号");
        picture("local-adopted");

        until(first.plusDays(1));
        page.setViewportSize(360, 740);
        enterAs("村党支部书记");
        assertThat(page.locator("main")).containsText("党群连心日");
        picture("local-desk");
    }

    @Test
    @DisplayName("部署文件转来的建议，一点就起草，原文和文件已经填好")
    void goesOnWithAProposal() {
        enterAs("县委办政策法规股股长");
        page.navigate("/deployments/proposals?year=" + today().getYear());
        var words = page.locator("ol.items li .words").first().textContent();
        click("起草为本县办法");
        assertThat(page.locator("#summary").inputValue()).isNotEmpty().isSubstringOf(words);
        assertThat(page.locator("#paper").inputValue()).isNotEmpty();
    }

    @Test
    @DisplayName("维护制度的每一页，手机上和放大一倍时都不用左右拖")
    void everyPageIsNarrowEnough() {
        enterAs("县委办政策法规股股长");
        page.navigate("/institutions");
        click("本县办法和待核对的数");
        var list = page.url();
        for (var address : List.of(list, list + "/new", list + "/new?kind=limit", list.replace("local-institutions", "values"), "/emergencies",
                "/institutions/fewer-demands", "/institutions/secretary-training", list.replace("local-institutions", "institutions/fewer-demands"))) {
            fits(address);
        }
        page.context().clearCookies();
        enterAs("系统管理员");
        fits("/calendar");
    }

    private void fits(String address) {
        for (var width : new int[] {1280, 360, 180}) {
            page.setViewportSize(width, 740);
            page.navigate(address);
            picture("keeper" + address.replaceAll("https?://[^/]+|posts/[0-9a-f-]+/", "").replaceAll("[^a-z]+", "-") + "-" + width);
            var overflow = (Number) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            assertThat(overflow.intValue()).as(address + " at " + width).isLessThanOrEqualTo(1);
        }
    }

    private void click(String link) {
        page.locator("main a", new Page.LocatorOptions().setHasText(link)).first().click();
    }

    private void button(String label) {
        page.locator("main button", new Page.LocatorOptions().setHasText(label)).first().click();
    }
}

package cn.yizhen.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 宣传部从一件应办召集六十人的会，一直到纪要、记录和应办。 */
class MeetingTest extends Journey {

    @Override
    protected int width() {
        return 1100;
    }

    @Test
    @DisplayName("六十人的会：从应办到通知、回执、两位代会、纪要；记录有一条，应办已记录，数据库里找不到谁在线多久")
    void sixtyFromTopicToMinutes() {
        enterAs("县委宣传部办公室主任");
        page.locator(".desk-fold summary", new Page.LocatorOptions().setHasText("本季")).click();
        page.locator(".rows li", new Page.LocatorOptions().setHasText("意识形态情况分析会")).first().locator("a", new Locator.LocatorOptions().setHasText("为什么")).click();
        var duty = page.url();
        link("为这件事召集会议").click();
        assertThat(page.locator("main")).containsText("应办：意识形态情况分析会");
        page.locator("[name=title]").fill("县属账号清理分析会");
        page.locator("[name=about]").fill("分析县属账号和阵地管理，安排意识形态工作");
        page.locator("[name=place]").fill("县委三楼会议室");
        page.locator("[name=day]").fill(today().toString());
        page.locator("[name=speech]").fill("70");
        page.locator("[name=video]").check();
        page.locator("[name=phone]").fill("0000-5550121");
        page.locator("[name=leader]").check();
        page.locator("[name=groups][value=departments]").check();
        page.locator("[name=groups][value=townships]").check();
        button("按分工建议参会人员").click();
        var seats = page.locator("main h2", new Page.LocatorOptions().setHasText("参会人员（"));
        assertThat(seats).containsText(Pattern.compile("5\\d席|6\\d席"));
        assertThat(page.locator("main")).containsText("超过主要讲话时长的60分钟");
        assertThat(page.locator("main")).containsText("视频参会少跑");
        picture("meeting-draft");
        upToSixty(Integer.parseInt(seats.innerText().replaceAll("\\D", "")));
        assertThat(seats).containsText("60席");

        page.locator("[name=number]").fill("云宣发〔" + today().getYear() + "〕30号");
        button("发出通知").click();
        assertThat(page.locator("main")).containsText("未回执 60");
        picture("meeting-told");
        window("meeting");
        var meeting = page.url();

        enterAs("镇党政办主任");
        page.locator(".rows li", new Page.LocatorOptions().setHasText("回执：县属账号清理分析")).first().locator("a.go").click();
        button("委派").click();
        assertThat(page.locator(".reply").first()).containsText("已回执：委派");
        picture("meeting-reply");

        enterAs("县委宣传部办公室主任");
        page.navigate(meeting);
        byTelephone("县文旅局", "DELEGATES");
        byTelephone("县财政局", "IN_PERSON");
        assertThat(page.locator("main")).containsText("本人参加 1，委派 2，请假 0，未回执 57");

        link("写纪要").click();
        link("先都按到会填好").click();
        page.locator("[name=present]").fill("6");
        page.locator("[name=item-about]").first().fill("年底前注销不再更新的账号");
        page.locator("[name=number]").fill("第8期");
        button("确认到会，纪要成稿").click();
        assertThat(page.locator("h1")).containsText("纪要已成稿");
        assertThat(page.locator("main")).containsText("年底前注销不再更新的账号");
        Assertions.assertEquals(2, page.locator("td", new Page.LocatorOptions().setHasText("代会（")).count());
        picture("meeting-closed");
        link("这次会议的记录").click();
        assertThat(page.locator("main")).containsText("意识形态情况分析会");
        page.navigate(duty);
        assertThat(page.locator("main")).containsText("已记录");

        enterAs("县委办督查室主任");
        page.navigate("/decisions");
        link("年底前注销不再更新的账号").click();
        page.locator("#lead").selectOption(new SelectOption().setLabel("县委宣传部"));
        page.locator("#due").fill("2099-12-31");
        button("立项交办").click();
        assertThat(page.locator("main")).containsText("意识形态情况分析会〔");
    }

    /** Asks a few communities more, or fewer departments, until exactly sixty are asked. */
    private void upToSixty(int asked) {
        if (asked == 60) {
            return;
        }
        link("修改安排和参会人员").click();
        if (asked > 60) {
            var capacities = page.locator("[name=capacity]");
            for (int i = asked - 1; i >= 60; i--) {
                capacities.nth(i).selectOption("");
            }
        } else {
            page.locator("summary", new Page.LocatorOptions().setHasText("请村和社区")).click();
            var township = page.locator("details details").nth(1);
            township.locator("summary").click();
            for (int i = 0; i < 60 - asked; i++) {
                township.locator("[name=units]").nth(i).check();
            }
        }
        button("存").click();
    }

    private void byTelephone(String unit, String answer) {
        var row = page.locator("tr", new Page.LocatorOptions().setHas(page.locator("td", new Page.LocatorOptions().setHasText(Pattern.compile("^" + unit + "$")))))
                .filter(new Locator.FilterOptions().setHas(page.locator("details")));
        row.locator("summary").click();
        row.locator("[name=answer]").selectOption(answer);
        if (answer.equals("DELEGATES")) {
            row.locator("[name=substitute]").selectOption(new SelectOption().setIndex(1));
        }
        row.locator("button").click();
        page.waitForLoadState();
    }

    private Locator link(String words) {
        return page.locator("main a", new Page.LocatorOptions().setHasText(words)).first();
    }

    private Locator button(String words) {
        return page.locator("main form button", new Page.LocatorOptions().setHasText(words)).first();
    }
}

package cn.yizhen.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.yizhen.app.AppTest;
import cn.yizhen.app.TestClock;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.organisation.PersonId;
import cn.yizhen.rules.organisation.PostId;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

@AppTest
class SlipsTest {

    private static final String PASSWORD = "青山绿水八个字呀";

    @Autowired Slips slips;
    @Autowired Accounts accounts;
    @Autowired Acts acts;
    @Autowired Ids ids;
    @Autowired TestClock clock;
    @Autowired MockMvc mvc;

    @AfterEach
    void putTheClockBack() {
        clock.reset();
    }

    private Scope township() {
        return Scope.of("539900", ids.next(), null, "乡镇", Set.of(Permission.ISSUE_SLIPS), List.of(),
                AsOf.on(LocalDate.of(2026, 11, 23)));
    }

    private SlipHolders.Holder secretary() {
        return new SlipHolders.Holder(new PostId(ids.next()), "青石村", "党支部书记", new PersonId(ids.next()), "何清");
    }

    private Slips.Issued issue(SlipHolders.Holder holder) {
        return slips.issueTo(township(), null, ids.next(), holder).orElseThrow();
    }

    @Test
    void aSlipLetsItsHolderInOnce() {
        var slip = issue(secretary());
        assertThat(slips.redeem("539900", slip.code().toLowerCase(), PASSWORD, (_, _) -> {})).isInstanceOf(Outcome.Done.class);
        assertThat(slips.redeem("539900", slip.code(), PASSWORD, (_, _) -> {})).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void aSlipLastsSevenDaysToTheMinute() {
        var slip = issue(secretary());
        clock.advance(Duration.ofDays(7).minusMinutes(1));
        assertThat(slips.redeem("539900", slip.code(), "short", (_, _) -> {})).isInstanceOfSatisfying(Outcome.Refused.class,
                refused -> assertThat(refused.reasons().toString()).contains("password-short").doesNotContain("slip-expired"));
        clock.advance(Duration.ofMinutes(1));
        assertThat(slips.redeem("539900", slip.code(), PASSWORD, (_, _) -> {})).isInstanceOfSatisfying(Outcome.Refused.class,
                refused -> assertThat(refused.reasons().toString()).contains("slip-expired"));
    }

    @Test
    void aNewSlipEndsTheOldOne() {
        var holder = secretary();
        var old = issue(holder);
        clock.advance(Duration.ofMinutes(5));
        issue(holder);
        assertThat(slips.redeem("539900", old.code(), PASSWORD, (_, _) -> {})).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void theBrowserThatUsedTheSlipIsTheSecondFactorAndANewSlipEndsIt() throws Exception {
        var holder = secretary();
        var slip = issue(holder);
        var entered = mvc.perform(post("/enter").param("code", slip.code()).param("password", PASSWORD).with(csrf())).andReturn();
        var browser = entered.getResponse().getCookie(RememberedBrowsers.COOKIE);
        assertThat(browser).isNotNull();

        assertThat(statusOf(login(slip, browser))).isEqualTo(302);
        assertThat(statusOf(login(slip, new Cookie(RememberedBrowsers.COOKIE, "someone-elses")))).isEqualTo(422);

        clock.advance(Duration.ofMinutes(5));
        issue(holder);
        assertThat(statusOf(login(slip, browser))).isEqualTo(422);
    }

    @Test
    void aClosedAccountIsNotOpenedBySlip() {
        var slip = issue(secretary());
        var security = Scope.of("539900", ids.next(), null, "安全", Set.of(Permission.SECURITY), List.of(), AsOf.on(LocalDate.of(2026, 11, 23)));
        acts.perform(security, new Act(ids.next(), "account.closed", null, null, null, Map.of()), writing -> {
            accounts.close(writing, slip.account(), true);
            return Outcome.done("/");
        });
        assertThat(slips.redeem("539900", slip.code(), PASSWORD, (_, _) -> {})).isInstanceOfSatisfying(Outcome.Refused.class,
                refused -> assertThat(refused.reasons().toString()).contains("account-closed"));
    }

    private MvcResult login(Slips.Issued slip, Cookie browser) throws Exception {
        return mvc.perform(post("/login").param("login", slip.login()).param("password", PASSWORD).cookie(browser).with(csrf())).andReturn();
    }

    private static int statusOf(MvcResult result) {
        return result.getResponse().getStatus();
    }
}

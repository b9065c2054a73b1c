package cn.yizhen.app.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import cn.yizhen.app.AppTest;
import cn.yizhen.app.DemoPeople;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;

@AppTest
class NonsenseTest {

    private static final List<String> WORDS = List.of("", "0", "-1", "99999999999999999999", "2026-02-30", "0000-00-00", "+999999999-12-31", "-999999999-01-01",
            "9999-12-31", "0001-01-01", "null", "%00", "\u0000", "\ud800", "１２３", "${7*7}", "{{7*7}}", "{}", "[]", "长".repeat(5000), "1e400",
            "\r\nSet-Cookie: x=1", "2147483648", "9223372036854775807", "00000000-0000-0000-0000-000000000000", "12");

    @Autowired MockMvc web;
    @Autowired DemoPeople people;

    @Test
    @DisplayName("日子、单位、期间里写什么都不出错：要么答，要么说哪里不对")
    void nothingTypedIntoAnAddressBreaksAPage() throws Exception {
        List<String> broken = new ArrayList<>();
        for (var page : List.of("/standing", "/standing/sheet", "/standing/year", "/standing/duties/branch-assembly", "/meetings/new")) {
            for (var field : List.of("on", "known", "unit", "span", "from")) {
                for (var word : WORDS) {
                    int status = asked(page, field, word);
                    if (status >= 500) {
                        broken.add(status + " " + page + "?" + field + "=" + word.substring(0, Math.min(20, word.length())));
                    }
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    private int asked(String page, String field, String word) {
        try {
            return web.perform(get(page).param(field, word).with(authentication(new TestingAuthenticationToken(people.signedIn("shuji"), "", "USER"))))
                    .andReturn().getResponse().getStatus();
        } catch (Exception thrown) {
            return 599;
        }
    }
}

package cn.yizhen.app.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import cn.yizhen.app.AppTest;
import cn.yizhen.app.DemoPeople;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.institution.Institutions;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.duty.Ground;
import cn.yizhen.rules.duty.Instance;
import cn.yizhen.rules.institution.InstitutionId;
import cn.yizhen.rules.organisation.UnitKind;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@AppTest
@DisplayName("应急期")
class EmergencyPagesTest {

    @Autowired MockMvc web;
    @Autowired DemoPeople people;
    @Autowired Institutions institutions;
    @Autowired Organisations organisations;
    @Autowired Duties duties;
    @Autowired Ids ids;

    @Test
    @DisplayName("宣布以后，范围内在这期间到期的不计入，范围外照常；结束提前，又计入")
    void countsOutWhatIsDueInIt() throws Exception {
        var township = organisations.asOf(people.scopeOf("fagui")).units().stream().filter(unit -> unit.kind() == UnitKind.TOWNSHIP).findFirst().orElseThrow();
        var declared = send("fagui", "/emergencies", "paper", "云岭防指〔2030〕1号", "area", township.id().toString(), "from", "2030-03-20", "until", "2030-04-05");
        assertThat(declared.getRedirectedUrl()).isEqualTo("/emergencies");
        assertThat(as("cunzhishu", get("/emergencies")).getContentAsString()).contains("云岭防指〔2030〕1号", township.name(), "2030年4月5日")
                .doesNotContain("宣布应急的文件");
        assertThat(countedOut(LocalDate.of(2030, 3, 31))).isPositive().isLessThan(expected(LocalDate.of(2030, 3, 31)));
        assertThat(countedOut(LocalDate.of(2030, 6, 30))).isZero();

        var page = as("fagui", get("/emergencies")).getContentAsString();
        var end = page.replaceAll("(?s).*?(/posts/[0-9a-f-]+(/emergencies/[0-9a-f-]+/end)).*", "$2");
        assertThat(send("fagui", end, "until", "2030-03-25").getRedirectedUrl()).isEqualTo("/emergencies");
        assertThat(countedOut(LocalDate.of(2030, 3, 31))).isZero();
    }

    @Test
    @DisplayName("缺文件、缺范围、没有的单位，一次说出；不管制度的人不能宣布")
    void refuses() throws Exception {
        var answer = send("fagui", "/emergencies", "paper", "", "others", "无此村", "from", "");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("没有写宣布应急的文件", "没有“无此村”这个单位", "开始日期没有填");
        assertThat(send("cunzhishu", "/emergencies", "paper", "某文", "from", "2030-01-01").getStatus()).isEqualTo(403);
    }

    private long countedOut(LocalDate day) {
        return all(day).stream().filter(instance -> instance instanceof Instance.CountedOut out && out.ground() == Ground.EMERGENCY).count();
    }

    private long expected(LocalDate day) {
        return all(day).stream().filter(Instance.Expected.class::isInstance).count();
    }

    private List<Instance> all(LocalDate day) {
        var whole = Scope.system(people.scopeOf("fagui").county(), "试验", AsOf.on(day));
        var institution = institutions.rulebook(whole).catalogue().institution(new InstitutionId("village-affairs")).orElseThrow();
        return duties.instances(whole, institution, new Period(day, day.plusDays(1)), _ -> true);
    }

    private MockHttpServletResponse send(String login, String address, String... fields) throws Exception {
        var request = MockMvcRequestBuilders.post("/posts/" + people.scopeOf(login).posts().getFirst().post() + address).param("key", ids.next().toString());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return as(login, request);
    }

    private MockHttpServletResponse as(String login, MockHttpServletRequestBuilder request) throws Exception {
        var token = UsernamePasswordAuthenticationToken.authenticated(people.signedIn(login), null, List.of());
        var response = web.perform(request.with(authentication(token)).with(csrf())).andReturn().getResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return response;
    }
}

package cn.yizhen.app.burden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.yizhen.app.AppTest;
import cn.yizhen.app.TestClock;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.rules.AsOf;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@AppTest
class DirectLineTest {

    @Autowired MockMvc mvc;
    @Autowired DirectLine directLine;
    @Autowired Transactions transactions;
    @Autowired TestClock clock;

    private final Scope system = Scope.system("539900", "测试", AsOf.on(LocalDate.of(2026, 11, 23)));

    @AfterEach
    void putTheClockBack() {
        clock.reset();
    }

    private Scope desk(Permission permission) {
        return Scope.of("539900", UUID.randomUUID(), null, "专班", Set.of(permission), List.of(), AsOf.on(LocalDate.of(2026, 11, 23)));
    }

    private String send(String about, boolean ofTheDesk) throws Exception {
        var page = mvc.perform(post("/direct-line").param("kind", "FORM").param("about", about)
                .param("ofTheDesk", String.valueOf(ofTheDesk))).andReturn().getResponse();
        var receipt = Pattern.compile("class=\"code\">([A-Z0-9]{8})<").matcher(page.getContentAsString());
        assertThat(receipt.find()).isTrue();
        return receipt.group(1);
    }

    @Test
    void theFormNeitherReadsNorMakesASession() throws Exception {
        var shown = mvc.perform(get("/direct-line")).andReturn();
        var sent = mvc.perform(post("/direct-line").param("kind", "MEETING").param("about", "一周四个会")).andReturn();
        assertThat(shown.getRequest().getSession(false)).isNull();
        assertThat(sent.getRequest().getSession(false)).isNull();
        assertThat(sent.getResponse().getCookies()).isEmpty();
    }

    @Test
    void aComplaintHasNoColumnThatCouldNameItsAuthorOrItsHour() {
        var columns = transactions.reading(system, sql -> sql
                .sql("select column_name || ' ' || data_type from information_schema.columns where table_name = 'complaint'")
                .query(String.class).set());
        assertThat(columns).containsExactlyInAnyOrder("id uuid", "county text", "day date", "kind text", "about text",
                "of_the_desk boolean", "receipt bytea");
    }

    @Test
    void noActIsKeptOfAComplaint() throws Exception {
        var before = acts();
        send("月底又要三张表", false);
        assertThat(acts()).isEqualTo(before);
    }

    private long acts() {
        return transactions.reading(system, sql -> sql.sql("select count(*) from act where kind like 'complaint%'").query(Long.class).single());
    }

    @Test
    void complaintsOfPastDaysStandInOneTransactionSoThatNoHourCanBeTold() throws Exception {
        send("第一件", false);
        send("第二件", false);
        clock.advance(Duration.ofDays(1));
        directLine.mixPastDays();
        var transactionsSeen = transactions.reading(system, sql -> sql
                .sql("select count(distinct xmin::text) from complaint where day = '2026-11-23'").query(Long.class).single());
        assertThat(transactionsSeen).isEqualTo(1L);
    }

    @Test
    void onlyTheDeskReadsAndASecondRecipientReadsWhatComplainsOfTheDesk() throws Exception {
        send("普通的一件", false);
        send("专班自己要的表", true);
        assertThat(directLine.forDesk(desk(Permission.READ_COMPLAINTS))).extracting(Complaint::about).contains("普通的一件", "专班自己要的表");
        assertThat(directLine.forDesk(desk(Permission.SECOND_COMPLAINTS))).extracting(Complaint::about)
                .contains("专班自己要的表").doesNotContain("普通的一件");
        assertThat(directLine.forDesk(desk(Permission.SUPERVISE))).isEmpty();
    }

    @Test
    void theWriterFindsTheAnswerByTheReceiptAlone() throws Exception {
        var receipt = send("检查一月五次", false);
        var page = mvc.perform(post("/direct-line/answer").param("receipt", receipt.toLowerCase())).andReturn().getResponse().getContentAsString();
        assertThat(page).contains("检查一月五次").contains("还在等答复");
        assertThat(directLine.byReceipt("XXXXXXXX")).isEmpty();
    }

    @Test
    void anEmptyFormSaysAllThatIsMissing() throws Exception {
        var page = mvc.perform(post("/direct-line")).andReturn().getResponse();
        assertThat(page.getStatus()).isEqualTo(422);
        assertThat(page.getContentAsString()).contains("没有选是哪一类要求").contains("还没有写内容");
    }
}

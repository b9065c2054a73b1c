package cn.yizhen.app.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.yizhen.app.AppTest;
import cn.yizhen.app.DemoPeople;
import cn.yizhen.app.access.HeldPost;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.app.demo.county.DemoCounty;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.app.record.model.NotedRecord;
import cn.yizhen.app.record.model.RecordContent;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.organisation.Unit;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@AppTest
class RecordsTest {

    private static final String BRANCH = "539900100201Z1";
    private static final Pattern FIELD = Pattern.compile("<input[^>]*name=\"(\\w+)\"[^>]*?value=\"([^\"]*)\"");
    private static final Pattern CHOSEN = Pattern.compile("<select[^>]*name=\"(\\w+)\"(?:(?!</select>).)*?<option value=\"([^\"]*)\" selected", Pattern.DOTALL);

    @Autowired MockMvc web;
    @Autowired DemoPeople people;
    @Autowired Organisations organisations;
    @Autowired Records records;
    @Autowired Transactions transactions;
    @Autowired Noting noting;

    @Test
    @DisplayName("村支书登记一次党员大会：只填实到和议题，其余都在")
    void aRoutineMeetingTakesTwoEntries() throws Exception {
        Map<String, String> form = opened("cunzhishu", BRANCH, "branch-assembly");
        assertThat(form).containsEntry("day", "2026-11-23");
        assertThat(form.get("chair")).isNotBlank();
        assertThat(form.get("recorder")).isNotBlank();
        form.put("present", "15");
        form.put("topic", "讨论冬季清沟修渠");
        String address = sent("cunzhishu", BRANCH, form);
        NotedRecord record = record("cunzhishu", address);
        assertThat(record.content().headcount().due()).isGreaterThanOrEqualTo(15);
        assertThat(record.content().topic()).isEqualTo("讨论冬季清沟修渠");
        assertThat(record.onBehalf()).isFalse();
        String page = page("cunzhishu", address);
        assertThat(page).contains("讨论冬季清沟修渠", record.numberLabel(), "手写记录", "主持人签名").doesNotContain("代为登记");
    }

    @Test
    @DisplayName("补哪一期认不出来、或者不是整月整季：打开时就说，送来的不收")
    void anUnreadablePeriodIsSaid() throws Exception {
        for (var said : List.of("上个月", "2026-10-01~2026-10-20", "2026-11-01~2026-10-01")) {
            var address = "/posts/" + post("cunzhishu", BRANCH).post() + "/records/new?kind=branch-assembly&unit=" + unit("cunzhishu", BRANCH).id() + "&makesUpFor=" + said;
            assertThat(page("cunzhishu", address)).contains("补开的时段“" + said + "”认不出来");
            Map<String, String> form = routine("补开");
            form.put("makesUpFor", said);
            MvcResult refused = post("cunzhishu", BRANCH, form);
            assertThat(refused.getResponse().getStatus()).isEqualTo(422);
            assertThat(text(refused)).contains("补开的时段“" + said + "”认不出来", "请在“补哪一期”里选一期");
        }
    }

    @Test
    @DisplayName("按两下只登记一次")
    void aDoubleClickIsOneRecord() throws Exception {
        Map<String, String> form = routine("按两下");
        assertThat(sent("cunzhishu", BRANCH, form)).isEqualTo(sent("cunzhishu", BRANCH, form));
    }

    @Test
    @DisplayName("实到多于应到、日期在将来、没写议题：原因一次说完，填过的都在")
    void everyReasonAtOnceAndNothingTypedIsLost() throws Exception {
        Map<String, String> form = routine("");
        form.put("present", "9999");
        form.put("day", "2026-12-24");
        form.put("place", "村部二楼");
        MvcResult result = post("cunzhishu", BRANCH, form);
        assertThat(result.getResponse().getStatus()).isEqualTo(422);
        assertThat(text(result)).contains("还没有到", "议题没有填", "多于应到", "value=\"9999\"", "村部二楼");
    }

    @Test
    @DisplayName("本县建档以前的日期：说明那时还没有这个单位")
    void aDayBeforeTheUnitIsRefused() throws Exception {
        Map<String, String> form = routine("旧事");
        form.put("day", "1949-10-01");
        assertThat(text(post("cunzhishu", BRANCH, form))).contains("还没有这个单位").doesNotContain("应到人数没有填");
        form.put("due", "5");
        assertThat(text(post("cunzhishu", BRANCH, form))).contains("还没有这个单位");
    }

    @Test
    @DisplayName("到会不足半数：讲明要几人，情况属实的仍能登记")
    void tooFewPresentWarnsAndMayStand() throws Exception {
        Map<String, String> form = routine("人没到齐");
        form.put("present", "1");
        MvcResult warned = post("cunzhishu", BRANCH, form);
        assertThat(warned.getResponse().getStatus()).isEqualTo(422);
        assertThat(text(warned)).contains("半数以上", "仍然登记", "第十一条");
        form.put("heeded", "yes");
        assertThat(record("cunzhishu", sent("cunzhishu", BRANCH, form)).content().headcount().present()).isEqualTo(1);
    }

    @Test
    @DisplayName("合并以前的记录，由合并后的村更正，邻村不能")
    void aMergedVillageCorrectsWhatItsPredecessorsNoted() throws Exception {
        var scope = people.scopeOf("hecun");
        Unit old = branchBeforeTheMerger(scope);
        NotedRecord record = meetingOf(scope, old);
        assertThat(page("hecun", "/records")).contains(old.shortName());
        assertThat(page("hecun", "/records/" + record.subject())).contains("更正").doesNotContain("代为登记");
        HeldPost post = scope.posts().getFirst();
        String address = "/posts/" + post.post() + "/records/" + record.subject() + "/correction";
        var form = fields(page("hecun", address));
        form.put("topic", "更正：商量合并的事");
        form.put("reason", "议题写错");
        form.put("heeded", "yes");
        assertThat(send("hecun", address, form)).isEqualTo(302);
        assertThat(records.find(scope, record.subject()).orElseThrow().content().topic()).isEqualTo("更正：商量合并的事");
        assertThat(page("hecun", "/records/" + record.subject())).doesNotContain("代为登记");
        HeldPost other = people.scopeOf("cunzhishu").posts().getFirst();
        web.perform(get("/posts/" + other.post() + "/records/" + record.subject() + "/correction").with(as("cunzhishu")))
                .andExpect(status().is4xxClientError());
    }

    @Test
    @DisplayName("合并补登得晚，那以后还记在老村名下的：合并后的村能更正，不只能撤回；日期不能从合并以前改到合并以后")
    void whatStandsUnderAVillageThatWasGoneCanBePutRight() throws Exception {
        var scope = people.scopeOf("hecun");
        NotedRecord earlier = meetingOf(scope, branchBeforeTheMerger(scope));
        HeldPost post = scope.posts().getFirst();
        var noted = (Performed.Done) noting.note(scope.under(post.post()), UUID.randomUUID(), later(earlier.content(), LocalDate.of(2026, 3, 20)));
        UUID subject = subject(noted.result());

        String address = "/posts/" + post.post() + "/records/" + subject + "/correction";
        assertThat(page("hecun", address + "/preview?day=2026-03-20")).doesNotContain("撤销");
        var form = fields(page("hecun", address));
        form.put("topic", "更正：商量春耕");
        form.put("reason", "议题写错");
        form.put("heeded", "yes");
        assertThat(send("hecun", address, form)).isEqualTo(302);
        assertThat(records.find(scope, subject).orElseThrow().content().topic()).isEqualTo("更正：商量春耕");

        var withdrawal = fields(page("hecun", address));
        withdrawal.put("withdrawn", "yes");
        withdrawal.put("reason", "重复登记");
        assertThat(send("hecun", address, withdrawal)).isEqualTo(302);
        assertThat(page("hecun", "/records/" + subject)).contains("已撤回", "撤回，原因：重复登记", "原因：议题写错");

        String past = "/posts/" + post.post() + "/records/" + earlier.subject() + "/correction";
        var moved = fields(page("hecun", past));
        moved.put("day", "2026-03-21");
        moved.put("reason", "日期写错");
        assertThat(send("hecun", past, moved)).isEqualTo(422);
    }

    private Unit branchBeforeTheMerger(Scope scope) {
        return organisations.asOf(scope, AsOf.on(LocalDate.of(2026, 2, 9))).unit(DemoCounty.MERGED.getFirst() + "Z1").orElseThrow();
    }

    private NotedRecord meetingOf(Scope scope, Unit branch) {
        return records.ofUnits(scope, Set.of(branch.id())).stream()
                .filter(one -> one.content().day().getYear() == 2026 && one.content().headcount() != null).findFirst().orElseThrow();
    }

    private int send(String login, String address, Map<String, String> form) throws Exception {
        var request = MockMvcRequestBuilders.post(address).with(as(login)).with(csrf());
        form.forEach(request::param);
        return web.perform(request).andReturn().getResponse().getStatus();
    }

    private static RecordContent later(RecordContent content, LocalDate day) {
        return new RecordContent(content.kind(), content.unit(), content.body(), day, content.place(), content.chair(), content.chairPosts(),
                content.ledBy(), content.recorder(), content.headcount(), content.topic(), content.topics(), content.decisions(), content.present(),
                content.makesUpFor(), content.hours());
    }

    @Test
    @DisplayName("镇里代为登记，村里看得到、能更正，也能提异议")
    void theTownshipEntersAndTheVillageCorrects() throws Exception {
        Map<String, String> form = opened("zuzhiweiyuan", BRANCH, "theme-day");
        form.put("present", "16");
        form.put("topic", "义务植树");
        String address = sent("zuzhiweiyuan", BRANCH, form);
        assertThat(page("cunzhishu", address)).contains("代为登记", "提出异议");
        UUID subject = subject(address);
        web.perform(MockMvcRequestBuilders
                        .post("/posts/{post}/records/{subject}/disputes", post("cunzhishu", BRANCH).post(), subject)
                        .with(as("cunzhishu")).with(csrf()).param("key", UUID.randomUUID().toString()).param("words", "那天只来了十五人"))
                .andExpect(status().is3xxRedirection());
        assertThat(page("zuzhiweiyuan", address)).contains("那天只来了十五人", "答复");
        Map<String, String> correction = openedCorrection("cunzhishu", BRANCH, subject);
        correction.put("present", "15");
        correction.put("reason", "人数填错");
        sentCorrection("cunzhishu", BRANCH, subject, correction, 302);
        NotedRecord now = record("cunzhishu", address);
        assertThat(now.content().headcount().present()).isEqualTo(15);
        assertThat(now.onBehalf()).isFalse();
        assertThat(records.versions(people.scopeOf("cunzhishu"), subject)).hasSize(2);
        assertThat(page("cunzhishu", address)).contains("更正前", "实到 16 人", "人数填错");
    }

    @Test
    @DisplayName("两人同时更正：后一位看到两份，都不丢，再提交一次就成")
    void twoCorrectionsStandSideBySide() throws Exception {
        String address = sent("cunzhishu", BRANCH, routine("两人更正"));
        UUID subject = subject(address);
        Map<String, String> first = openedCorrection("cunzhishu", BRANCH, subject);
        Map<String, String> second = openedCorrection("zuzhiweiyuan", BRANCH, subject);
        first.put("present", "13");
        first.put("reason", "甲改");
        sentCorrection("cunzhishu", BRANCH, subject, first, 302);
        second.put("present", "12");
        second.put("reason", "乙改");
        String both = sentCorrection("zuzhiweiyuan", BRANCH, subject, second, 409);
        assertThat(both).contains("实到 13 人", "甲改", "value=\"12\"", "乙改");
        Map<String, String> again = fields(both);
        again.put("present", "12");
        again.put("reason", "乙改");
        sentCorrection("zuzhiweiyuan", BRANCH, subject, again, 302);
        assertThat(record("cunzhishu", address).content().headcount().present()).isEqualTo(12);
    }

    @Test
    @DisplayName("别的村、无关的部门都看不到，直接问数据库也看不到")
    void othersSeeNothing() throws Exception {
        String address = sent("cunzhishu", BRANCH, routine("外人看不到"));
        for (String stranger : new String[] {"hecun", "caizheng", "shequ", "jianfu"}) {
            web.perform(get(address).with(as(stranger))).andExpect(status().isNotFound());
            long rows = transactions.reading(people.scopeOf(stranger), sql -> sql
                    .sql("select count(*) from noted_record where subject = ?").param(subject(address)).query(Long.class).single());
            assertThat(rows).as(stranger).isZero();
        }
        web.perform(get(address).with(as("zhenshuji"))).andExpect(status().isOk());
    }

    @Test
    @DisplayName("不能在别人的岗位下登记，也不能替别的村登记")
    void nobodyActsUnderAnothersPost() throws Exception {
        HeldPost mine = post("cunzhishu", BRANCH);
        web.perform(get("/posts/{post}/records/new", mine.post()).with(as("caizheng"))).andExpect(status().isForbidden());
        Unit other = organisations.asOf(people.scopeOf("shequ")).unit("539900100001Z1").orElseThrow();
        web.perform(get("/posts/{post}/records/new", mine.post()).param("unit", other.id().toString()).with(as("cunzhishu")))
                .andExpect(status().isForbidden());
    }

    @Test
    @DisplayName("五人支部没有支委会可开，也就登记不了支委会")
    void aSmallBranchHasNoCommitteeToMeet() throws Exception {
        HeldPost post = post("wuren", "539900100201H1Z1");
        String kinds = text(web.perform(get("/posts/{post}/records/new", post.post()).with(as("wuren"))).andReturn());
        assertThat(kinds).contains("支部党员大会", "主题党日", "谈心谈话").doesNotContain("支部委员会会议");
    }

    @Test
    @DisplayName("谈心谈话只有日期，没有可写内容的地方")
    void aTalkKeepsOnlyItsDay() throws Exception {
        Map<String, String> form = opened("cunzhishu", BRANCH, "heart-talk");
        assertThat(form).doesNotContainKeys("topic", "place", "present");
        form.put("topic", "不该留下的话");
        NotedRecord record = record("cunzhishu", sent("cunzhishu", BRANCH, form));
        assertThat(record.content().topic()).isEmpty();
    }

    @Test
    @DisplayName("记录页是一页 A4，有编号、手写处和签名处")
    void thePageOpensInWord() throws Exception {
        String address = sent("cunzhishu", BRANCH, routine("打印"));
        byte[] file = web.perform(get(address + "/page.docx").with(as("cunzhishu"))).andExpect(status().isOk())
                .andReturn().getResponse().getContentAsByteArray();
        java.nio.file.Files.createDirectories(java.nio.file.Path.of("target/looked-at"));
        java.nio.file.Files.write(java.nio.file.Path.of("target/looked-at/record-page.docx"), file);
        try (var word = new XWPFDocument(new ByteArrayInputStream(file))) {
            assertThat(word.getParagraphs().getFirst().getText()).isEqualTo("支部党员大会记录页");
            assertThat(word.getTables().getFirst().getText()).contains("打印", "手写", "主持人");
        }
    }

    @Test
    @DisplayName("附件按内容认：改了扩展名的程序收不下，文本收得下并原样取回")
    void attachmentsAreToldByTheirContent() throws Exception {
        String address = sent("cunzhishu", BRANCH, routine("附件"));
        var post = post("cunzhishu", BRANCH).post();
        String to = "/posts/" + post + address + "/attachments";
        var program = new MockMultipartFile("file", "签到.pdf", "application/pdf", new byte[] {0x4d, 0x5a, 0, 0});
        assertThat(text(web.perform(multipart(to).file(program).param("key", UUID.randomUUID().toString()).with(as("cunzhishu")).with(csrf())).andReturn()))
                .contains("不是 PDF");
        var note = new MockMultipartFile("file", "说明.txt", "text/html", "会议说明".getBytes(StandardCharsets.UTF_8));
        web.perform(multipart(to).file(note).param("key", UUID.randomUUID().toString()).with(as("cunzhishu")).with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(page("cunzhishu", address)).contains("说明.txt");
        assertThat(attached(to, "通知.txt", "机密★1年\n关于会议的通知".getBytes(StandardCharsets.UTF_8))).contains("涉密或者编有份号的文件不得进入本平台");
        assertThat(attached(to, "台账.xlsx", zip("xl/workbook.xml", "<x/>", "xl/sharedStrings.xml", "<sst><si><t>密级：秘密</t></si></sst>"))).contains("涉密或者编有份号");
        assertThat(attached(to, "台账.xlsm", zip("xl/workbook.xml", "<x/>", "xl/vbaProject.bin", "x"))).contains("带有宏");
        assertThat(attached(to, "会议.docx", zip("program.exe", "x"))).contains("不是 PDF");
        assertThat(attached(to, "会议.txt", "<html><script>1</script></html>".getBytes(StandardCharsets.UTF_8))).contains("不是 PDF");
        assertThat(attached(to, "台账.xlsx", zip("xl/workbook.xml", "<x/>", "xl/sharedStrings.xml", "<sst><si><t>村名</t></si></sst>"))).isEmpty();
        assertThat(page("cunzhishu", address)).contains("台账.xlsx").doesNotContain("通知.txt", "台账.xlsm", "会议.docx");
    }

    /** What the page says to an upload; nothing when it was taken. */
    private String attached(String to, String name, byte[] content) throws Exception {
        var file = new MockMultipartFile("file", name, "application/octet-stream", content);
        return text(web.perform(multipart(to).file(file).param("key", UUID.randomUUID().toString()).with(as("cunzhishu")).with(csrf())).andReturn());
    }

    private static byte[] zip(String... namesAndContents) throws java.io.IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        try (var zip = new java.util.zip.ZipOutputStream(bytes)) {
            for (int place = 0; place < namesAndContents.length; place += 2) {
                zip.putNextEntry(new java.util.zip.ZipEntry(namesAndContents[place]));
                zip.write(namesAndContents[place + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    @Test
    @DisplayName("义务按日期取到已登记的，撤回的不算")
    void whatHappenedIsAskedByPeriod() throws Exception {
        String address = sent("cunzhishu", BRANCH, routine("取用"));
        UUID subject = subject(address);
        Scope scope = people.scopeOf("cunzhishu");
        LocalDate first = LocalDate.of(2026, 10, 1);
        assertThat(records.happened(scope, first, LocalDate.of(2026, 12, 31))).anyMatch(h -> h.record().equals(subject));
        assertThat(records.happened(scope, LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30))).noneMatch(h -> h.record().equals(subject));
        Map<String, String> withdrawal = openedCorrection("cunzhishu", BRANCH, subject);
        withdrawal.put("reason", "登记重了");
        withdrawal.put("withdrawn", "yes");
        sentCorrection("cunzhishu", BRANCH, subject, withdrawal, 302);
        assertThat(records.happened(scope, first, LocalDate.of(2026, 12, 31))).noneMatch(h -> h.record().equals(subject));
    }

    private Map<String, String> routine(String topic) throws Exception {
        Map<String, String> form = opened("cunzhishu", BRANCH, "branch-assembly");
        form.put("present", "14");
        form.put("topic", topic);
        return form;
    }

    private Map<String, String> opened(String login, String unit, String kind) throws Exception {
        HeldPost post = post(login, unit);
        return fields(text(web.perform(get("/posts/{post}/records/new", post.post()).param("kind", kind)
                .param("unit", unit(login, unit).id().toString()).with(as(login))).andExpect(status().isOk()).andReturn()));
    }

    private Map<String, String> openedCorrection(String login, String unit, UUID subject) throws Exception {
        return fields(text(web.perform(get("/posts/{post}/records/{subject}/correction", post(login, unit).post(), subject).with(as(login)))
                .andExpect(status().isOk()).andReturn()));
    }

    private static Map<String, String> fields(String page) {
        Map<String, String> fields = new TreeMap<>();
        var field = FIELD.matcher(page);
        while (field.find()) {
            if (!field.group().contains("checkbox")) {
                fields.putIfAbsent(field.group(1), field.group(2));
            }
        }
        var chosen = CHOSEN.matcher(page);
        while (chosen.find()) {
            fields.put(chosen.group(1), chosen.group(2));
        }
        fields.remove("_csrf");
        return fields;
    }

    private String sent(String login, String unit, Map<String, String> form) throws Exception {
        MvcResult result = post(login, unit, form);
        assertThat(result.getResponse().getStatus()).as(text(result)).isEqualTo(302);
        return result.getResponse().getRedirectedUrl();
    }

    private MvcResult post(String login, String unit, Map<String, String> form) throws Exception {
        var request = MockMvcRequestBuilders
                .post("/posts/{post}/records", post(login, unit).post()).with(as(login)).with(csrf());
        form.forEach(request::param);
        return web.perform(request).andReturn();
    }

    private String sentCorrection(String login, String unit, UUID subject, Map<String, String> form, int expected) throws Exception {
        var request = MockMvcRequestBuilders
                .post("/posts/{post}/records/{subject}/correction", post(login, unit).post(), subject).with(as(login)).with(csrf());
        form.forEach(request::param);
        MvcResult result = web.perform(request).andReturn();
        assertThat(result.getResponse().getStatus()).as(text(result)).isEqualTo(expected);
        return text(result);
    }

    private String page(String login, String address) throws Exception {
        return text(web.perform(get(address).with(as(login))).andExpect(status().isOk()).andReturn());
    }

    private NotedRecord record(String login, String address) {
        return records.find(people.scopeOf(login), subject(address)).orElseThrow();
    }

    private static UUID subject(String address) {
        return UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
    }

    private HeldPost post(String login, String unit) {
        Scope scope = people.scopeOf(login);
        return Authority.postFor(scope, List.of(unit(login, unit).id()), organisations.asOf(scope)).orElseThrow();
    }

    private Unit unit(String login, String code) {
        return organisations.asOf(people.scopeOf(login)).unit(code).orElseThrow();
    }

    private RequestPostProcessor as(String login) {
        var token = new TestingAuthenticationToken(people.signedIn(login), null, "USER");
        token.setAuthenticated(true);
        return authentication(token);
    }

    private static String text(MvcResult result) throws Exception {
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}

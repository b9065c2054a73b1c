package cn.yizhen.app.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import cn.yizhen.app.AppTest;
import cn.yizhen.app.DemoPeople;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.app.room.RoomEntered;
import cn.yizhen.app.room.Rooms;
import cn.yizhen.rules.meeting.Answer;
import cn.yizhen.rules.meeting.Attended;
import cn.yizhen.rules.meeting.Seat;
import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.UnitKind;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@AppTest
@DisplayName("会议")
class MeetingPagesTest {

    private static final String HOST = "caizheng";
    private static final Pattern SEAT = Pattern.compile("name=\"seat\" value=\"([^\"]+)\"");

    @Autowired MockMvc web;
    @Autowired DemoPeople people;
    @Autowired Organisations organisations;
    @Autowired Meetings meetings;
    @Autowired ConnectedSeats connected;
    @Autowired RoomWatch watch;
    @Autowired MeetingPapers papers;
    @Autowired Rooms rooms;
    @Autowired Ids ids;
    private String office;
    private UUID meeting;

    @BeforeEach
    void aMeetingOfTheFinanceBureauWithTheTownships() throws Exception {
        office = "/posts/" + people.scopeOf(HOST).posts().getFirst().post();
        var sent = as(HOST, post(office + "/meetings", plan()).param("groups", "townships"));
        assertThat(sent.getStatus()).as(sent.getContentAsString()).isEqualTo(302);
        meeting = UUID.fromString(sent.getRedirectedUrl().replaceAll(".*/", ""));
    }

    @Test
    @DisplayName("每个乡镇请一位副职，不请主要负责人；选了主要负责人，不写理由发不出通知")
    void headsOnlyWithAReason() throws Exception {
        var found = found();
        var organisation = organisations.asOf(people.scopeOf(HOST));
        assertThat(found.plan().seats()).hasSize(14).noneMatch(seat -> seat.heads(organisation));
        assertThat(as(HOST, told("三十号")).getContentAsString()).contains("value=\"三十号\"");
        var mayor = new Bearer.OfPost(organisation.posts(found.plan().seats().getFirst().unit(), "head").getFirst().id()).key();
        change(found, found.plan().seats().getFirst(), mayor, "");
        assertThat(page(HOST, "/meetings/" + meeting)).contains("是主要负责人，没有写为什么要本人参加");
        assertThat(as(HOST, told("云财发〔2026〕41号")).getStatus()).isEqualTo(422);
        change(found(), found().plan().seats().getFirst(), mayor, "要当场签责任书");
        assertThat(as(HOST, told("云财发〔2026〕42号")).getStatus()).isEqualTo(302);
    }

    @Test
    @DisplayName("通知发出以前，被请的单位看不到；发出以后看得到，应办里有回执")
    void nobodySeesADraft() throws Exception {
        assertThat(as("dangzhengban", get("/meetings/" + meeting)).getStatus()).isEqualTo(404);
        assertThat(as(HOST, told("云财发〔2026〕43号")).getStatus()).isEqualTo(302);
        assertThat(page("dangzhengban", "/meetings/" + meeting)).contains("回执：", "办公室代回", "Word 原件");
        assertThat(as("wenlv", get("/meetings/" + meeting)).getStatus()).isEqualTo(404);
        var paper = Pattern.compile("/papers/([^/]+)/issued.docx").matcher(page("dangzhengban", "/meetings/" + meeting));
        assertThat(paper.find()).isTrue();
        assertThat(as("dangzhengban", get(paper.group())).getStatus()).isEqualTo(200);
        assertThat(as("wenlv", get(paper.group())).getStatus()).isEqualTo(404);
    }

    @Test
    @DisplayName("一席委派两人、受委派的再委派、委派有席位的人：都退回，原因说全")
    void substitutes() throws Exception {
        as(HOST, told("云财发〔2026〕44号"));
        var seat = seatOf("dangzhengban");
        var organisation = organisations.asOf(people.scopeOf(HOST));
        var others = organisation.posts(seat.unit()).stream().filter(post -> !new Bearer.OfPost(post.id()).equals(seat.bearer()))
                .filter(post -> !organisation.holders(post.id()).isEmpty()).map(post -> post.id().toString()).toList();
        var two = as("dangzhengban", reply("dangzhengban", seat, "DELEGATES").param("substitute", others.get(0), others.get(1)));
        assertThat(two.getContentAsString()).contains("一席只能委派一人，选了2人");
        var own = as("dangzhengban", reply("dangzhengban", seat, "DELEGATES").param("substitute", ((Bearer.OfPost) seat.bearer()).post().toString()));
        assertThat(own.getContentAsString()).contains("就是本人");
        var office = people.scopeOf("dangzhengban").posts().getFirst().post();
        assertThat(as("dangzhengban", reply("dangzhengban", seat, "DELEGATES").param("substitute", office.toString())).getStatus()).isEqualTo(302);
        assertThat(found().reply(seat).orElseThrow().substitute()).isEqualTo(office);
        var again = as("dangzhengban", reply("dangzhengban", seat, "DELEGATES").param("substitute", others.get(1)));
        assertThat(again.getContentAsString()).contains("您是受委派参会的，不能再委派别人");
    }

    @Test
    @DisplayName("改期以后原来的回执还看得到，要重新回；只改地点的不用")
    void movedAfterReplies() throws Exception {
        as(HOST, told("云财发〔2026〕45号"));
        var seat = seatOf("dangzhengban");
        as("dangzhengban", reply("dangzhengban", seat, "IN_PERSON"));
        var elsewhere = edit(found()).param("place", "二楼会议室").param("reason", "");
        assertThat(as(HOST, elsewhere).getContentAsString()).contains("没有写为什么变更");
        assertThat(as(HOST, edit(found(), "place", "二楼会议室", "reason", "三楼停电")).getStatus()).isEqualTo(302);
        assertThat(found().reply(seat)).isPresent();
        assertThat(as(HOST, edit(found(), "day", "2026-12-09", "reason", "与人代会冲突")).getStatus()).isEqualTo(302);
        assertThat(found().reply(seat)).isEmpty();
        assertThat(page("dangzhengban", "/meetings/" + meeting)).contains("原来回的是：本人参加", "改为12月9日");
    }

    @Test
    @DisplayName("会议日期过了的，存草稿就退回，和别的毛病一次说全；改成以后的日期才存得下")
    void aDayThatIsPast() throws Exception {
        var wrong = as(HOST, edit(found(), "day", "2026-11-22", "title", "", "place", "", "minutes", "九十"));
        assertThat(wrong.getContentAsString()).contains("没有写会议名称", "没有写会议地点", "会议时长“九十”不是分钟数", "会议日期2026年11月22日已经过了", "在“记录”里登记");
        assertThat(as(HOST, edit(found(), "day", "2026-11-24")).getStatus()).isEqualTo(302);
        as(HOST, told("云财发〔2026〕49号"));
        assertThat(as(HOST, edit(found(), "day", "2026-11-20", "reason", "改期")).getContentAsString()).contains("会议日期2026年11月20日已经过了");
    }

    @Test
    @DisplayName("电话单：县委没有自己的办公室岗位，找县委办的；不找县委书记，也不打给自己的办公室")
    void thePhoneListNamesOffices() throws Exception {
        var organisation = organisations.asOf(people.scopeOf(HOST));
        var committee = organisation.units().stream().filter(unit -> unit.kind() == UnitKind.PARTY_COMMITTEE).findFirst().orElseThrow();
        as(HOST, edit(found(), "about", "安排意识形态工作"));
        as(HOST, edit(found(), "leader", "yes", "units", people.scopeOf(HOST).posts().getFirst().unit().toString()));
        assertThat(found().plan().seats()).anyMatch(seat -> seat.unit().equals(committee.id()));
        as(HOST, told("云财发〔2026〕50号"));
        var list = page(HOST, "/meetings/" + meeting).replaceAll("(?s).*一张电话单(.*?)</table>.*", "$1");
        assertThat(list).contains("<td>县委</td><td>县委办办公室主任").containsPattern("<td>0000-555\\d{4}</td>").doesNotContain("县委书记").doesNotContain("<td>县财政局</td>");
    }

    @Test
    @DisplayName("开会当天，没有回执的人和办会的人，从应办一下进会场")
    void inOneClickOnTheDay() throws Exception {
        as(HOST, edit(found(), "day", "2026-11-23", "video", "yes", "phone", "0000-5550100"));
        as(HOST, told("云财发〔2026〕51号"));
        assertThat(page(HOST, "/")).contains("<a class=\"go\" href=\"/rooms/" + meeting + "\">进入会场</a>");
    }

    @Test
    @DisplayName("乡镇办公室从应办一下进分会场大屏；屏幕接通了，没有回执的建议到会，请假的不算，没接通的写明")
    void aTownshipsScreen() throws Exception {
        as(HOST, edit(found(), "day", "2026-11-23", "video", "yes", "phone", "0000-5550100"));
        as(HOST, told("云财发〔2026〕52号"));
        assertThat(page("dangzhengban", "/")).contains("<a class=\"go\" href=\"/rooms/" + meeting + "/screen\">进入会场</a>");
        var seat = seatOf("dangzhengban");
        watch.entered(new RoomEntered(meeting, people.scopeOf("dangzhengban"), false));
        assertThat(attended(seat)).as("the office by itself is nobody's seat").contains("value=\"ABSENT\" selected");
        watch.entered(new RoomEntered(meeting, people.scopeOf("dangzhengban"), true));
        assertThat(attended(seat)).contains("分会场接通过", "value=\"PRESENT\" selected");
        assertThat(attended(found().plan().seats().getLast())).contains("会议室里没有接通", "value=\"ABSENT\" selected");
        as("dangzhengban", reply("dangzhengban", seat, "EXCUSED"));
        assertThat(attended(seat)).contains("value=\"ABSENT\" selected");
    }

    @Test
    @DisplayName("议程、会务电话只填一次：会场里就是计划里的，改了计划跟着改")
    void theRoomFollowsThePlan() throws Exception {
        as(HOST, edit(found(), "day", "2026-11-23", "video", "yes", "phone", "0000-5550100", "agenda", "通报 １０分钟\n部署 20分钟"));
        assertThat(found().plan().agenda()).extracting(MeetingPlan.Item::minutes).containsExactly(10, 20);
        as(HOST, told("云财发〔2026〕53号"));
        assertThat(rooms.find(people.scopeOf(HOST), meeting).orElseThrow().agenda()).containsExactly("通报", "部署");
        as(HOST, edit(found(), "phone", "0000-5550199", "agenda", "部署", "reason", "议程改了"));
        var room = rooms.find(people.scopeOf(HOST), meeting).orElseThrow();
        assertThat(room.phone()).isEqualTo("0000-5550199");
        assertThat(room.agenda()).containsExactly("部署");
    }

    @Test
    @DisplayName("要请而没有排上席位的，说出来是谁，不悄悄少了")
    void nobodyDisappearsWithoutAWord() throws Exception {
        var sent = as(HOST, edit(found(), "leader", "yes", "about", "谁也不分管的事"));
        assertThat(as(HOST, get(URI.create(sent.getRedirectedUrl()))).getContentAsString()).contains("没有排上席位：分管这件事的县领导");
        assertThat(page(HOST, "/meetings/" + meeting)).doesNotContain("没有排上席位");
    }

    @Test
    @DisplayName("取消以后不收回执、不写纪要，参会单位看得到为什么")
    void cancelled() throws Exception {
        as(HOST, told("云财发〔2026〕46号"));
        assertThat(as(HOST, post(office + "/meetings/" + meeting + "/cancellation", "base", base(), "reason", "改为发文布置")).getStatus()).isEqualTo(302);
        assertThat(page("dangzhengban", "/meetings/" + meeting)).contains("会议已经取消", "改为发文布置");
        assertThat(as("dangzhengban", reply("dangzhengban", seatOf("dangzhengban"), "IN_PERSON")).getContentAsString()).contains("会议已经取消");
        assertThat(as(HOST, minutes(found(), "〔2026〕第9次")).getContentAsString()).contains("没有纪要");
    }

    @Test
    @DisplayName("纪要成稿：到会照确认的记，会议室里看到的不留，记录有一条，再成稿退回，更正要写原因")
    void closedOnce() throws Exception {
        as(HOST, edit(found(), "day", "2026-11-23"));
        as(HOST, told("云财发〔2026〕47号"));
        var seat = seatOf("dangzhengban");
        as("dangzhengban", reply("dangzhengban", seat, "EXCUSED"));
        connected.connected(meeting, found().plan().seats().getFirst().key());
        assertThat(page(HOST, office + "/meetings/" + meeting + "/minutes")).contains("照会议室里看到的和回执填好");
        var sent = as(HOST, minutes(found(), "〔2026〕第7次").param("item-about", "年底前拨付到位", "").param("category", "GENERAL", "GENERAL"));
        assertThat(sent.getStatus()).as(sent.getContentAsString()).isEqualTo(302);
        assertThat(connected.remembers(meeting)).isFalse();
        var closed = found();
        var paper = papers.minutes(closed, closed.latest().orElseThrow().said(), closed.marks(), organisations.asOf(people.scopeOf(HOST)));
        assertThat(paper.particulars()).filteredOn(one -> one.label().equals("请假")).hasSize(1);
        assertThat(paper.particulars()).extracting(one -> one.label()).doesNotContain("缺席");
        var without = papers.minutes(closed, closed.latest().orElseThrow().said(), Map.of(), organisations.asOf(people.scopeOf(HOST)));
        assertThat(without.particulars()).as("whoever stayed away without a word asked for no leave").filteredOn(one -> one.label().equals("缺席")).hasSize(1);
        assertThat(closed.marks().values()).filteredOn(mark -> mark.attended() == Attended.PRESENT).hasSize(13);
        assertThat(closed.marks().get(seat.key()).attended()).isEqualTo(Attended.ABSENT);
        assertThat(page(HOST, "/records/" + closed.latest().orElseThrow().record())).contains("工作会议", "年底前拨付到位", "议定，没有投票", "应到 14 人");
        assertThat(page(HOST, "/meetings/" + meeting)).contains("年底前拨付到位", "由本单位自己办");
        assertThat(page("dangzhengban", "/meetings/" + meeting)).contains("年底前拨付到位").doesNotContain("代会（");
        var twice = as(HOST, minutes(found(), "〔2026〕第8次"));
        assertThat(twice.getContentAsString()).contains("纪要已经成稿，不能再成稿一次");
        var correction = minutes(found(), "〔2026〕第8次", "correction");
        assertThat(as(HOST, correction).getContentAsString()).contains("没有写更正的原因");
        assertThat(as(HOST, minutes(found(), "〔2026〕第8次", "correction").param("reason", "有一位没到").param("item-about", "年底前拨付到位")).getStatus()).isEqualTo(302);
        assertThat(found().minutes()).hasSize(2);
        assertThat(page(HOST, "/records/" + found().latest().orElseThrow().record())).contains("有一位没到");
    }

    @Test
    @DisplayName("票数多于到会的、两名计票人数得不一样、选举拿来计票：都退回，一次说全")
    void votesThatCannotBe() throws Exception {
        as(HOST, edit(found(), "day", "2026-11-23"));
        as(HOST, told("云财发〔2026〕48号"));
        var over = minutes(found(), "〔2026〕第6次").param("item-about", "调整预算").param("category", "MAJOR").param("in-favour", "15")
                .param("ballot", "POLL").param("ballot-about", "选举监事").param("options", "同意\n不同意").param("handed-out", "20").param("returned", "20")
                .param("invalid", "0").param("first", "12 8").param("second", "11 9");
        assertThat(as(HOST, over).getContentAsString()).contains("共 15 票，多于到会有表决权的 13 人", "不在平台上计票", "发出 20 张票，多于到会可以投票的 13 人", "两名计票人数得不一样");
    }

    @Test
    @DisplayName("座次表、签到表、席卡、讲话计时打得开，别的单位打不开")
    void prints() throws Exception {
        for (var print : List.of("seating.docx", "signatures.docx", "notice.docx", "cards", "clock")) {
            assertThat(as(HOST, get("/meetings/" + meeting + "/" + print)).getStatus()).as(print).isEqualTo(200);
            assertThat(as("wenlv", get("/meetings/" + meeting + "/" + print)).getStatus()).as(print).isEqualTo(404);
        }
        assertThat(page(HOST, "/meetings/" + meeting + "/clock")).contains("主要讲话一般不超过 60 分钟", "整治形式主义为基层减负若干规定");
    }

    @Test
    @DisplayName("里程表：看不懂的、没有的单位、不像路的，一行一行说；填好以后算得出少跑多少路")
    void distances() throws Exception {
        var keeper = "/posts/" + people.scopeOf("zuzhigu").posts().getFirst().post() + "/distances";
        var wrong = as("zuzhigu", post(keeper, "towards", "COUNTY", "lines", "青岚镇 三十 45\n没有乡 3 4\n白石镇 900 45"));
        assertThat(wrong.getContentAsString()).contains("第1行“青岚镇 三十 45”看不懂", "没有“没有乡”", "第3行：900.0 公里");
        assertThat(as("zuzhigu", post(keeper, "towards", "COUNTY", "lines", "青岚镇\t32公里\t45分钟\n白石镇 20.5 30")).getStatus()).isEqualTo(302);
        assertThat(page("cunzhishu", "/distances")).contains("20.5 公里 30 分钟", "由维护机构名册的岗位填写");
        as(HOST, edit(found(), "video", "yes", "phone", "0000-5550100"));
        assertThat(page(HOST, "/meetings/" + meeting)).contains("视频参会少跑");
    }

    @Test
    @DisplayName("从应办、从事项召集：名称、议题、会议种类已经填好")
    void fromADutyOrAMatter() throws Exception {
        var desk = page("zhenshuji", "/");
        var why = Pattern.compile("/posts/([0-9a-f-]+)/duties/(party-committee[^\"]*|ideology-study[^\"]*)\"").matcher(desk);
        assertThat(why.find()).isTrue();
        var form = page("zhenshuji", "/posts/" + why.group(1) + "/meetings/new?from=duty:" + why.group(2));
        assertThat(form).contains("为这件事召集", "应办：");
        assertThat(as(HOST, get("/meetings/new?from=matter:nonsense")).getRedirectedUrl()).endsWith("/meetings/new?from=matter%3Anonsense");
    }

    private String[] plan() {
        return new String[] {"title", "全县财政资金拨付工作会", "about", "年底资金拨付", "kind", "work-meeting~" + people.scopeOf(HOST).posts().getFirst().unit() + "~",
            "day", "2026-12-03", "start", "09:00", "minutes", "90", "speech", "30", "place", "财政局三楼会议室", "venue", "TOWNSHIP"};
    }

    /** The row of a seat on the sheet of minutes. */
    private String attended(Seat seat) throws Exception {
        return page(HOST, office + "/meetings/" + meeting + "/minutes").replaceAll("(?s).*name=\"seat\" value=\"" + Pattern.quote(seat.key()) + "\"(.*?)</tr>.*", "$1");
    }

    private Meeting found() {
        return meetings.find(people.scopeOf(HOST), meeting).orElseThrow();
    }

    private Seat seatOf(String login) {
        var unit = people.scopeOf(login).posts().getFirst().unit();
        return found().plan().seats().stream().filter(seat -> seat.unit().equals(unit)).findFirst().orElseThrow();
    }

    private String base() {
        return meetings.latestAct(people.scopeOf(HOST), meeting).map(UUID::toString).orElse("");
    }

    private MockHttpServletRequestBuilder told(String number) {
        return post(office + "/meetings/" + meeting + "/notice", "base", base(), "number", number);
    }

    private MockHttpServletRequestBuilder reply(String login, Seat seat, String answer) throws Exception {
        var own = people.scopeOf(login).posts().getFirst().post();
        var page = page(login, "/meetings/" + meeting);
        var based = Pattern.compile("value=\"" + Pattern.quote(seat.key()) + "\">\\s*<input type=\"hidden\" name=\"base\" value=\"([^\"]+)\"").matcher(page);
        return post("/posts/" + own + "/meetings/" + meeting + "/replies", "seat", seat.key(), "answer", answer, "base", based.find() ? based.group(1) : latest(login, seat));
    }

    @Autowired Replies replies;

    private String latest(String login, Seat seat) {
        return replies.latestAct(people.scopeOf(login), found(), seat).map(UUID::toString).orElse("");
    }

    /** The plan's form as it stands, with some fields changed. */
    private MockHttpServletRequestBuilder edit(Meeting standing, String... changes) {
        var request = MockMvcRequestBuilders.post(office + "/meetings/" + meeting + "/plan").param("key", ids.next().toString()).param("base", base());
        var typed = PlanForm.of(standing.plan());
        for (int i = 0; i < changes.length; i += 2) {
            typed = typed.with(changes[i], changes[i + 1]);
        }
        typed.typed().forEach((field, values) -> request.param(field, values.toArray(String[]::new)));
        return request;
    }

    private void change(Meeting standing, Seat seat, String post, String ground) throws Exception {
        var typed = PlanForm.of(standing.plan()).typed();
        int place = typed.get("seat").indexOf(seat.key());
        typed.get("post").set(place, post);
        typed.get("ground").set(place, ground);
        var request = MockMvcRequestBuilders.post(office + "/meetings/" + meeting + "/plan").param("key", ids.next().toString()).param("base", base());
        typed.forEach((field, values) -> request.param(field, values.toArray(String[]::new)));
        var sent = as(HOST, request);
        assertThat(sent.getStatus()).as(sent.getContentAsString()).isEqualTo(302);
    }

    private MockHttpServletRequestBuilder minutes(Meeting standing, String number) {
        return minutes(standing, number, "minutes");
    }

    private MockHttpServletRequestBuilder minutes(Meeting standing, String number, String what) {
        var request = post(office + "/meetings/" + meeting + "/" + what, "base", base(), "number", number, "date", "2026-11-23", "text", "会议通报了进度。");
        standing.plan().seats().forEach(seat -> {
            boolean leave = standing.reply(seat).filter(reply -> reply.answer() == Answer.EXCUSED).isPresent() || seat.equals(standing.plan().seats().getLast()) && standing.replies().isEmpty();
            request.param("seat", seat.key()).param("attended", leave ? "ABSENT" : "PRESENT").param("substitute", "");
        });
        return request;
    }

    private String page(String login, String address) throws Exception {
        return as(login, get(address)).getContentAsString();
    }

    private MockHttpServletRequestBuilder post(String address, String... fields) {
        var request = MockMvcRequestBuilders.post(address).param("key", ids.next().toString());
        for (int i = 0; i < fields.length; i += 2) {
            if (!fields[i + 1].isEmpty()) {
                request.param(fields[i], fields[i + 1]);
            }
        }
        return request;
    }

    private MockHttpServletResponse as(String login, MockHttpServletRequestBuilder request) throws Exception {
        var response = web.perform(request.with(authentication(new TestingAuthenticationToken(people.signedIn(login), "", "USER"))).with(csrf())).andReturn().getResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return response;
    }
}

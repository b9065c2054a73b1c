package cn.yizhen.app.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import cn.yizhen.app.AppTest;
import cn.yizhen.app.DemoPeople;
import cn.yizhen.app.access.Ids;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@AppTest
@DisplayName("办公室起草一份公文")
class PaperPagesTest {

    @Autowired MockMvc web;
    @Autowired DemoPeople people;
    @Autowired Ids ids;

    @Test
    @DisplayName("起草、检查、下载、登记印发；印发以后原样存档，不能再改，文号不能重用")
    void fromDraftToRegister() throws Exception {
        var address = drafted("caizheng", "number", "云财〔2026〕41号", "date", "2026-11-20", "text", "请于11月30日前将情况报送县财政局。");
        assertThat(page("caizheng", address)).contains("起草时检查", "要求下面报送", "云财〔2026〕41号", "下载 Word");
        var draft = as("caizheng", get(address + "/draft.docx"));
        assertThat(text(draft)).contains("关于报送情况的通知", "2026年11月20日");

        assertThat(as("caizheng", post(address + "/issue", "base", base(address))).getStatus()).isEqualTo(302);
        var issued = page("caizheng", address);
        assertThat(issued).contains("下载印发的 Word", "第").doesNotContain("存草稿并检查");
        var paper = address.replaceAll(".*/", "");
        assertThat(as("caizheng", get("/papers/" + paper + "/issued.docx")).getContentAsByteArray()).isEqualTo(draft.getContentAsByteArray());
        assertThat(page("caizheng", "/papers")).contains("云财〔2026〕41号", "2026年11月20日");

        assertThat(as("caizheng", post(address + "/issue")).getRedirectedUrl()).as("再登记一次，看到的是已经登记的").isEqualTo(address);
        var second = drafted("caizheng", "number", "云财〔2026〕41号", "date", "2026-11-20", "text", "另一件。");
        assertThat(page("caizheng", post(second + "/issue", "base", base(second)))).contains("已经登记过");
    }

    @Test
    @DisplayName("文号和日期写错的，登记时一次说全；别的单位看不到草稿")
    void whatIsMissing() throws Exception {
        var address = drafted("caizheng", "number", "云财[2026]07号", "date", "2026-11-30", "text", "正文。");
        assertThat(page("caizheng", post(address + "/issue", "base", base(address)))).contains("没有用六角括号", "成文日期还没有到");
        var elsewhere = address.replaceAll("/posts/[^/]+", "/posts/" + people.scopeOf("wenlv").posts().getFirst().post());
        assertThat(as("wenlv", get(elsewhere)).getStatus()).isEqualTo(404);
        assertThat(as("wenlv", get("/papers/" + address.replaceAll(".*/", "") + "/issued.docx")).getStatus()).isEqualTo(404);
    }

    @Test
    @DisplayName("篇幅按制度里的数：专项文件四千零一字提示超过，按综合性文件就没有超过")
    void length() throws Exception {
        var long4001 = "字".repeat(4000) + "。";
        assertThat(page("caizheng", drafted("caizheng", "text", long4001, "nature", "specific"))).contains("正文4001字，超过专项文件篇幅的4000字");
        assertThat(page("caizheng", drafted("caizheng", "text", long4001, "nature", "comprehensive"))).contains("5000").doesNotContain("超过综合性");
    }

    @Test
    @DisplayName("带密级的不能存，填的都在；没有标题也一样")
    void secrets() throws Exception {
        var refused = page("caizheng", post(posts("caizheng") + "/papers", "kind", "NOTICE", "title", "关于经费的通知", "text", "机密★1年\n经费如下。"));
        assertThat(refused).contains("还不能提交", "经费如下。", "关于经费的通知");
        assertThat(page("caizheng", post(posts("caizheng") + "/papers", "kind", "NOTICE", "text", "正文"))).contains("没有写标题");
    }

    @Test
    @DisplayName("两个人同时改：后存的看得到先存的，自己填的还在")
    void twoAtOnce() throws Exception {
        var address = drafted("caizheng", "text", "第一稿。");
        var seen = base(address);
        assertThat(as("caizheng", post(address + "/versions", "base", seen, "title", "标题", "text", "甲的第二稿。")).getStatus()).isEqualTo(302);
        assertThat(page("caizheng", post(address + "/versions", "base", seen, "title", "标题", "text", "乙的第二稿。"))).contains("别人存过这份草稿", "乙的第二稿。");
    }

    @Test
    @DisplayName("没有在这里登记的件数记一个数，记错了以后一次为准，与今年的放在一起比")
    void countsFromBefore() throws Exception {
        as("fagui", post(posts("fagui") + "/papers/elsewhere", "year", "2025", "documents", "88", "basis", "收发文登记簿"));
        as("fagui", post(posts("fagui") + "/papers/elsewhere", "year", "2025", "documents", "86", "basis", "收发文登记簿，重数"));
        assertThat(page("fagui", "/papers")).contains("上年全年 <b class=\"num\">86</b> 件");
        assertThat(page("fagui", post(posts("fagui") + "/papers/elsewhere", "year", "2025", "documents", "-3", "basis", "x"))).contains("不像是发文件数");
    }

    @Test
    @DisplayName("通报、点名批评的，没有签批不能登记印发，缺什么一次说全；照纸面登记了签批就印发，签批一起存着")
    void circularsNeedSignOff() throws Exception {
        var circular = drafted("caizheng", "kind", "CIRCULAR", "number", "云财〔2026〕61号", "date", "2026-11-20", "text", "青岚镇进度滞后。松溪镇排名第一名。");
        assertThat(page("caizheng", post(circular + "/issue", "base", base(circular))))
                .contains("通报没有签批", "点名表扬或者批评没有签批：“青岚镇进度滞后”", "给单位或者个人排了先后", "签批领导");
        var plain = drafted("caizheng", "number", "云财〔2026〕62号", "date", "2026-11-20", "text", "各乡镇按时完成。青岚镇完成三个村。");
        assertThat(page("caizheng", plain)).as("只说事的不要签批").doesNotContain("签批领导");

        var naming = drafted("caizheng", "number", "云财〔2026〕63号", "date", "2026-11-20", "text", "青岚镇进度滞后。");
        assertThat(page("caizheng", post(naming + "/issue", "base", base(naming), "signed-by", "常务副县长", "signed-on", "2026-11-21")))
                .contains("没有写签批领导或者签批意见", "签批日期晚于成文日期", "value=\"常务副县长\"");
        assertThat(as("caizheng", post(naming + "/issue", "base", base(naming), "signed-by", "常务副县长", "signed-on", "2026-11-19", "signed-words", "同意印发"))
                .getStatus()).isEqualTo(302);
        assertThat(page("caizheng", naming)).contains("常务副县长2026年11月19日签批：“同意印发”");
    }

    @Test
    @DisplayName("村里的岗位不制发公文")
    void villagesIssueNone() throws Exception {
        assertThat(page("cunzhishu", "/papers")).contains("您现在的岗位不制发公文");
    }

    private String drafted(String login, String... words) throws Exception {
        var request = post(posts(login) + "/papers", "kind", words.length > 1 && words[0].equals("kind") ? words[1] : "NOTICE", "title", "关于报送情况的通知", "mark", "云岭县财政局文件", "signed", "云岭县财政局");
        for (int i = words[0].equals("kind") ? 2 : 0; i < words.length; i += 2) {
            request.param(words[i], words[i + 1]);
        }
        var response = as(login, request);
        assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(302);
        return String.valueOf(response.getRedirectedUrl());
    }

    private String base(String address) throws Exception {
        var page = page("caizheng", address);
        var found = Pattern.compile("name=\"base\" value=\"([^\"]+)\"").matcher(page);
        return found.find() ? found.group(1) : "";
    }

    private String posts(String login) {
        return "/posts/" + people.scopeOf(login).posts().getFirst().post();
    }

    private String page(String login, String address) throws Exception {
        return page(login, get(address));
    }

    private String page(String login, MockHttpServletRequestBuilder request) throws Exception {
        return as(login, request).getContentAsString();
    }

    private MockHttpServletResponse as(String login, MockHttpServletRequestBuilder request) throws Exception {
        var token = UsernamePasswordAuthenticationToken.authenticated(people.signedIn(login), null, List.of());
        var response = web.perform(request.with(authentication(token)).with(csrf())).andReturn().getResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return response;
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

    private static String text(MockHttpServletResponse response) throws Exception {
        try (var word = new XWPFDocument(new ByteArrayInputStream(response.getContentAsByteArray()))) {
            return String.join("\n", word.getParagraphs().stream().map(p -> p.getText()).toList());
        }
    }
}

package cn.yizhen.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.yizhen.app.document.Column;
import cn.yizhen.app.document.Document;
import cn.yizhen.app.document.Excel;
import cn.yizhen.app.document.Page;
import cn.yizhen.app.document.Paragraph;
import cn.yizhen.app.document.Role;
import cn.yizhen.app.document.Row;
import cn.yizhen.app.document.Section;
import cn.yizhen.app.document.StyleSheet;
import cn.yizhen.app.document.Table;
import cn.yizhen.app.document.Word;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whoever keeps the organisation, at a desk: a roster brought in, a leader changed, a notice read. */
class OrganisationTest extends Journey {

    @Override
    protected int width() {
        return 1200;
    }

    @BeforeEach
    void enter() {
        enterAs("组织部组织股股长");
    }

    @Test
    @DisplayName("导入名册：有错的退回并写明哪一格；改好再传，核对后确认，从截至那天起改名")
    void bringsInARoster() {
        page.navigate("/organisation");
        link("导入机构名册").click();
        upload("名册.xlsx", Excel.MEDIA_TYPE, roster("星球"));
        assertThat(page.locator("main")).containsText("这份文件还不能导入");
        assertThat(page.locator("main")).containsText("“单位”表 D2");
        picture("roster-faulty");
        var returned = page.waitForDownload(() -> link("下载标注了原因的文件").click());
        org.assertj.core.api.Assertions.assertThat(returned.suggestedFilename()).contains("已标注");
        page.navigate("/organisation/import");
        upload("名册.xlsx", Excel.MEDIA_TYPE, roster("乡镇"));
        assertThat(page.locator("main")).containsText("改名，原名“北坡乡”");
        picture("roster-preview");
        button("确认导入").click();
        page.waitForURL("**/organisation?on=*");
        assertThat(page.locator("main")).containsText("北坡镇");
    }

    @Test
    @DisplayName("换镇党委书记：一次任免，当天就有清单，分工都在；清单打印一页")
    void changesALeader() {
        page.navigate("/organisation?q=松溪镇");
        page.locator("main .rows a").first().click();
        page.locator("tr", new com.microsoft.playwright.Page.LocatorOptions().setHasText("党委书记")).first().locator("a", new Locator.LocatorOptions().setHasText("任免")).click();
        picture("appointment");
        page.locator("#name").fill("闻松");
        page.locator("#paper").fill("云委干〔2026〕31号");
        button("确认任免").click();
        page.waitForURL("**/handover?on=*");
        assertThat(page.locator("h1")).containsText("闻松");
        assertThat(page.locator("main")).containsText("包联");
        picture("handover");
        page.pdf(new com.microsoft.playwright.Page.PdfOptions().setPath(Path.of("target/pictures/handover.pdf")).setFormat("A4"));
        page.navigate("/organisation/changes");
        assertThat(page.locator("main")).containsText("云委干〔2026〕31号");
    }

    @Test
    @DisplayName("读入分工通知：每一行指着原文，确认以后写进分工表")
    void readsANotice() {
        page.navigate("/responsibilities");
        link("读入分工通知").click();
        upload("分工通知.docx", Word.MEDIA_TYPE, notice());
        assertThat(page.locator("mark").first()).containsText("数字经济");
        page.locator("select[name^=post-]").first().selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(3));
        picture("notice-preview");
        button("确认写入分工表").click();
        page.waitForURL("**/responsibilities/posts/*?on=*");
        page.navigate("/organisation/changes");
        assertThat(page.locator("main")).containsText("云政办发〔2026〕78号");
    }

    private static byte[] roster(String kind) {
        var sections = List.of(sheet("封面", "截至日期|依据文件", "2026-11-01|民政部门批复"),
                sheet("单位", "单位编码|单位名称|简称|单位类别|上级单位编码", "539900204|北坡镇|北坡镇|" + kind + "|539900"),
                sheet("领导", "岗位编码|所在单位编码|职务|姓名"), sheet("村社区", "单位编码|名称|类别|所属乡镇编码"));
        return Excel.write(new Document("名册", StyleSheet.TABLES, sections));
    }

    private static Section sheet(String name, String header, String... rows) {
        var columns = Stream.of(header.split("\\|")).map(heading -> Column.of(heading, 1)).toList();
        return Section.of(name, Page.A4_LANDSCAPE, Table.of(columns, Stream.of(rows).map(row -> Row.of(row.split("\\|", columns.size()))).toList()));
    }

    private static byte[] notice() {
        return Word.write(Document.of("通知", StyleSheet.TABLES, Section.of("通知", Page.A4,
                Paragraph.of(Role.TITLE, "关于调整县政府领导分工的通知"), Paragraph.of(Role.BODY, "云政办发〔2026〕78号"),
                Paragraph.of(Role.BODY, "闻岚同志（副县长）：负责数字经济工作，分管县统计局。包联北坡乡。"), Paragraph.of(Role.SIGNATURE, "2026年11月10日"))));
    }

    private void upload(String name, String type, byte[] bytes) {
        page.locator("#file").setInputFiles(new FilePayload(name, type, bytes));
        page.locator("main form button").click();
        page.waitForURL(address -> address.matches(".*/(uploads|notices)/[0-9a-f-]{36}$"));
    }

    private Locator link(String words) {
        return page.locator("main a", new com.microsoft.playwright.Page.LocatorOptions().setHasText(words)).first();
    }

    private Locator button(String words) {
        return page.locator("main button", new com.microsoft.playwright.Page.LocatorOptions().setHasText(words)).first();
    }
}

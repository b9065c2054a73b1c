package cn.yizhen.app.document.formal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.app.document.Role;
import cn.yizhen.app.document.Standard;
import cn.yizhen.app.document.Word;
import cn.yizhen.app.document.formal.FormalDocument.Closing;
import cn.yizhen.app.document.formal.FormalDocument.Head;
import cn.yizhen.app.document.formal.FormalDocument.Imprint;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("公文的版式")
class FormalLayoutTest {

    private static final FormalDocument NOTICE = Papers.notice("正文。");

    @Test
    @DisplayName("A4，天头 37、订口 28，版心 156×225 毫米，每面 22 行的行网格")
    void page() {
        assertThat(Papers.body(NOTICE)).contains("<w:pgSz w:w=\"11906\" w:h=\"16838\"/>", "w:top=\"2098\"", "w:left=\"1587\"", "w:right=\"1474\"",
                "w:bottom=\"1984\"", "<w:docGrid w:type=\"lines\" w:linePitch=\"579\"/>");
        assertThat(22 * Standard.LEADING.points()).isLessThanOrEqualTo(Standard.TYPE_HEIGHT.points());
        assertThat(28 * (Standard.SIZE_3.points() + Standard.TRACKING.points())).isBetween(Standard.TYPE_WIDTH.points() - 2, Standard.TYPE_WIDTH.points());
    }

    @Test
    @DisplayName("标题小标宋 2 号，正文仿宋 3 号固定行距，字体写在东亚属性里并有代替的字体")
    void type() {
        var styles = Papers.parts(NOTICE).get("word/styles.xml");
        assertThat(style(styles, Role.TITLE)).contains("w:eastAsia=\"方正小标宋简体\"", "<w:sz w:val=\"44\"/>");
        assertThat(style(styles, Role.BODY)).contains("w:eastAsia=\"仿宋_GB2312\"", "<w:sz w:val=\"32\"/>", "w:line=\"579\" w:lineRule=\"exact\"",
                "w:firstLineChars=\"200\"", "<w:overflowPunct w:val=\"1\"/>", "<w:spacing w:val=\"-5\"/>");
        assertThat(style(styles, Role.HEADING_1)).contains("黑体");
        assertThat(style(styles, Role.HEADING_2)).contains("楷体_GB2312");
        assertThat(style(styles, Role.HEADING_3)).contains("仿宋_GB2312");
        assertThat(style(styles, Role.MARK)).contains("<w:color w:val=\"FF0000\"/>");
        assertThat(Papers.parts(NOTICE).get("word/fontTable.xml")).contains("<w:altName w:val=\"仿宋,FangSong");
    }

    private static String style(String styles, Role role) {
        int from = styles.indexOf("w:styleId=\"Yz" + role.name().replace("_", "") + "\"");
        return styles.substring(from, styles.indexOf("</w:style>", from));
    }

    @Test
    @DisplayName("页码奇数页居右、偶数页居左，各空一字，域首尾齐全，数字用宋体")
    void pageNumbers() {
        var parts = Papers.parts(NOTICE);
        var odd = parts.get("word/footer2default.xml");
        var even = parts.get("word/footer2even.xml");
        assertThat(odd).contains("w:right=\"280\"", "<w:jc w:val=\"right\"/>").containsSubsequence("— ", "begin", " PAGE ", "separate", "end", " —");
        assertThat(even).contains("w:left=\"280\"", "<w:jc w:val=\"left\"/>").containsSubsequence("begin", " PAGE ", "separate", "end");
        assertThat(parts.get("word/settings.xml")).contains("<w:evenAndOddHeaders/>");
        assertThat(style(parts.get("word/styles.xml"), Role.FOOTER)).contains("w:ascii=\"宋体\"", "<w:sz w:val=\"28\"/>");
    }

    @ParameterizedTest
    @EnumSource(FormalKind.class)
    @DisplayName("每个文种都写得出，打得开，写明它必写的内容")
    void everyKindOpens(FormalKind kind) throws Exception {
        try (var word = new XWPFDocument(new ByteArrayInputStream(Word.write(FormalLayout.of(Papers.of(kind)))))) {
            var text = word.getParagraphs().stream().map(p -> p.getText()).toList();
            assertThat(text).anyMatch(line -> line.contains("关于灌渠的" + kind.chinese())).contains("县人民政府：");
            kind.particulars().forEach(label -> assertThat(text).anyMatch(line -> line.startsWith(label + "：" + label)));
        }
    }

    @Test
    @DisplayName("联合行文：机关名称分行、分散对齐，主办的在前，“文件”在右侧居中；署名按顺序，日期在下；信函只用主办机关标志")
    void severalOffices() {
        var together = FormalDocument.of(FormalKind.NOTICE, FormalDocument.Head.of("中共云岭县委办公室、云岭县人民政府办公室文件", "云办发〔2026〕3号"), "关于修渠的通知",
                FormalText.of("一、修渠。")).closed(new FormalDocument.Closing("中共云岭县委办公室、云岭县人民政府办公室", LocalDate.of(2026, 11, 23), true, ""));
        var body = Papers.body(together);
        assertThat(body).containsSubsequence("<w:jc w:val=\"distribute\"/>", ">中共云岭县委办公室<", "<w:vMerge w:val=\"restart\"/>", ">文件<", ">云岭县人民政府办公室<",
                "云办发〔2026〕3号", "中共云岭县委办公室　　云岭县人民政府办公室", "2026年11月23日");
        assertThat(body).doesNotContain("办公室、云岭县");
        assertThat(Papers.body(together.closed(new FormalDocument.Closing("中共云岭县委办公室、云岭县人民政府办公室、云岭县农业农村局", LocalDate.of(2026, 11, 23), true, ""))))
                .as("一行放不下的署名整个移到下一行，不从中间断开").containsSubsequence("中共云岭县委办公室　　云岭县人民政府办公室<", ">云岭县农业农村局<");
        var letter = FormalDocument.of(FormalKind.LETTER, FormalDocument.Head.of("云岭县水利局、云岭县财政局", "云水函〔2026〕3号"), "关于修渠的函", FormalText.of("请予支持。"));
        assertThat(Papers.body(letter)).contains(">云岭县水利局<").doesNotContain("云岭县财政局<");
    }

    @Test
    @DisplayName("附件另起一页，页码接着正文，不从头编")
    void annexesCarryOnTheNumbers() {
        var with = FormalDocument.of(FormalKind.NOTICE, FormalDocument.Head.of("云岭县水利局文件", "云水〔2026〕9号"), "关于修渠的通知", FormalText.of("一、修渠。"))
                .attaching(List.of("工程表"), new FormalDocument.Annex("工程表", List.of(), false));
        assertThat(Papers.body(with)).contains("附件").doesNotContain("w:pgNumType");
    }

    @Test
    @DisplayName("发文字号居中，下有红线；上行文的发文字号居左，签发人居右、姓名用楷体")
    void numberAndSigners() {
        assertThat(Papers.body(NOTICE)).containsSubsequence("<w:pBdr><w:bottom", "w:color=\"FF0000\"", "<w:jc w:val=\"center\"/>", "云办发〔2026〕1号");
        assertThat(Papers.body(Papers.of(FormalKind.REQUEST)))
                .containsSubsequence("<w:tab w:val=\"right\"", "云水〔2026〕7号", "<w:tab/>", "签发人：", "楷体_GB2312", "王大山");
        assertThat(Papers.body(Papers.of(FormalKind.NOTICE))).doesNotContain("签发人");
    }

    @Test
    @DisplayName("三名签发人排两行，发文字号与末行同行")
    void manySigners() {
        var three = FormalDocument.of(FormalKind.REPORT, new Head("云岭县水利局文件", "云水〔2026〕7号", "", List.of("王大山", "李小河", "赵青")), "报告", FormalText.of("文"));
        assertThat(Papers.body(three)).containsSubsequence("签发人：", "王大山", "李小河", "云水〔2026〕7号", "赵青");
    }

    @Test
    @DisplayName("成文日期用阿拉伯数字不编虚位；署名居中于日期之上，日期右空四字；不盖章的日期比署名右移二字")
    void signature() {
        var body = Papers.body(NOTICE);
        double axis = 4 * 15.75 + Widths.points("2026年1月5日") / 2;
        assertThat(body).as("两行居中在同一条轴上，轴是右空四字的日期的中间").contains("2026年1月5日").contains("w:left=\"" + Math.round((Standard.TYPE_WIDTH.points() - 2 * axis) * 20) + "\"");
        var bare = FormalDocument.of(FormalKind.NOTICE, NOTICE.head(), "通知", FormalText.of("文"))
                .closed(new FormalDocument.Closing("县水利局办公室", Papers.DAY, false, ""));
        double shift = (Widths.points("县水利局办公室") - Widths.points("2026年1月5日")) - 2 * 15.75;
        assertThat(Papers.body(bare)).contains("w:right=\"" + Math.round((2 * 15.75 + Math.max(0, -shift)) * 20) + "\"");
    }

    @Test
    @DisplayName("还没有签发的草稿：署名照样排，日期留空")
    void unsignedDraft() {
        var draft = Papers.notice("办好这件事。");
        assertThat(Papers.body(draft.closed(new Closing("中共云岭县委办公室", null, true, "")))).contains("中共云岭县委办公室</w:t>", "　　　　年　　月　　日");
        assertThat(Papers.body(draft.closed(Closing.NONE))).doesNotContain("　　月");
    }

    @Test
    @DisplayName("附件说明左空二字，名称上下对齐，没有句号；附件另面，标题在第三行")
    void attachments() {
        var two = Papers.notice("文").attaching(List.of("清单", "说明"), new FormalDocument.Annex("清单", List.of(), false));
        assertThat(Papers.body(two)).containsSubsequence("附件：1.", "<w:tab/>", "清单", "2.", "<w:tab/>", "说明", "<w:sectPr>", "附件", "清单");
    }

    @Test
    @DisplayName("版记：首末粗线中间细线，印发日期居右；信函的版记不印机关和线")
    void imprint() {
        assertThat(Papers.body(NOTICE)).containsSubsequence("w:sz=\"8\"", "抄送：县政协办公室。", "w:sz=\"6\"", "中共云岭县委办公室", "2026年1月5日印发", "w:sz=\"8\"");
        assertThat(Papers.body(Papers.of(FormalKind.LETTER))).contains("抄送：县财政局。").doesNotContain("印发");
    }

    @Test
    @DisplayName("信函：首页不显示页码，页脚是上细下粗的红色双线，其余页有页码")
    void letter() {
        var parts = Papers.parts(Papers.of(FormalKind.LETTER));
        assertThat(parts.get("word/document.xml")).contains("<w:titlePg/>", "w:type=\"first\"");
        assertThat(parts.get("word/footer3first.xml")).doesNotContain("PAGE").containsSubsequence("<w:top", "w:sz=\"6\"", "<w:bottom", "w:sz=\"18\"");
        assertThat(parts.get("word/footer3even.xml")).contains(" PAGE ");
    }

    @Test
    @DisplayName("纪要的出席、请假、列席排在正文以后，标签用黑体")
    void minutes() {
        assertThat(Papers.body(Papers.of(FormalKind.MINUTES))).containsSubsequence(Papers.LINE, "黑体", "出席：", "请假：", "列席：");
    }

    @Test
    @DisplayName("层次按序号认，标题后接着写的仍是正文；字数按字和标点计，连写的数字算一个")
    void headings() {
        var text = FormalText.of("　　一、总体\n（一）立项。先立项，再发文。\n1.计划\n（1）说明\n第一，不是层次。\n\n");
        assertThat(text.parts()).extracting(FormalText.Part::role)
                .containsExactly(Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.HEADING_4, Role.BODY);
        assertThat(text.parts().get(1).heading()).isEqualTo("（一）立项。");
        assertThat(FormalText.characters("共2026年12项，abc。")).isEqualTo(8);
        assertThat(FormalText.of("1.5万元用于灌渠。").parts().getFirst().role()).isEqualTo(Role.BODY);
    }

    @Test
    @DisplayName("版记落在偶数面：一面的公文印在背面，两面的印在末面，没有地方了另起一张并且不编页码")
    void imprintOnEvenPage() {
        assertThat(Papers.body(Papers.notice("短"))).contains("w:val=\"evenPage\"").doesNotContain("rIdFooter0default");
        assertThat(Papers.body(Papers.notice((Papers.LINE + "。\n").repeat(8)))).doesNotContain("evenPage");
        var crowded = Papers.body(Papers.notice((Papers.LINE + "。\n").repeat(13)));
        assertThat(crowded).contains("w:val=\"evenPage\"", "rIdFooter0default");
        assertThat(Papers.body(Papers.notice("短").printed(Imprint.NONE))).doesNotContain("evenPage");
    }

    @Test
    @DisplayName("长标题按词意分行，书名号里的不拆")
    void titles() {
        var lines = TitleLines.of("云岭县人民政府办公室关于印发《云岭县为基层减负工作要点》的通知").split("\n");
        assertThat(lines).hasSizeGreaterThan(1).anyMatch(line -> line.contains("《云岭县为基层减负工作要点》"));
        assertThat(TitleLines.of("关于精简\n文件的通知")).isEqualTo("关于精简\n文件的通知");
    }
}

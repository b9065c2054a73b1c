package cn.yizhen.directives.charges;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ChargeNoticeTest {

    private static final String NOTICE = """
            关于调整县政府领导分工的通知
            云政办发〔2026〕7号
            各乡镇人民政府，县政府各部门：
            为便于工作，现将县政府领导分工通知如下。各单位要密切联系群众，落实分管责任。
            一、陈明同志（县委副书记、县长）：主持县政府全面工作，负责审计工作。
            二、李 强，县委常委、常务副县长。负责县政府常务工作，分管发展改革、财政、应急管理等方面工作。
            分管县发展和改革局、县财政局。联系县税务局、人民银行云岭支行。包联青岚镇、石桥镇。与王芳同志互为AB角。
            副县长王芳　协助李强同志分管统计工作；协管政务公开；分管教育体育、卫生健康（含医保）。
            云岭县人民政府办公室
            2026年11月16日
            """;

    @Test
    @DisplayName("读出标题、文号、日期")
    void theHead() {
        var notice = ChargeNotice.read(NOTICE);
        assertThat(notice.title()).isEqualTo("关于调整县政府领导分工的通知");
        assertThat(notice.paper()).isEqualTo("云政办发〔2026〕7号");
        assertThat(notice.day()).contains(LocalDate.of(2026, 11, 16));
    }

    @Test
    @DisplayName("逐人读出主持、分管、协管、联系、包联和AB角，每一行都指得出原文")
    void everyLineWithItsPlace() {
        var charges = ChargeNotice.read(NOTICE).charges();
        assertThat(charges).extracting(charge -> charge.person() + " " + charge.relation() + " " + charge.object()).containsExactly(
                "陈明 IN_CHARGE 主持县政府全面工作", "陈明 IN_CHARGE 审计工作",
                "李强 IN_CHARGE 县政府常务工作", "李强 IN_CHARGE 发展改革", "李强 IN_CHARGE 财政", "李强 IN_CHARGE 应急管理",
                "李强 IN_CHARGE 县发展和改革局", "李强 IN_CHARGE 县财政局", "李强 LIAISES 县税务局", "李强 LIAISES 人民银行云岭支行",
                "李强 LOOKS_AFTER 青岚镇", "李强 LOOKS_AFTER 石桥镇", "李强 SUBSTITUTE 王芳", "王芳 SUBSTITUTE 李强",
                "王芳 ASSISTS 统计工作", "王芳 ASSISTS 政务公开", "王芳 IN_CHARGE 教育体育", "王芳 IN_CHARGE 卫生健康（含医保）");
        assertThat(charges).allSatisfy(charge -> {
            assertThat(NOTICE.substring(NOTICE.offsetByCodePoints(0, charge.start()), NOTICE.offsetByCodePoints(0, charge.end()))).isEqualTo(charge.object());
            assertThat(charge.evidence()).contains(charge.relation() == ProposedCharge.Relation.SUBSTITUTE ? "互为AB角" : charge.object());
        });
        assertThat(charges).filteredOn(charge -> charge.person().equals("李强")).extracting(ProposedCharge::title).containsOnly("县委常委、常务副县长");
    }

    @Test
    @DisplayName("表格也读：哪一列是什么，由表头说")
    void aTable() {
        var charges = ChargeNotice.read("姓名\t职务\t分管工作\t分管部门\t联系乡镇\tB角\n陈  明\t县长\t审计、财政工作\t县审计局\t青岚镇\t李强\n王芳\t副县长\t\t县教育体育局\t\t\n").charges();
        assertThat(charges).extracting(charge -> charge.person() + " " + charge.relation() + " " + charge.object()).containsExactly(
                "陈明 IN_CHARGE 审计", "陈明 IN_CHARGE 财政", "陈明 IN_CHARGE 县审计局", "陈明 LOOKS_AFTER 青岚镇", "陈明 SUBSTITUTE 李强", "王芳 IN_CHARGE 县教育体育局");
    }

    @Test
    @DisplayName("两行表头：上面一行的B角竖着并到下面一行，照样是一栏")
    void aHeadOfTwoRows() {
        var charges = ChargeNotice.read("姓名及职务\t分工\t\tB角\n\t分管工作\t分管部门\t\n李强\t财政\t县财政局\t王芳\n").charges();
        assertThat(charges).extracting(charge -> charge.person() + " " + charge.relation() + " " + charge.object()).containsExactly(
                "李强 IN_CHARGE 财政", "李强 IN_CHARGE 县财政局", "李强 SUBSTITUTE 王芳");
    }

    @Test
    @DisplayName("只写姓名、不写职务的也读；单位名称不当作人")
    void aNameWithoutAnOffice() {
        var charges = ChargeNotice.read("班子成员分工如下：\n王芳：分管教育体育工作。\n李 强　负责财政工作。\n财政局：负责资金拨付。\n").charges();
        assertThat(charges).extracting(charge -> charge.person() + " " + charge.object()).containsExactly("王芳 教育体育工作", "李强 财政工作");
        var table = ChargeNotice.read("班子成员\t分工\n王芳\t教育体育、卫生健康\n").charges();
        assertThat(table).extracting(charge -> charge.person() + " " + charge.object()).containsExactly("王芳 教育体育", "王芳 卫生健康");
    }

    @Test
    @DisplayName("一句里写了两个人，各算各的；共同负责的，两个人都有")
    void severalInOneSentence() {
        assertThat(told("周正同志主持县委全面工作，陈明同志主持县政府全面工作。县委副书记李强同志分管党的建设；常务副县长王芳分管财政、审计。")).containsExactly(
                "周正 主持县委全面工作", "陈明 主持县政府全面工作", "李强 党的建设", "王芳 财政", "王芳 审计");
        assertThat(told("县委书记周正、县长陈明同志负责全县安全生产工作，包联青岚镇。\n李强、王芳同志：分管信访工作。")).containsExactly(
                "周正 全县安全生产工作", "陈明 全县安全生产工作", "周正 青岚镇", "陈明 青岚镇", "李强 信访工作", "王芳 信访工作");
        assertThat(told("县财政局、县审计局由李强同志分管，县教育体育局由副县长王芳联系。")).containsExactly("李强 县财政局", "李强 县审计局", "王芳 县教育体育局");
    }

    @Test
    @DisplayName("后面一句说的是别人、是各位副县长、是单位，不算在前一个人头上，列为没有读成的句子")
    void theSentenceAfterIsSomebodyElses() {
        var notice = ChargeNotice.read("李强同志（常务副县长）：分管财政工作。\n各副县长，负责分管领域的安全生产工作。\n县政府办公室：负责文件运转。\n此外，王芳同志负责教育工作。\n");
        assertThat(notice.charges()).extracting(charge -> charge.person() + " " + charge.object()).containsExactly("李强 财政工作", "王芳 教育工作");
        assertThat(notice.unread()).containsExactly("各副县长，负责分管领域的安全生产工作。", "县政府办公室：负责文件运转。");
        assertThat(told("李强同志：分管财政，各副县长负责各自领域的安全工作。")).containsExactly("李强 财政");
    }

    @Test
    @DisplayName("姓名、职务、分工各写一行；只写职务不写姓名；“分管工作：”“联系单位：”带冒号的，都读")
    void otherWaysOfWriting() {
        assertThat(told("李强同志\n县委常委、常务副县长\n主要职责：负责县政府常务工作。\n分管工作：发展改革、财政。\n联系单位：县税务局。\n")).containsExactly(
                "李强 县政府常务工作", "李强 发展改革", "李强 财政", "李强 县税务局");
        assertThat(ChargeNotice.read("常务副县长：分管财政工作。\n县长，主持县政府全面工作。\n").charges()).extracting(charge -> charge.person() + charge.title() + " " + charge.object())
                .containsExactly("常务副县长 财政工作", "县长 主持县政府全面工作");
    }

    @Test
    @DisplayName("手工重画的表：姓名和职务一格、两层表头、合并的姓名、两人一格；格子对不上表头的不猜，列为没有读成的行")
    void tablesDrawnByHand() {
        assertThat(told("姓名及职务\t分管工作\t包联乡镇\n李强（常务副县长）\t财政、审计\t青岚镇\n\t应急管理\t\n王芳、赵平\t教育\t石桥镇\n")).containsExactly(
                "李强 财政", "李强 审计", "李强 青岚镇", "李强 应急管理", "王芳 教育", "赵平 教育", "王芳 石桥镇", "赵平 石桥镇");
        assertThat(told("姓名\t职务\t分工\t\n\t\t分管工作\t联系乡镇\n李强\t常务副县长\t财政\t青岚镇\n")).containsExactly("李强 财政", "李强 青岚镇");
        assertThat(ChargeNotice.read("姓名\t职务\t分工\t\n\t\t分管工作\t联系乡镇\n李强\t常务副县长\t财政\t青岚镇\n").charges()).extracting(ProposedCharge::relation)
                .containsExactly(ProposedCharge.Relation.IN_CHARGE, ProposedCharge.Relation.LOOKS_AFTER);
        var askew = ChargeNotice.read("姓名\t职务\t分管工作\t联系乡镇\n李强\t常务副县长\t财政\t青岚镇\n王芳\t副县长、教育\t石桥镇\n\t\t体育\t\n");
        assertThat(askew.charges()).extracting(ProposedCharge::object).containsExactly("财政", "青岚镇");
        assertThat(askew.unread()).containsExactly("王芳 副县长、教育 石桥镇", "体育");
    }

    @Test
    @DisplayName("姓名和职务之间是网页来的空格、或者没有空格；一格里先写事项，分号以后写分管、联系")
    void asTyped() {
        assertThat(ChargeNotice.read("李强\u00a0\u00a0副县长：负责水务工作。\n王芳副县长：分管教育工作。\n武装部长：负责民兵工作。\n").charges())
                .extracting(charge -> charge.person() + " " + charge.title() + " " + charge.object())
                .containsExactly("李强 副县长 水务工作", "王芳 副县长 教育工作", " 武装部长 民兵工作");
        assertThat(ChargeNotice.read("姓名\t职务\t分管工作\n王芳\t副县长\t文化、旅游；分管县文旅局；联系县医保局\n").charges())
                .extracting(charge -> charge.relation() + " " + charge.object())
                .containsExactly("IN_CHARGE 文化", "IN_CHARGE 旅游", "IN_CHARGE 县文旅局", "LIAISES 县医保局");
    }

    private static List<String> told(String text) {
        return ChargeNotice.read(text).charges().stream().map(charge -> charge.person() + " " + charge.object()).toList();
    }

    @Test
    @DisplayName("没有写明是谁的，不猜")
    void nobodyIsGuessed() {
        assertThat(ChargeNotice.read("负责全县安全生产工作。\n各单位要加强领导，分管县农业农村局。").charges()).isEmpty();
        assertThat(ChargeNotice.read("").charges()).isEmpty();
    }
}

package cn.yizhen.app.paper;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.app.document.formal.FormalKind;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.institution.Catalogue;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("起草时检查")
class DraftCheckTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final PaperLimits NONE = new PaperLimits(new Catalogue(List.of(), ""), DAY);
    private static final YearCount FIRST = new YearCount(2026, 0, 0, 0, false);

    @ParameterizedTest
    @ValueSource(strings = {
        "请于11月30日前将贯彻落实情况报送县委办。",
        "各乡镇请于每月5日前上报进展。",
        "请各单位在3个工作日内反馈意见和建议。",
        "务必于下班前填报附表。",
        "要按季报县水利局。",
        "各单位要将学习情况于月底前报组织部。"})
    @DisplayName("要下面报送的句子找得到")
    void asking(String sentence) {
        assertThat(ReportClauses.in("前一句与此无关。" + sentence + "后一句也无关。")).containsExactly(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "办结后在平台上写明结果，不另报材料。",
        "请于12月31日前完成灌渠整修。",
        "会议听取了水利局关于灌渠情况的报告。",
        "年底前编制县级报表目录。",
        "村里不再报送台账。"})
    @DisplayName("不是要报送的不误报")
    void notAsking(String sentence) {
        assertThat(ReportClauses.in(sentence)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"云办发〔2026〕12号,''", "云办发[2026]12号,number-brackets", "云办发（2026）12号,number-brackets", "云办发〔2026〕第12号,number-padded",
        "云办发〔2026〕012号,number-padded", "云办发2026-12,number-unreadable", "云办发〔2025〕12号,number-year", "'',number-missing"})
    @DisplayName("发文字号用六角括号，不加第、不编虚位，年份与成文日期一致")
    void numbers(String number, String code) {
        assertThat(DocumentNumber.faults(FormalKind.NOTICE, number, DAY)).extracting(Reason::code).isEqualTo(code.isEmpty() ? List.of() : List.of(code));
    }

    @Test
    @DisplayName("专报用期号，纪要可以用次数")
    void issues() {
        assertThat(DocumentNumber.faults(FormalKind.BRIEFING, "第3期", DAY)).isEmpty();
        assertThat(DocumentNumber.faults(FormalKind.BRIEFING, "年度第1期", DAY)).isEmpty();
        assertThat(DocumentNumber.faults(FormalKind.BRIEFING, "2026年第1期", DAY)).isEmpty();
        assertThat(DocumentNumber.faults(FormalKind.MINUTES, "〔2026〕第9次", DAY)).isEmpty();
        assertThat(DocumentNumber.faults(FormalKind.NOTICE, "第3期", DAY)).isNotEmpty();
    }

    @Test
    @DisplayName("登记过的号，说出往后第一个没有用过的")
    void theNextFreeNumber() {
        var taken = Set.of("第1期", "第2期", "云办发〔2026〕9号");
        assertThat(DocumentNumber.following("第1期", taken::contains)).contains("第3期");
        assertThat(DocumentNumber.following("年度第1期", taken::contains)).contains("年度第2期");
        assertThat(DocumentNumber.following("云办发〔2026〕9号", taken::contains)).contains("云办发〔2026〕10号");
        assertThat(DocumentNumber.following("没有号", taken::contains)).isEmpty();
    }

    @Test
    @DisplayName("请示主送几个机关、没有签发人和联系人，报告夹带请示，都提示")
    void upward() {
        assertThat(codes(draft(FormalKind.REQUEST, "addressees", "县委、县人民政府", "text", "请批示。"), FIRST))
                .containsExactlyInAnyOrder("request-to-several", "signer-missing", "request-without-contact");
        assertThat(codes(draft(FormalKind.REPORT, "signers", "王大山", "text", "现报告如下。妥否，请批示。"), FIRST)).containsExactly("report-with-request");
    }

    @Test
    @DisplayName("再发一件就超过上年的，要书面说明；上年数不知道的不说超过；督查通知单不计入")
    void yearly() {
        var full = new YearCount(2026, 4, 6, 10, true);
        assertThat(codes(draft(FormalKind.NOTICE, "text", "正文。"), full)).containsExactly("paper-more-than-last-year");
        assertThat(codes(draft(FormalKind.NOTICE, "text", "正文。"), new YearCount(2026, 3, 6, 10, true))).isEmpty();
        assertThat(codes(draft(FormalKind.NOTICE, "text", "正文。"), new YearCount(2026, 20, 0, 0, false))).isEmpty();
        assertThat(codes(draft(FormalKind.SUPERVISION_NOTICE, "text", "正文。"), full)).doesNotContain("paper-more-than-last-year");
    }

    @Test
    @DisplayName("上行文和纪要里的报送不是要下面报，不提示")
    void reportingUpward() {
        assertThat(codes(draft(FormalKind.MINUTES, "said0", "王大山", "text", "请水利局于月底前报送方案。"), FIRST)).isEmpty();
        assertThat(codes(draft(FormalKind.NOTICE, "text", "请水利局于月底前报送方案。"), FIRST)).containsExactly("paper-asks-for-reports");
    }

    @Test
    @DisplayName("这个文种必写的没有写、主送和正文空着，都提示；正文里写了的不提示")
    void whatTheKindAlwaysSays() {
        assertThat(DraftCheck.of(draft(FormalKind.SUPERVISION_NOTICE, "addressees", ""), NONE, FIRST).notes()).extracting(Reason::text)
                .containsExactly("没有写主送机关。", "督查通知单没有写任务原文、承办单位、办结时限。", "正文是空的。");
        assertThat(codes(draft(FormalKind.MEETING_NOTICE, "said0", "11月30日上午9时", "text", "地点在县委三楼。"), FIRST)).containsExactly("particulars-missing");
        assertThat(codes(draft(FormalKind.MEETING_NOTICE, "text", "一、时间地点\n11月30日，县委三楼。\n二、参会人员\n各乡镇党委书记。"), FIRST)).isEmpty();
    }

    @Test
    @DisplayName("写了依据哪份文件哪一条的，提示核对那一条，不再叫写依据；没有意见可以不报的不算")
    void aGroundGiven() {
        var notes = DraftCheck.of(draft(FormalKind.NOTICE, "text", "请各乡镇依据《耕地保护条例》第十二条，于12月5日前报送台账。如有意见，请于12月5日前反馈。"), NONE, FIRST).notes();
        assertThat(notes).extracting(Reason::code).containsExactly("paper-asks-for-reports");
        assertThat(notes.getFirst().nextStep()).contains("写了依据《耕地保护条例》第十二条", "请核对");
    }

    private static List<String> codes(PaperDraft draft, YearCount count) {
        return DraftCheck.of(draft, NONE, count).notes().stream().map(Reason::code).toList();
    }

    private static PaperDraft draft(FormalKind kind, String... words) {
        var typed = new HashMap<String, String>(Map.of("title", "标题", "addressees", "各乡镇党委"));
        for (int i = 0; i < words.length; i += 2) {
            typed.put(words[i], words[i + 1]);
        }
        return new PaperDraft(kind, typed);
    }
}

package cn.yizhen.app.paper;

import cn.yizhen.app.document.formal.FormalKind;
import cn.yizhen.rules.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is to be looked at in a draft: nothing here forbids, the office decides.
 *
 * @param characters 字数 of the text
 * @param length     the limit it is held against, or null where there is none
 * @param notes      in the order of the document
 */
public record DraftCheck(int characters, PaperLimits.@Nullable Length length, List<Reason> notes) {

    private static final String REGULATION = "《党政机关公文处理工作条例》第十五条";
    private static final Pattern ASKS_APPROVAL = Pattern.compile("请(?:予)?(?:批示|批准|审批|批复)|妥否|当否");

    public DraftCheck {
        notes = List.copyOf(notes);
    }

    public static DraftCheck of(PaperDraft draft, PaperLimits limits, YearCount count) {
        var notes = new ArrayList<Reason>();
        int characters = draft.text().characters();
        var length = limits.length(draft.comprehensive());
        head(draft, notes);
        missing(draft, notes);
        length.filter(most -> characters > most.most()).ifPresent(most -> notes.add(new Reason("paper-too-long",
                "正文" + characters + "字，超过" + most.title() + "的" + most.most() + "字。", most.clause(), "写短；说明情况的放进附件。")));
        if (!draft.kind().upward() && draft.kind() != FormalKind.MINUTES) {
            ReportClauses.in(draft.word("text")).forEach(words -> notes.add(new Reason("paper-asks-for-reports", "要求下面报送：“" + words + "”",
                    limits.reportClauses().orElse(null), ReportClauses.ground(words)
                            .map(ground -> "写了依据" + ground + "：请核对这一条确实要求报送，平台上看得到的不再要。")
                            .orElse("平台上看得到的不再要；确需报的，在这一句里写明依据是哪份文件、哪一条。"))));
        }
        if (count.counts(draft.kind()) && count.exceeds()) {
            notes.add(new Reason("paper-more-than-last-year", "印发以后本单位今年发文" + (count.thisYear() + 1) + "件，超过上年的" + count.lastYear() + "件。",
                    limits.yearly().orElse(null), "能并的并、能不发的不发；确需印发的，向上级党委办公厅（室）书面说明，登记时写明。"));
        }
        return new DraftCheck(characters, length.orElse(null), notes);
    }

    /** What the kind always says and this draft does not, neither in its field nor in the text. */
    private static void missing(PaperDraft draft, List<Reason> notes) {
        var kind = draft.kind();
        if (kind.format() != FormalKind.Format.MINUTES && kind.format() != FormalKind.Format.BRIEFING && draft.addressees().isEmpty()) {
            notes.add(Reason.of("addressee-missing", "没有写主送机关。", "填写主送；普发的写统称，如“各乡镇党委、人民政府”。"));
        }
        var text = draft.word("text");
        var unsaid = kind.needed().stream().filter(label -> draft.said(kind.particulars().indexOf(label)).isEmpty())
                .filter(label -> !text.contains(label.substring(label.length() - 2))).toList();
        if (!unsaid.isEmpty()) {
            notes.add(Reason.of("particulars-missing", kind.chinese() + "没有写" + String.join("、", unsaid) + "。", "填在各自的栏里，收文的人一眼看得到。"));
        }
        if (text.isEmpty() && unsaid.equals(kind.needed())) {
            notes.add(Reason.of("text-missing", "正文是空的。", "写上正文。"));
        }
    }

    private static void head(PaperDraft draft, List<Reason> notes) {
        if (draft.word("title").matches(".*[。，；：,.;]$")) {
            notes.add(Reason.of("paper-title-mark", "标题末尾有标点。", "去掉末尾的标点。"));
        }
        if (draft.kind() == FormalKind.REQUEST && draft.addressees().size() > 1) {
            notes.add(new Reason("request-to-several", "请示主送了" + draft.addressees().size() + "个机关。", REGULATION, "请示一般只主送一个上级机关，其余用抄送。"));
        }
        if (draft.kind() == FormalKind.REPORT && ASKS_APPROVAL.matcher(draft.word("text")).find()) {
            notes.add(new Reason("report-with-request", "报告里夹带了请示事项。", REGULATION, "另写一份请示，一文一事。"));
        }
        if (draft.kind().upward() && draft.signers().isEmpty()) {
            notes.add(new Reason("signer-missing", "上行文没有写签发人。", "GB/T 9704—2012 7.2.6", "填写签发人姓名。"));
        }
        if (draft.kind() == FormalKind.REQUEST && draft.word("note").isEmpty()) {
            notes.add(Reason.of("request-without-contact", "请示没有附注联系人和电话。", "在附注里写明联系人和电话。"));
        }
    }
}

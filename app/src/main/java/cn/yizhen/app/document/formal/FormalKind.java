package cn.yizhen.app.document.formal;

import java.util.List;
import java.util.Set;

/**
 * What kind of formal document it is (文种). 通知, 通报, 报告, 请示, 函 and 纪要 are kinds of the 党政机关公文处理工作条例 第八条;
 * 会议通知 is a notice with fixed particulars; 督查通知单 and 专报 are usage of supervising offices.
 */
public enum FormalKind {
    NOTICE("通知", Format.FILE, false, List.of()),
    MEETING_NOTICE("会议通知", Format.FILE, false, List.of("会议时间", "会议地点", "参会人员", "会议内容")),
    SUPERVISION_NOTICE("督查通知单", Format.LETTER, false, List.of("任务原文", "承办单位", "协办单位", "办结时限")),
    REPORT("报告", Format.FILE, true, List.of()),
    REQUEST("请示", Format.FILE, true, List.of()),
    LETTER("函", Format.LETTER, false, List.of()),
    MINUTES("纪要", Format.MINUTES, false, List.of("出席", "请假", "列席")),
    BRIEFING("专报", Format.BRIEFING, false, List.of()),
    CIRCULAR("通报", Format.FILE, false, List.of());

    /** How the first page is made up. */
    public enum Format {
        /** 文件格式 */
        FILE,
        /** 信函格式，第10.1条 */
        LETTER,
        /** 纪要格式，第10.3条 */
        MINUTES,
        /** 专报，期号加编印单位和日期；国家标准没有规定，照通行样式 */
        BRIEFING
    }

    private static final Set<String> OPTIONAL = Set.of("会议内容", "协办单位", "请假", "列席");

    private final String chinese;
    private final Format format;
    private final boolean upward;
    private final List<String> particulars;

    FormalKind(String chinese, Format format, boolean upward, List<String> particulars) {
        this.chinese = chinese;
        this.format = format;
        this.upward = upward;
        this.particulars = particulars;
    }

    public String chinese() {
        return chinese;
    }

    public Format format() {
        return format;
    }

    /** 上行文: names who signed it off. */
    public boolean upward() {
        return upward;
    }

    /** Labels of what this kind always says, in order. */
    public List<String> particulars() {
        return particulars;
    }

    /** Those of them nothing can be done without; the others are said where there is something to say. */
    public List<String> needed() {
        return particulars.stream().filter(label -> !OPTIONAL.contains(label)).toList();
    }

    /** Printed with the issuing office's seal over its name and the date. */
    public boolean sealed() {
        return format == Format.FILE || format == Format.LETTER;
    }
}

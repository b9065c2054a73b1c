package cn.yizhen.app.document;

/** What a piece of text is in its document. How it looks is the {@link StyleSheet}'s affair. */
public enum Role {
    /** 标题 */
    TITLE,
    /** 标题下的文号、日期或说明行 */
    SUBTITLE,
    /** “一、” */
    HEADING_1,
    /** “（一）” */
    HEADING_2,
    /** “1.” */
    HEADING_3,
    /** “（1）” */
    HEADING_4,
    /** 发文机关标志 */
    MARK,
    /** 紧急程度、“附件1”等3号黑体的字样 */
    LABEL,
    /** 版记 */
    IMPRINT,
    /** 正文，首行空二字 */
    BODY,
    /** 不缩进的正文，如主送、栏目 */
    FLUSH,
    /** 署名、成文日期 */
    SIGNATURE,
    /** 表下注、填报说明 */
    NOTE,
    /** 表头单元格 */
    TABLE_HEADER,
    /** 表内分节的通栏行 */
    TABLE_BAND,
    /** 表内单元格 */
    TABLE_CELL,
    /** 页脚 */
    FOOTER
}

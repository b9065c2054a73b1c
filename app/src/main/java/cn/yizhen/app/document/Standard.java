package cn.yizhen.app.document;

import static cn.yizhen.app.document.Figure.characters;
import static cn.yizhen.app.document.Figure.lines;
import static cn.yizhen.app.document.Figure.mm;
import static cn.yizhen.app.document.Figure.points;

/**
 * The figures of GB/T 9704—2012 党政机关公文格式, each with its clause, in one place. Clause numbers and the
 * figures of clauses 5, 7.2, 7.4 and 7.5 were compared with published digests of the standard on 2026-11-26; what is
 * marked derived follows from them or is usage. Of clauses 10.1 and 10.3 and of the counts of characters left
 * blank the wording is from general knowledge and to be checked against the printed standard.
 */
public final class Standard {

    /** 成品幅面 210×297. */
    public static final Figure PAPER_WIDTH = mm(210, "5.1");
    public static final Figure PAPER_HEIGHT = mm(297, "5.1");
    /** 天头 */
    public static final Figure TOP = mm(37, "5.2.1");
    /** 订口 */
    public static final Figure BINDING = mm(28, "5.2.1");
    /** 版心 */
    public static final Figure TYPE_WIDTH = mm(156, "5.2.1");
    public static final Figure TYPE_HEIGHT = mm(225, "5.2.1");
    public static final Figure LINES_A_PAGE = lines(22, "5.2.3");
    public static final Figure CHARACTERS_A_LINE = characters(28, "5.2.3");

    /** 2号、3号、4号 */
    public static final Figure SIZE_2 = points(22, "7.3.1");
    public static final Figure SIZE_3 = points(16, "5.2.2");
    public static final Figure SIZE_4 = points(14, "7.4.2");
    /** 22 lines fill 225 mm; the largest twentieth of a point that does. */
    public static final Figure LEADING = points(28.95, "5.2.3").derived();
    /** 28 characters of 3号 fill 156 mm only when each gives up a quarter of a point. */
    public static final Figure TRACKING = points(-0.25, "5.2.3").derived();

    /** 发文机关标志上边缘至版心上边缘 */
    public static final Figure MARK_TOP = mm(35, "7.2.4");
    /** 标志的字号不大于上级机关；按版心宽度取，不超过此数 */
    public static final Figure MARK_SIZE = points(46, "7.2.4").derived();
    public static final Figure BLANK_ABOVE_NUMBER = lines(2, "7.2.5");
    /** 上行文的发文字号居左、签发人居右，各空 */
    public static final Figure NUMBER_INDENT = characters(1, "7.2.5");
    public static final Figure RED_LINE_BELOW_NUMBER = mm(4, "7.2.7");
    public static final Figure RED_LINE = points(1.5, "7.2.7").derived();

    public static final Figure BLANK_ABOVE_TITLE = lines(2, "7.3.1");
    public static final Figure BLANK_BELOW_TITLE = lines(1, "7.3.2");
    public static final Figure PARAGRAPH_INDENT = characters(2, "7.3.3");
    public static final Figure BLANK_ABOVE_ATTACHMENTS = lines(1, "7.3.4");
    public static final Figure ATTACHMENT_INDENT = characters(2, "7.3.4");
    /** 加盖印章：成文日期右空 */
    public static final Figure DATE_RIGHT_SEALED = characters(4, "7.3.5.1");
    /** 署名与正文之间留给印章的空行，印章顶端距正文一行之内 */
    public static final Figure BLANK_ABOVE_SEAL = lines(2, "7.3.5.1").derived();
    /** 不加盖印章：署名右空，成文日期首字比署名首字右移 */
    public static final Figure SIGNED_RIGHT = characters(2, "7.3.5.2");
    public static final Figure BLANK_ABOVE_SIGNED = lines(1, "7.3.5.2");
    public static final Figure NOTE_INDENT = characters(2, "7.3.6");
    /** 附件标题居中编排在版心第三行 */
    public static final Figure ANNEX_TITLE_LINE = lines(3, "7.3.7");

    /** 版记首末条粗线、中间细线，推荐值 */
    public static final Figure IMPRINT_OUTER_LINE = mm(0.35, "7.4.1");
    public static final Figure IMPRINT_INNER_LINE = mm(0.25, "7.4.1");
    /** 抄送、印发机关左空，印发日期右空，按4号字 */
    public static final Figure IMPRINT_INDENT = characters(1, "7.4.2");

    /** 页码的一字线上距版心下边缘 */
    public static final Figure PAGE_NUMBER_BELOW = mm(7, "7.5");
    /** Foot of the page number's line above the lower edge of the paper, so that the dash stands there. */
    public static final Figure PAGE_NUMBER_FOOT = mm(25.6, "7.5").derived();
    public static final Figure PAGE_NUMBER_INDENT = characters(1, "7.5");

    /** 信函：发文机关标志上边缘至上页边 */
    public static final Figure LETTER_MARK_TOP = mm(30, "10.1");
    public static final Figure LETTER_LINES_BELOW_MARK = mm(4, "10.1");
    public static final Figure LETTER_LINES_ABOVE_EDGE = mm(20, "10.1");
    public static final Figure LETTER_LINES_WIDTH = mm(170, "10.1");
    /** 双线的粗线与细线 */
    public static final Figure LETTER_THICK = points(2.25, "10.1").derived();
    public static final Figure LETTER_THIN = points(0.75, "10.1").derived();
    /** 双线与文字的距离，3号汉字高度的 7/8 */
    public static final Figure LETTER_LINES_TO_TEXT = points(14, "10.1");
    /** 纪要的出席、请假、列席名单左空 */
    public static final Figure ATTENDANCE_INDENT = characters(2, "10.3");
    public static final Figure BLANK_ABOVE_ATTENDANCE = lines(1, "10.3");

    private Standard() {}
}

package cn.yizhen.app.document;

/** What stands at the foot of every page. */
public enum Footer {
    NONE,
    /** 第 1 页　共 3 页 */
    PAGE_OF_PAGES,
    /** — 1 —, odd pages on the right, even pages on the left, as formal documents carry it */
    DASHED_PAGE,
    /** the same, but the first page carries the closing red lines of a letter and no number */
    LETTER
}

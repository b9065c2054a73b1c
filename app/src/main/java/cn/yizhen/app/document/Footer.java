package cn.yizhen.app.document;

/** What stands at the foot of every page. */
public enum Footer {
    NONE,
    /** 第 1 页　共 3 页 */
    PAGE_OF_PAGES,
    /** — 1 —, as formal documents carry it */
    DASHED_PAGE
}

package cn.yizhen.directives;

/** What the head noun of an object is; the words of each class stand in {@code objects.txt}. */
enum ObjectClass {
    /** A rule, plan, list or paper: 制度, 方案, 清单, 台账. */
    INSTITUTION,
    /** A body, place, work or event that is there or is not: 专班, 平台, 公路, 大会. */
    STRUCTURE,
    /** People and names that take years: 队伍, 品牌. */
    WORKFORCE,
    /** 体系, 网络, 模式. */
    SYSTEM,
    /** A state of mind or of affairs: 意识, 作用, 氛围. */
    ABSTRACT,
    /** An activity as a noun: 工作, 建设, 监管. */
    WORK,
    /** Any other noun. */
    OTHER,
    /** No object at all. */
    NONE
}

package cn.yizhen.directives;

/** What a verb of deployment language asks for; the words of each class stand in {@code verbs.txt}. */
enum VerbClass {
    /** Brings something into being, decides, counts or hands it in: 制定, 建成, 排查, 报送. */
    DELIVER,
    /** Makes something whole: 完善, 健全, 优化. What it makes whole decides. */
    COMPLETE,
    /** Carries an activity: 开展, 组织, 实施. */
    CAMPAIGN,
    /** Takes up a new way: 实行, 推行, 推广. */
    ADOPT,
    /** Lives up to something that exists: 落实, 执行. */
    OBEY,
    /** Grows something over time: 打造, 建设, 培育. */
    BUILD,
    /** Keeps at something: 推进, 加强, 抓好. */
    CONTINUE,
    /** Acts against wrongs: 整治, 查处, 追究. */
    REDRESS,
    /** Bounds or lowers: 严控, 压减, 严禁. */
    LIMIT,
    /** Names a hoped-for result: 确保, 促进, 营造. */
    EFFECT,
    /** Names a bearing: 坚持, 牢记, 践行. */
    ATTITUDE
}

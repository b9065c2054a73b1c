package cn.yizhen.app.organisation;

/** Why a person's data must go (删除的依据), 个人信息保护法 第四十七条. */
public enum ErasureGround {
    KEPT_LONG_ENOUGH("保存期限已届满"),
    PURPOSE_ENDED("处理目的已实现、无法实现或者不再必要"),
    CONSENT_WITHDRAWN("个人撤回同意"),
    UNLAWFUL("违反法律、行政法规或者约定处理"),
    ENTERED_BY_MISTAKE("录入错误，本不应收集");

    private final String chinese;

    ErasureGround(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}

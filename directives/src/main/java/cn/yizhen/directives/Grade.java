package cn.yizhen.directives;

/** What a directive is proposed to become. Sentences without a directive are 阅知, see {@link Reading}. */
public enum Grade {
    /** 立项督办: a deliverable, a number, a date, a completed state or a recurring act. */
    A("立项督办"),
    /** 常态推进: continuing work with a named object. */
    B("常态推进"),
    /** 总量控制: a limit or reduction of the government's own conduct, spending or load. */
    N("总量控制");

    private final String label;

    Grade(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}

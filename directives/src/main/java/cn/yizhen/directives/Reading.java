package cn.yizhen.directives;

/** What a sentence turned out to be. Every sentence has exactly one. */
public enum Reading {
    DIRECTIVES("有任务"),
    HEADING("标题"),
    GREETING("称呼、开场"),
    CLOSING("结束语、号召"),
    SITUATION("形势、意义"),
    REVIEW("回顾、成绩"),
    PROBLEM("问题、不足"),
    PRINCIPLE("原则、态度要求"),
    EFFECT("目的、成效"),
    ATTACHMENT("署名、日期、附注");

    private final String label;

    Reading(String label) {
        this.label = label;
    }

    /** 阅知 reason in the words of the screen. */
    public String label() {
        return label;
    }
}

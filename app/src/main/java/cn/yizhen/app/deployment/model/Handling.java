package cn.yizhen.app.deployment.model;

import cn.yizhen.directives.Grade;

/** What is done with a row of the draft (处理方式); in order of weight, heaviest first. */
public enum Handling {
    PROJECT("立项督办", "立项", "A"),
    CONTINUING("常态推进", "常态", "B"),
    LIMIT("总量控制", "控制", "N"),
    NOTED("阅知", "阅知", "阅");

    private final String label;
    private final String brief;
    private final String letter;

    Handling(String label, String brief, String letter) {
        this.label = label;
        this.brief = brief;
        this.letter = letter;
    }

    public static Handling of(Grade grade) {
        return switch (grade) {
            case A -> PROJECT;
            case B -> CONTINUING;
            case N -> LIMIT;
        };
    }

    public String label() {
        return label;
    }

    public String brief() {
        return brief;
    }

    /** Shown beside the colour, so that the colour is never all there is. */
    public String letter() {
        return letter;
    }

    /** The digit that chooses it on the keyboard. */
    public int key() {
        return ordinal() + 1;
    }

    /** Somebody has to answer for it. */
    public boolean needsLead() {
        return this != NOTED;
    }
}

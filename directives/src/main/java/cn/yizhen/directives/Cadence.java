package cn.yizhen.directives;

/** How often a recurring directive returns, where the text says so. */
public enum Cadence {
    DAILY("daily", "每日"),
    WEEKLY("weekly", "每周"),
    MONTHLY("monthly", "每月"),
    QUARTERLY("quarterly", "每季度"),
    HALF_YEARLY("half-yearly", "每半年"),
    YEARLY("yearly", "每年");

    private final String code;
    private final String label;

    Cadence(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** The word used in the JSON output. */
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }
}

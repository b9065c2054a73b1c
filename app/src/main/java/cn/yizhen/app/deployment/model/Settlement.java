package cn.yizhen.app.deployment.model;

import java.time.LocalDate;

/** How an objection was settled; the reason goes back to the unit in these words. */
public record Settlement(Result result, String reason, String by, LocalDate on) {

    /** 采纳情况. */
    public enum Result {
        ACCEPTED("采纳"),
        PARTLY("部分采纳"),
        DECLINED("未采纳");

        private final String label;

        Result(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}

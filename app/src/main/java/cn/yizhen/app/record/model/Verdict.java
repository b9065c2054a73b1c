package cn.yizhen.app.record.model;

import java.util.List;

/**
 * The check of one decision by the bases of the institutions its meeting counts for (表决核对).
 *
 * @param came   each base of the quorum in words: 全体组成人员的半数以上到会：11 人中要到 6 人，到会 9 人
 * @param bases  each base of the majority in words: 超过应到会人员的二分之一：11 人中要有 6 票，赞成 9 票
 * @param quorum whether enough came for a decision to be made
 * @param voted  whether anybody noted votes; where nobody did, nothing can be said of a majority
 * @param passed whether every base was reached
 */
public record Verdict(List<String> came, List<String> bases, boolean quorum, boolean voted, boolean passed) {

    public Verdict {
        came = List.copyOf(came);
        bases = List.copyOf(bases);
    }

    /** Whether something was decided: enough came, and it was not voted down. */
    public boolean made() {
        return quorum && (!voted || passed);
    }

    /** 通过, 到会不足，不能表决, 未达到票数, 没有记票数, or 没有规定票数 where no institution counts its votes. */
    public String chinese() {
        if (!quorum) {
            return "到会不足，不能表决";
        }
        if (!bases.isEmpty() && !voted) {
            return "没有记票数";
        }
        return bases.isEmpty() ? "没有规定票数" : passed ? "通过" : "未达到票数";
    }
}

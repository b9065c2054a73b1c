package cn.yizhen.app.record.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Something decided by vote. It holds counts and never who said or voted what. Of a 任免 or disciplinary item it
 * holds no words and no amount at all; whatever is handed in for them is dropped here, before anything is kept.
 *
 * @param item       its number in the meeting, from 1
 * @param about      what was decided, in a line; empty for a 任免 or disciplinary item
 * @param amount     万元, where money is decided about, or null
 * @param votes      for, against, abstained
 * @param leaderLast 末位表态: whether the one in charge spoke last; null where nobody noted it
 * @param recused    回避: how many took no part, from 0
 * @param paper      where the paper lies, or null where nobody noted it
 * @param paperMark  number of the paper; empty for a 任免 or disciplinary item
 */
public record Decision(int item, DecisionCategory category, String about, @Nullable BigDecimal amount, Votes votes,
        @Nullable Boolean leaderLast, int recused, @Nullable PaperPlace paper, String paperMark) {

    /** Counts of a vote, each from 0. */
    public record Votes(int inFavour, int against, int abstained) {

        public Votes {
            if (inFavour < 0 || against < 0 || abstained < 0) {
                throw new IllegalArgumentException("votes are counted from 0");
            }
        }

        public int total() {
            return inFavour + against + abstained;
        }

        public String chinese() {
            return total() == 0 ? "议定，没有投票" : "赞成 " + inFavour + " 票，反对 " + against + " 票，弃权 " + abstained + " 票";
        }
    }

    public Decision {
        if (item < 1 || recused < 0) {
            throw new IllegalArgumentException("items are counted from 1, those who took no part from 0");
        }
        if (category == DecisionCategory.PERSONNEL) {
            about = "";
            amount = null;
            paperMark = "";
        }
    }

    /** A decision of which only the vote was noted. */
    public static Decision of(int item, DecisionCategory category, String about, Votes votes) {
        return new Decision(item, category, about, null, votes, null, 0, null, "");
    }

    public boolean personnel() {
        return category == DecisionCategory.PERSONNEL;
    }

    public String title() {
        return personnel() ? "任免或处分事项" : about;
    }

    /** 大额度资金使用，120 万元 */
    public String kind() {
        return category.chinese() + (amount == null ? "" : "，" + amount.stripTrailingZeros().toPlainString() + " 万元");
    }

    /** 回避 1 人；末位表态：是；材料在本单位档案室（云常纪〔2026〕3号）; empty where nothing of it was noted. */
    public String circumstances() {
        var words = new StringBuilder();
        if (recused > 0) {
            words.append("回避 ").append(recused).append(" 人；");
        }
        if (leaderLast != null) {
            words.append("末位表态：").append(leaderLast ? "是" : "否").append("；");
        }
        if (paper != null) {
            words.append("材料在").append(paper.chinese()).append(paperMark.isEmpty() ? "" : "（" + paperMark + "）").append("；");
        }
        return words.isEmpty() ? "" : words.substring(0, words.length() - 1);
    }
}

package cn.yizhen.app.record.model;

import cn.yizhen.rules.Reason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * From how much a project or a payment is one of 三重一大 in this county (额度).
 *
 * @param category  a category that {@link DecisionCategory#hasAmount has one}
 * @param amount    万元, this much and more
 * @param from      first day on which it holds
 * @param paper     title and number of the paper it rests on
 * @param adoptedBy name and post of who adopted it
 */
public record CountyAmount(DecisionCategory category, BigDecimal amount, LocalDate from, String paper, String adoptedBy, LocalDate adoptedOn) {

    private static final int LONGEST_PAPER = 80;

    /** The one of a category in force on a day; of two from the same day the one adopted later. */
    public static Optional<CountyAmount> on(LocalDate day, DecisionCategory category, List<CountyAmount> newestFirst) {
        return newestFirst.stream().filter(amount -> amount.category() == category && !amount.from().isAfter(day))
                .max(Comparator.comparing(CountyAmount::from));
    }

    /**
     * Decisions listed as 一般事项 whose money reaches an amount of the county. From the amount of payments on they are
     * one; from that of projects on they may be, which a person has to say.
     */
    public static List<Reason> unlisted(RecordContent content, List<CountyAmount> amounts) {
        return content.decisions().stream().filter(decision -> !decision.category().major())
                .flatMap(decision -> reached(decision, DecisionCategory.FUNDS, content.day(), amounts)
                        .or(() -> reached(decision, DecisionCategory.PROJECT, content.day(), amounts))
                        .map(amount -> amount.says(decision)).stream())
                .toList();
    }

    private static Optional<CountyAmount> reached(Decision decision, DecisionCategory category, LocalDate day, List<CountyAmount> amounts) {
        return on(day, category, amounts).filter(amount -> decision.amount() != null && decision.amount().compareTo(amount.amount()) >= 0);
    }

    private Reason says(Decision decision) {
        return new Reason("amount-makes-it-major", "第 " + decision.item() + " 项" + decision.kind() + "，达到本县" + category.chinese() + "的额度（" + chinese() + "）。",
                paper, category == DecisionCategory.FUNDS
                        ? "类别请选“" + DecisionCategory.FUNDS.chinese() + "”，或者“" + DecisionCategory.PROJECT.chinese() + "”。"
                        : "是项目安排的，类别请选“" + DecisionCategory.PROJECT.chinese() + "”；不是项目的不用改。");
    }

    /** Every reason why it cannot be adopted. */
    public List<Reason> faults() {
        var faults = new ArrayList<Reason>();
        if (!category.hasAmount()) {
            faults.add(Reason.of("amount-of-no-category", "“" + category.chinese() + "”没有额度。", "选项目安排或者资金使用。"));
        }
        if (amount.signum() <= 0) {
            faults.add(Reason.of("amount-not-positive", "额度要大于零。", "填万元数，如 50。"));
        }
        if (from.isBefore(adoptedOn)) {
            faults.add(Reason.of("value-in-the-past", "起始日期早于今天，会改变已经过去的要求。", "把起始日期改为今天或以后。"));
        }
        if (paper.isBlank() || paper.length() > LONGEST_PAPER) {
            faults.add(Reason.of("value-without-paper", "依据的文件没有写，或者超过 " + LONGEST_PAPER + " 个字。", "写文件名称和文号。"));
        }
        return faults;
    }

    /** 50 万元以上 */
    public String chinese() {
        return amount.stripTrailingZeros().toPlainString() + " 万元以上";
    }
}

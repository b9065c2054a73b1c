package cn.yizhen.rules.clock;

import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import java.util.Optional;

/**
 * How much time is allowed (期限长度).
 *
 * @param amount how many units; 0 only for a limit that ends on the day it begins
 * @param unit   the unit, part of the value because the same number means different days
 */
public record Budget(int amount, TimeUnit unit) {

    private static final String FORMS = "写成 N hours、N calendar-days、N working-days 或 N months，如 5 working-days";

    public Budget {
        if (amount < 0) {
            throw new IllegalArgumentException("no time is less than none: " + amount);
        }
    }

    /** Reads {@code 5 working-days}; from 1 to about ten years. */
    public static Outcome<Budget> parse(String text) {
        var words = text.strip().split("\\s+");
        var unit = words.length == 2 ? TimeUnit.named(words[1]) : Optional.<TimeUnit>empty();
        if (unit.isEmpty() || !words[0].matches("\\d{1,9}")) {
            return Outcome.refused(Reason.of("budget-unreadable", "看不懂期限“" + text + "”", FORMS));
        }
        int amount = Integer.parseInt(words[0]);
        if (amount < 1 || amount > unit.get().most()) {
            return Outcome.refused(Reason.of("budget-out-of-range", "期限“" + text + "”不在1至" + unit.get().most() + "之间", "核对期限长度"));
        }
        return Outcome.done(new Budget(amount, unit.get()));
    }

    /** 5个工作日 */
    public String chinese() {
        return amount + unit.chinese();
    }
}

package cn.yizhen.rules.clock;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a term ends and how that was counted (期限计算).
 *
 * @param due         the end, or null while the clock stands still
 * @param provisional whether a day counted on is not covered by a notice yet
 * @param account     day by day, from the day the term began
 */
public record Reckoning(@Nullable Due due, boolean provisional, List<CountedDay> account) {

    public Reckoning {
        account = List.copyOf(account);
    }
}

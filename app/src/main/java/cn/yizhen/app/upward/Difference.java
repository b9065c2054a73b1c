package cn.yizhen.app.upward;

import cn.yizhen.rules.duty.Tally;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row that differs from the last issue of the same quarter (与上次的差别).
 *
 * @param before what the last issue said, null for a new row
 * @param after  what would be said now, null for a row that falls away
 */
public record Difference(ReturnRow row, @Nullable Tally before, @Nullable Tally after) {

    static List<Difference> between(List<ReturnRow> before, List<ReturnRow> after) {
        Map<ReturnRow.Identity, ReturnRow> old = new LinkedHashMap<>();
        before.forEach(row -> old.put(row.identity(), row));
        List<Difference> found = new ArrayList<>();
        for (ReturnRow row : after) {
            ReturnRow was = old.remove(row.identity());
            if (was == null) {
                found.add(new Difference(row, null, row.tally()));
            } else if (!was.tally().equals(row.tally())) {
                found.add(new Difference(row, was.tally(), row.tally()));
            }
        }
        old.values().forEach(row -> found.add(new Difference(row, row.tally(), null)));
        return List.copyOf(found);
    }
}

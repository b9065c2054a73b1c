package cn.yizhen.app.desk;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What one unit has to do this week and this month, as it hangs on the wall (本周应办): one sheet of paper.
 *
 * @param unit   short name
 * @param groups the nearest first
 * @param more   how many rows found no room on the sheet
 */
public record Week(String unit, List<Group> groups, int more) {

    /** As many rows as one A4 holds in type that is read standing. */
    static final int ROOM = 12;
    /** Up to so many are set in the largest type. */
    static final int LARGE = 6;

    public record Group(Horizon horizon, List<DeskRow> rows) {}

    public Week {
        groups = List.copyOf(groups);
    }

    static Week of(String unit, Map<Horizon, List<DeskRow>> rows) {
        List<Group> groups = new ArrayList<>();
        int left = ROOM;
        int more = 0;
        for (var entry : new EnumMap<>(rows).entrySet()) {
            if (entry.getKey().open()) {
                int shown = Math.min(left, entry.getValue().size());
                if (shown > 0) {
                    groups.add(new Group(entry.getKey(), List.copyOf(entry.getValue().subList(0, shown))));
                }
                left -= shown;
                more += entry.getValue().size() - shown;
            }
        }
        return new Week(unit, groups, more);
    }

    public boolean large() {
        return groups.stream().mapToInt(group -> group.rows().size()).sum() <= LARGE;
    }

    /** The same as text, to be copied into any message. */
    public String text(String today) {
        var text = new StringBuilder(unit + "本周应办　" + today + "\n");
        for (var group : groups) {
            text.append("【").append(group.horizon().title()).append("】\n");
            for (int i = 0; i < group.rows().size(); i++) {
                var row = group.rows().get(i);
                text.append(i + 1).append(". ").append(row.what()).append(row.note().isEmpty() ? "" : "（" + row.note() + "）").append(" ").append(row.when())
                        .append(" ").append(row.post()).append("\n");
            }
        }
        if (groups.isEmpty()) {
            text.append("眼下没有要办的事。\n");
        }
        return text.append(more == 0 ? "" : "还有" + more + "件，见平台。\n").toString().strip();
    }
}

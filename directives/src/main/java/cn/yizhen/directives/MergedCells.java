package cn.yizhen.directives;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One Word table as far as cells merged downwards go: in a column of units or of time, a cell that goes on from the one
 * above says the same. In other columns it stays empty: a task over several rows is asked once.
 */
final class MergedCells {

    private static final int LONGEST_HEADER = 14;
    private static final Set<TaskTable.Column> REPEATED = EnumSet.of(TaskTable.Column.LEAD, TaskTable.Column.SUPPORT, TaskTable.Column.DEADLINE);

    private final Map<Integer, String> above = new HashMap<>();
    private final Set<Integer> repeated = new HashSet<>();
    private int column;
    private int across = 1;
    private boolean goesOn;

    void row() {
        column = 0;
    }

    void cell() {
        across = 1;
        goesOn = false;
    }

    void spans(@Nullable String columns) {
        across = columns != null && columns.matches("[1-9]\\d{0,2}") ? Integer.parseInt(columns) : 1;
    }

    void merges(@Nullable String how) {
        goesOn = !"restart".equals(how);
    }

    /** What the cell says in place of its own words, as it closes. */
    String close(String words) {
        int here = column;
        column += across;
        if (goesOn) {
            return repeated.contains(here) && words.isBlank() ? above.getOrDefault(here, "") : words;
        }
        if (words.length() <= LONGEST_HEADER && REPEATED.contains(TaskTable.Column.of(words.strip()))) {
            repeated.add(here);
            above.remove(here);
        } else {
            above.put(here, words);
        }
        return words;
    }
}

package cn.yizhen.app.document.layout;

import cn.yizhen.app.document.reading.Sheet;
import cn.yizhen.app.document.reading.Value;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The header of a task table: which known column lies where in its grid.
 *
 * @param line   of the header, 0 where it stands in the table before
 * @param ranges of each column: the first, and the one behind the last
 */
record TaskHeader(int line, Map<TaskColumn, int[]> ranges) {

    private static final int SEARCHED = 15;

    /** The row near the top with the most known headings; of a header in two rows, the lower. */
    static @Nullable TaskHeader of(Sheet sheet) {
        TaskHeader best = null;
        for (var line : sheet.lines().stream().limit(SEARCHED).toList()) {
            var ranges = ranges(line);
            boolean below = best != null && line.number() == best.line() + 1;
            if (best == null || ranges.size() > best.ranges().size() || below && ranges.size() == best.ranges().size()) {
                best = new TaskHeader(line.number(), ranges);
            }
        }
        return best != null && isTable(best.ranges().keySet()) ? best : null;
    }

    private static boolean isTable(Set<TaskColumn> found) {
        return found.contains(TaskColumn.WORDING) && (found.contains(TaskColumn.LEADS) || found.contains(TaskColumn.RESPONSIBLE));
    }

    private static Map<TaskColumn, int[]> ranges(Sheet.Line line) {
        var ranges = new EnumMap<TaskColumn, int[]>(TaskColumn.class);
        line.values().forEach((column, value) -> TaskColumn.of(value.text())
                .ifPresent(known -> ranges.putIfAbsent(known, new int[] {column, column + value.merged()})));
        return ranges;
    }

    /** Whether a line is a header once more, as on each page of a long table. */
    static boolean stands(Sheet.Line line) {
        return isTable(ranges(line).keySet());
    }

    /** The same header for a table that goes on under it. */
    TaskHeader above() {
        return new TaskHeader(0, ranges);
    }

    /** A table that was cut in two goes on under this header. */
    boolean goesOn(Sheet sheet) {
        int width = ranges.values().stream().mapToInt(range -> range[1]).max().orElse(0);
        return sheet.lines().stream().flatMap(line -> line.values().entrySet().stream()).filter(e -> e.getKey() > Sheet.HIDDEN)
                .mapToInt(e -> e.getKey() + e.getValue().merged()).max().orElse(0) == width;
    }

    /** Whether the only cell of a row is its task. */
    boolean onlyTask(Map.Entry<Integer, Value> only) {
        var range = ranges.get(TaskColumn.WORDING);
        return only.getKey() == Objects.requireNonNull(range)[0] && only.getValue().merged() <= range[1] - range[0];
    }

    /** The words under each heading; empty where two cells lie under one heading. */
    Optional<TaskCells> cells(Sheet.Line line) {
        var texts = new EnumMap<TaskColumn, String>(TaskColumn.class);
        for (var cell : line.values().entrySet()) {
            if (cell.getKey() == Sheet.HIDDEN) {
                continue;
            }
            var column = column(cell.getKey(), cell.getKey() + cell.getValue().merged());
            if (column.isPresent() && texts.putIfAbsent(column.get(), cell.getValue().text()) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(TaskCells.of(texts, line));
    }

    /** The heading that lies over most of a cell. */
    private Optional<TaskColumn> column(int from, int until) {
        return ranges.entrySet().stream()
                .filter(e -> overlap(e.getValue(), from, until) > 0)
                .max((a, b) -> Integer.compare(overlap(a.getValue(), from, until), overlap(b.getValue(), from, until)))
                .map(Map.Entry::getKey);
    }

    private static int overlap(int[] range, int from, int until) {
        return Math.min(range[1], until) - Math.max(range[0], from);
    }
}

package cn.yizhen.app.deployment.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** In what order rows follow one another. */
final class Ordering {

    private static final Comparator<Row> PLACE = Comparator.comparing(row -> row.spans().getFirst());

    private Ordering() {}

    /**
     * By place in the text; a row without one comes last under its heading, and last of all where it has none. What
     * somebody ordered follows that order, and a row it does not name stays behind the row it would follow without it.
     */
    static List<Row> of(List<Row> rows, List<RowId> order) {
        var usual = byPlace(rows);
        if (order.isEmpty()) {
            return usual;
        }
        var ordered = new ArrayList<>(usual.stream().filter(row -> order.contains(row.id()))
                .sorted(Comparator.comparingInt(row -> order.indexOf(row.id()))).toList());
        for (int i = 0; i < usual.size(); i++) {
            if (!order.contains(usual.get(i).id())) {
                ordered.add(i == 0 ? 0 : ordered.indexOf(usual.get(i - 1)) + 1, usual.get(i));
            }
        }
        return List.copyOf(ordered);
    }

    private static List<Row> byPlace(List<Row> rows) {
        var placed = new ArrayList<>(rows.stream().filter(row -> !row.spans().isEmpty()).sorted(PLACE).toList());
        for (var row : rows) {
            if (row.spans().isEmpty()) {
                placed.add(endOf(row.section(), placed), row);
            }
        }
        return List.copyOf(placed);
    }

    private static int endOf(int section, List<Row> placed) {
        for (int i = placed.size(); i > 0 && section > 0; i--) {
            if (placed.get(i - 1).section() == section) {
                return i;
            }
        }
        return placed.size();
    }
}

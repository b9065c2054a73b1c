package cn.yizhen.app.deployment.returning;

import cn.yizhen.app.deployment.model.Row;
import cn.yizhen.app.document.layout.Task;
import cn.yizhen.app.document.layout.TaskReading.Read;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which row of the draft each row of a file is: by the hidden mark, then by its number, then by its wording. A number
 * is believed where the words under it are still alike; whoever numbers a table anew by hand does not rename its rows.
 */
final class Matching {

    private static final double ALIKE = 0.4;
    /** From which likeness on words alone tell that two lines are of one row. */
    static final double NEARLY = 0.6;

    private final List<Row> rows;
    private final Map<Read, Row> found = new LinkedHashMap<>();
    private final Set<Row> taken = new HashSet<>();

    private Matching(List<Row> rows) {
        this.rows = rows;
    }

    static Map<Read, Row> of(List<Row> rows, List<Read> read) {
        var matching = new Matching(rows);
        read.forEach(it -> matching.note(it, matching.byMark(it.task())));
        read.forEach(it -> matching.note(it, matching.byNumber(it.task())));
        read.forEach(it -> matching.note(it, matching.byWording(it.task())));
        read.forEach(it -> matching.note(it, matching.byLikeness(it.task())));
        return matching.found;
    }

    /** A mark or a number may stand in two lines: a row that was split or copied. */
    private void note(Read it, Optional<Row> row) {
        if (!found.containsKey(it)) {
            row.ifPresent(known -> {
                found.put(it, known);
                taken.add(known);
            });
        }
    }

    private Optional<Row> byMark(Task task) {
        return task.id().isEmpty() ? Optional.empty() : rows.stream().filter(row -> row.id().toString().equals(task.id())).findFirst();
    }

    private Optional<Row> byNumber(Task task) {
        return task.number().isEmpty() ? Optional.empty() : rows.stream()
                .filter(row -> row.number().equals(task.number()) && Likeness.of(row.wording(), task.wording()) >= ALIKE).findFirst();
    }

    private Optional<Row> byWording(Task task) {
        return rows.stream().filter(row -> !taken.contains(row) && Likeness.same(row.wording(), task.wording())).findFirst();
    }

    private Optional<Row> byLikeness(Task task) {
        return rows.stream().filter(row -> !taken.contains(row) && Likeness.of(row.wording(), task.wording()) >= NEARLY)
                .max(Comparator.comparingDouble(row -> Likeness.of(row.wording(), task.wording())));
    }
}

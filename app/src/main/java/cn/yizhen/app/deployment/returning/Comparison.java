package cn.yizhen.app.deployment.returning;

import cn.yizhen.app.deployment.model.ChargeTable;
import cn.yizhen.app.deployment.model.Deployment;
import cn.yizhen.app.deployment.model.Edit;
import cn.yizhen.app.deployment.model.RowId;
import cn.yizhen.app.document.layout.TaskReading;
import cn.yizhen.rules.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * An exported draft that came back, beside the draft as it stands now. Nothing counts before somebody takes it.
 *
 * @param differences in the order of the table, those of rows that are gone last
 * @param notes       what was read and not taken, with its place and reason
 * @param same        rows that did not change
 * @param seats       how rows follow one another in the file
 * @param moved       rows that stand elsewhere than in the draft
 */
public record Comparison(List<Difference> differences, List<Reason> notes, int same, List<Seat> seats, Set<RowId> moved) {

    /** @param key the difference the row comes with, empty for a row of the draft */
    record Seat(Edit.Ordered.Seat at, String key) {}

    public Comparison {
        differences = List.copyOf(differences);
        notes = List.copyOf(notes);
        seats = List.copyOf(seats);
        moved = Set.copyOf(moved);
    }

    /**
     * @param table the county, to know units by their names
     * @param file  name of the file, for the reasons of what is taken
     */
    public static Comparison of(Deployment deployment, TaskReading reading, ChargeTable table, LocalDate today, Supplier<UUID> ids, String file) {
        return new Comparing(deployment, reading, table, today, ids, file).compare();
    }

    /** Nothing in the file is a row of the draft: another table was uploaded. */
    public boolean strange() {
        return same == 0 && differences.stream().allMatch(d -> d.kind() == Difference.Kind.ADDED || d.kind() == Difference.Kind.REMOVED);
    }

    /** Everything chosen as one edit, each in the order it has to be applied. */
    public Edit.ReadBack taking(Collection<String> keys, String file) {
        var chosen = differences.stream().filter(d -> keys.contains(d.key())).sorted(Comparator.comparing(Difference::kind)).toList();
        var edits = new ArrayList<Edit>(chosen.stream().flatMap(d -> d.edits().stream()).toList());
        var order = order(chosen);
        if (!order.moved().isEmpty()) {
            edits.add(order);
        }
        return new Edit.ReadBack(file, edits);
    }

    private Edit.Ordered order(List<Difference> chosen) {
        var gone = new HashSet<RowId>();
        chosen.stream().flatMap(d -> d.edits().stream()).forEach(edit -> {
            if (edit instanceof Edit.Merged(_, var others)) {
                gone.addAll(others);
            }
        });
        var keys = chosen.stream().map(Difference::key).toList();
        var left = seats.stream().filter(seat -> seat.key().isEmpty() || keys.contains(seat.key())).filter(seat -> !gone.contains(seat.at().row())).toList();
        var shifted = new HashSet<RowId>();
        if (chosen.stream().anyMatch(d -> d.kind() == Difference.Kind.MOVED)) {
            shifted.addAll(moved);
        } else if (!moved.isEmpty()) {
            return new Edit.Ordered(List.of(), Set.of());
        }
        left.stream().filter(seat -> !seat.key().isEmpty()).forEach(seat -> shifted.add(seat.at().row()));
        shifted.removeAll(gone);
        return new Edit.Ordered(left.stream().map(Seat::at).toList(), shifted);
    }
}

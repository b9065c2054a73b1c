package cn.yizhen.app.deployment.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A change of the rows, as small as a clerk makes it; the draft is what all of them in order come to. */
public sealed interface Edit extends Happening {

    /** Rows it touches: two clerks' edits stand side by side as long as these differ. */
    Set<RowId> touches();

    /** The document's date was confirmed and the rows were read from the text. */
    record Drafted(LocalDate date, List<String> sections, List<Line> lines, List<Row> rows) implements Edit {
        public Drafted {
            sections = List.copyOf(sections);
            lines = List.copyOf(lines);
            rows = List.copyOf(rows);
        }

        @Override
        public Set<RowId> touches() {
            return rows.stream().map(Row::id).collect(Collectors.toUnmodifiableSet());
        }

        @Override
        public String says() {
            return "确认日期 " + Words.day(date) + "，提取 " + rows.size() + " 条";
        }
    }

    /** A sentence nobody had taken became a row, or a row without a place in the text was added (增补). */
    record Promoted(Row row) implements Edit {
        @Override
        public Set<RowId> touches() {
            return Set.of(row.id());
        }

        @Override
        public String says() {
            return "将“" + Words.clip(row.wording(), 12) + "”列入" + row.handling().label();
        }
    }

    record Regraded(List<RowId> rows, Handling to) implements Edit {
        public Regraded {
            rows = List.copyOf(rows);
        }

        @Override
        public Set<RowId> touches() {
            return Set.copyOf(rows);
        }

        @Override
        public String says() {
            return Words.rows(rows) + "改为" + to.label();
        }
    }

    /** Nothing more is to be done for now (中止), or it goes on with an empty ground (恢复). */
    record Suspended(List<RowId> rows, String ground) implements Edit {
        public Suspended {
            rows = List.copyOf(rows);
        }

        @Override
        public Set<RowId> touches() {
            return Set.copyOf(rows);
        }

        @Override
        public String says() {
            return ground.isEmpty() ? "恢复" : "中止";
        }
    }

    record Assigned(List<RowId> rows, Assignment to) implements Edit {
        public Assigned {
            rows = List.copyOf(rows);
        }

        @Override
        public Set<RowId> touches() {
            return Set.copyOf(rows);
        }

        @Override
        public String says() {
            var lead = to.lead();
            return Words.rows(rows) + (lead == null ? "牵头单位待定" : "由" + lead.name() + "牵头");
        }
    }

    /** A person decided the day. */
    record DueDecided(List<RowId> rows, LocalDate day, String reason) implements Edit {
        public DueDecided {
            rows = List.copyOf(rows);
        }

        @Override
        public Set<RowId> touches() {
            return Set.copyOf(rows);
        }

        @Override
        public String says() {
            return Words.rows(rows) + "时限定为 " + Words.day(day);
        }
    }

    /** A person confirmed the suggested days. */
    record DueConfirmed(List<RowId> rows) implements Edit {
        public DueConfirmed {
            rows = List.copyOf(rows);
        }

        @Override
        public Set<RowId> touches() {
            return Set.copyOf(rows);
        }

        @Override
        public String says() {
            return Words.rows(rows) + "确认系统建议的时限";
        }
    }

    record Titled(RowId row, String title) implements Edit {
        @Override
        public Set<RowId> touches() {
            return Set.of(row);
        }

        @Override
        public String says() {
            return "简称改为“" + title + "”";
        }
    }

    /** The words were changed by hand; its places in the text stay as evidence. */
    record Reworded(RowId row, String wording) implements Edit {
        @Override
        public Set<RowId> touches() {
            return Set.of(row);
        }

        @Override
        public String says() {
            return "表述改为“" + Words.clip(wording, 12) + "”";
        }
    }

    /**
     * Rows were put in another order.
     *
     * @param order every row of the table, as it is to follow
     * @param moved those that changed their place or their heading
     */
    record Ordered(List<Seat> order, Set<RowId> moved) implements Edit {

        /** @param section number of the heading the row stands under from now on */
        public record Seat(RowId row, int section) {}

        public Ordered {
            order = List.copyOf(order);
            moved = Set.copyOf(moved);
        }

        @Override
        public Set<RowId> touches() {
            return moved;
        }

        @Override
        public String says() {
            return "移动 " + moved.size() + " 条";
        }
    }

    /**
     * What had been changed in a file that was exported, edited elsewhere and read back; taken and taken back as one.
     *
     * @param file    its name
     * @param changes in the order they are to be applied
     */
    record ReadBack(String file, List<Edit> changes) implements Edit {
        public ReadBack {
            changes = List.copyOf(changes);
        }

        @Override
        public Set<RowId> touches() {
            return changes.stream().flatMap(change -> change.touches().stream()).collect(Collectors.toUnmodifiableSet());
        }

        @Override
        public String says() {
            return "读回“" + file + "”：" + changes.stream().map(Edit::says).distinct().limit(3).collect(Collectors.joining("，"))
                    + (changes.size() > 3 ? "等 " + changes.size() + " 处" : "");
        }
    }

    /** Others were merged into one, which keeps its identity and its number. */
    record Merged(RowId into, List<RowId> others) implements Edit {
        public Merged {
            others = List.copyOf(others);
        }

        @Override
        public Set<RowId> touches() {
            return Stream.concat(Stream.of(into), others.stream()).collect(Collectors.toUnmodifiableSet());
        }

        @Override
        public String says() {
            return "合并 " + (others.size() + 1) + " 条";
        }
    }

    /** A row was cut in two at a place in the text; the first part keeps identity and number. */
    record Split(RowId row, int at, RowId second) implements Edit {
        @Override
        public Set<RowId> touches() {
            return Set.of(row, second);
        }

        @Override
        public String says() {
            return "拆成两条";
        }
    }

    /** Asks the same as an issued row of an earlier document; null takes the link away. */
    record Linked(RowId row, @Nullable Link to) implements Edit {
        @Override
        public Set<RowId> touches() {
            return Set.of(row);
        }

        @Override
        public String says() {
            return to == null ? "取消并入" : "并入" + to.paper() + "第 " + to.number() + " 条";
        }
    }

    /**
     * An earlier edit was taken back; it stays in the journal.
     *
     * @param entry its number there
     */
    record Undone(int entry) implements Edit {
        @Override
        public Set<RowId> touches() {
            return Set.of();
        }

        @Override
        public String says() {
            return "撤销第 " + entry + " 步";
        }
    }
}

package cn.yizhen.app.desk;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One person's desk (我的应办): groups in their order, of which at most seven rows stand open.
 *
 * @param groups      what is to be done
 * @param waiting     我提出的·等答复
 * @param information 仅供知悉
 */
public record Desk(List<Group> groups, List<DeskRow> waiting, List<DeskRow> information) {

    /** As many rows as one looks at. */
    static final int OPEN = 7;

    /** @param folded rows behind one tap */
    public record Group(Horizon horizon, List<DeskRow> open, List<DeskRow> folded) {

        public int size() {
            return open.size() + folded.size();
        }
    }

    public boolean isEmpty() {
        return groups.isEmpty() && waiting.isEmpty() && information.isEmpty();
    }

    public boolean nothingToDo() {
        return groups.isEmpty();
    }

    static Desk of(Map<Horizon, List<DeskRow>> rows, List<DeskRow> waiting, List<DeskRow> information) {
        List<Group> groups = new ArrayList<>();
        int left = OPEN;
        for (var entry : new EnumMap<>(rows).entrySet()) {
            List<DeskRow> all = entry.getValue();
            int open = entry.getKey().open() ? Math.min(left, all.size()) : 0;
            groups.add(new Group(entry.getKey(), List.copyOf(all.subList(0, open)), List.copyOf(all.subList(open, all.size()))));
            left -= open;
        }
        return new Desk(groups, waiting, information);
    }
}

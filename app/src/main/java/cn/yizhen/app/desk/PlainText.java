package cn.yizhen.app.desk;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A desk as text, to be copied into any message. */
final class PlainText {

    private PlainText() {}

    static String of(Desk desk, String today) {
        String rows = desk.groups().stream()
                .filter(group -> group.horizon().open())
                .map(group -> "【" + group.horizon().title() + "】\n" + lines(group))
                .collect(Collectors.joining("\n"));
        return today + " 应办\n" + (rows.isEmpty() ? "眼下没有要办的事。" : rows);
    }

    private static String lines(Desk.Group group) {
        List<DeskRow> rows = Stream.concat(group.open().stream(), group.folded().stream()).toList();
        return rows.stream()
                .map(row -> (rows.indexOf(row) + 1) + ". " + row.what() + (row.note().isEmpty() ? "" : "（" + row.note() + "）")
                        + " " + row.when() + " " + row.post())
                .collect(Collectors.joining("\n"));
    }
}

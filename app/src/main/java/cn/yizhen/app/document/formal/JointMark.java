package cn.yizhen.app.document.formal;

import cn.yizhen.app.document.Align;
import cn.yizhen.app.document.Block;
import cn.yizhen.app.document.Cell;
import cn.yizhen.app.document.Column;
import cn.yizhen.app.document.Paragraph;
import cn.yizhen.app.document.Role;
import cn.yizhen.app.document.Row;
import cn.yizhen.app.document.Setting;
import cn.yizhen.app.document.Standard;
import cn.yizhen.app.document.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * 发文机关标志 of offices that issue together (联合行文, 7.2.4): their names under one another, spread to one width, the
 * office in charge first; 文件 beside them, in the middle of their height.
 *
 * @param tail 文件, or empty
 */
record JointMark(List<String> offices, String tail) {

    private static final String FILE = "文件";

    /** Names are parted by 、 as they are written. */
    static JointMark of(String mark) {
        boolean file = mark.endsWith(FILE);
        var names = Arrays.stream((file ? mark.substring(0, mark.length() - FILE.length()) : mark).split("、")).map(String::strip)
                .filter(name -> !name.isEmpty()).toList();
        return new JointMark(names, file ? FILE : "");
    }

    boolean several() {
        return offices.size() > 1;
    }

    /** A letter bears the mark of the office in charge alone (10.1). */
    String first() {
        return offices.isEmpty() ? tail : offices.getFirst() + (several() ? "" : tail);
    }

    private String longest() {
        return offices.stream().max(java.util.Comparator.comparingDouble(Widths::of)).orElse("");
    }

    List<Block> blocks(double toItsTop) {
        double size = HeadBlocks.sizeOf(longest() + tail + "　");
        double line = size * HeadBlocks.LINE_FOR_SIZE;
        var setting = Setting.PLAIN.leading(line);
        var rows = new ArrayList<Row>();
        for (int i = 0; i < offices.size(); i++) {
            var name = Cell.of(offices.get(i)).aligned(Align.SPREAD).set(setting).sized(size);
            rows.add(i > 0 || tail.isEmpty() ? Row.in(Role.MARK, name) : Row.in(Role.MARK, name, Cell.of(tail).down(offices.size()).aligned(Align.CENTRE).set(setting).sized(size)));
        }
        var columns = new ArrayList<>(List.of(Column.of("", Widths.of(longest()) + 0.5)));
        if (!tail.isEmpty()) {
            columns.add(Column.of("", Widths.of(tail) + 0.5));
        }
        return List.of(Paragraph.of(Role.FLUSH, "").set(Setting.PLAIN.leading(Math.max(1, toItsTop - size * HeadBlocks.WHITE_ABOVE))),
                Table.plain(columns, rows).ruled(Table.Lines.NONE));
    }
}

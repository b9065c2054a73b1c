package cn.yizhen.directives;

import cn.yizhen.directives.Page.Paragraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the header row of a task table (序号、任务、责任单位、完成时限), so that each cell below is known for what it is. */
final class TaskTable {

    /** What a column holds; {@code label} is how a run-in annotation would say it. */
    enum Column {
        /** The tasks themselves. */
        TASK("", "^$"),
        /** Units in the lead. */
        LEAD("责任单位", "(?:牵头|责任|主办|主责|负责|实施|承办|落实)(?:责任)?(?:单位|部门|科室|股室|处室)"),
        /** Units that support. */
        SUPPORT("配合单位", "(?:配合|协办|协同|参与|协助|参加)(?:配合|责任)?(?:单位|部门|科室|股室)"),
        /** By when. */
        DEADLINE("完成时限", "时限|期限|(?:完成|办结|整改)时间|时间节点|时间要求"),
        /** Numbers, names, money, results: nothing that asks. */
        ASIDE("", "序号|编号|备注|类别|领域|项目名称|地点|建设时间|进展|完成情况|完成结果|成效|投资|金额|资金|电话|联系|领导|责任人|文号|来源");

        private final String label;
        private final Pattern header;

        Column(String label, String header) {
            this.label = label;
            this.header = Pattern.compile(header);
        }

        String label() {
            return label;
        }

        static Column of(String header) {
            for (var column : values()) {
                if (column.header.matcher(header).find()) {
                    return column;
                }
            }
            return TASK;
        }
    }

    private static final int LONGEST_HEADER = 14;

    private final Map<Paragraph, Column> columns = new HashMap<>();

    TaskTable(String text, List<Paragraph> paragraphs) {
        Map<Integer, Column> header = Map.of();
        int last = -1;
        for (var row : rows(paragraphs)) {
            var read = header(text, row);
            if (read != null) {
                header = read;
                row.forEach(cell -> columns.put(cell, Column.ASIDE));
            } else if (row.getFirst().row() != last + 1) {
                header = Map.of();
            } else {
                assign(header, row);
            }
            last = row.getFirst().row();
        }
    }

    private void assign(Map<Integer, Column> header, List<Paragraph> row) {
        for (var cell : row) {
            var column = header.get(cell.column());
            if (column != null) {
                columns.put(cell, column);
            }
        }
    }

    private static List<List<Paragraph>> rows(List<Paragraph> paragraphs) {
        var rows = new ArrayList<List<Paragraph>>();
        for (var cell : paragraphs) {
            if (!cell.cell()) {
                continue;
            }
            if (rows.isEmpty() || rows.getLast().getFirst().row() != cell.row()) {
                rows.add(new ArrayList<>());
            }
            rows.getLast().add(cell);
        }
        return rows;
    }

    /** The columns a header row names, or null where the row is none. */
    private static @Nullable Map<Integer, Column> header(String text, List<Paragraph> row) {
        var found = new HashMap<Integer, Column>();
        boolean tells = false;
        for (var cell : row) {
            var words = text.substring(cell.start(), cell.end());
            if (words.length() > LONGEST_HEADER || words.endsWith("。")) {
                return null;
            }
            var column = Column.of(words);
            tells |= column != Column.TASK;
            found.put(cell.column(), column);
        }
        return tells && found.size() > 1 && found.containsValue(Column.TASK) && !numbered(text, row) ? found : null;
    }

    private static boolean numbered(String text, List<Paragraph> row) {
        return Character.isDigit(text.charAt(row.getFirst().start()));
    }

    /** What the cell holds, or null for text outside tables whose header was understood. */
    @Nullable Column of(Paragraph paragraph) {
        return columns.get(paragraph);
    }
}

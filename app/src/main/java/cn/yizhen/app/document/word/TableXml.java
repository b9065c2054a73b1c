package cn.yizhen.app.document.word;

import cn.yizhen.app.document.Align;
import cn.yizhen.app.document.Column;
import cn.yizhen.app.document.Grid;
import cn.yizhen.app.document.Page;
import cn.yizhen.app.document.Paragraph;
import cn.yizhen.app.document.Role;
import cn.yizhen.app.document.Row;
import cn.yizhen.app.document.Table;
import java.util.List;

/**
 * A table of fixed column widths; header rows repeat, rows do not break across pages. What a hidden column holds goes
 * along as a bookmark of its row, out of sight, so that the row can be known again when the file comes back.
 */
final class TableXml {

    private final Table table;
    private final long[] widths;
    private int nextMark;

    private TableXml(Table table, Page page, int firstMark) {
        this.nextMark = firstMark;
        this.table = table;
        this.widths = widths(table.columns(), BodyPart.twips(page.measure()));
    }

    /** @param firstMark the first number of a bookmark no other table of the document uses */
    static void write(Xml body, Table table, Page page, int firstMark) {
        new TableXml(table, page, firstMark).write(body);
    }

    private static long[] widths(List<Column> columns, long all) {
        double parts = columns.stream().filter(c -> !c.hidden()).mapToDouble(Column::share).sum();
        return columns.stream().mapToLong(c -> c.hidden() ? 0 : Math.round(all * c.share() / parts)).toArray();
    }

    private void write(Xml body) {
        body.element("w:tbl", t -> {
            t.element("w:tblPr", pr -> {
                pr.empty("w:tblW", "w:w", width(0, widths.length), "w:type", "dxa");
                pr.empty("w:jc", "w:val", "center");
                if (table.lines() == Table.Lines.BOXED) {
                    pr.element("w:tblBorders", b -> List.of("top", "left", "bottom", "right", "insideH", "insideV")
                            .forEach(side -> b.empty("w:" + side, "w:val", "single", "w:sz", 4, "w:space", 0, "w:color", "000000")));
                }
                pr.empty("w:tblLayout", "w:type", "fixed");
                pr.element("w:tblCellMar", m -> {
                    m.empty("w:top", "w:w", 30, "w:type", "dxa");
                    m.empty("w:left", "w:w", 80, "w:type", "dxa");
                    m.empty("w:bottom", "w:w", 30, "w:type", "dxa");
                    m.empty("w:right", "w:w", 80, "w:type", "dxa");
                });
            });
            t.element("w:tblGrid", g -> {
                for (long width : widths) {
                    if (width > 0) {
                        g.empty("w:gridCol", "w:w", width);
                    }
                }
            });
            rows(t, table.header(), table.headerGrid(), true);
            rows(t, table.rows(), table.grid(), false);
        });
    }

    private void rows(Xml t, List<Row> rows, List<List<Grid.Placed>> grid, boolean header) {
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            List<Grid.Placed> cells = grid.get(i);
            t.element("w:tr", tr -> {
                tr.element("w:trPr", pr -> {
                    pr.empty("w:cantSplit");
                    if (row.height() > 0) {
                        pr.empty("w:trHeight", "w:val", BodyPart.twips(row.height()), "w:hRule", "atLeast");
                    }
                    if (header) {
                        pr.empty("w:tblHeader");
                    }
                });
                var mark = header ? "" : hidden(cells);
                var bearer = cells.stream().filter(placed -> placed.top() && width(placed.column(), placed.cell().across()) > 0).findFirst();
                cells.forEach(placed -> cell(tr, row, placed, bearer.filter(placed::equals).isPresent() ? mark : ""));
            });
        }
    }

    /** A bookmark's name is at most 40 characters of letters, digits and underscores. */
    private String hidden(List<Grid.Placed> cells) {
        return cells.stream().filter(placed -> placed.top() && width(placed.column(), placed.cell().across()) == 0)
                .map(placed -> placed.cell().text()).filter(text -> text.matches("[A-Za-z0-9-]{1,36}"))
                .findFirst().map(text -> "row_" + text.replace('-', '_')).orElse("");
    }

    private void cell(Xml tr, Row row, Grid.Placed placed, String mark) {
        var cell = placed.cell();
        long width = width(placed.column(), cell.across());
        if (width == 0) {
            return;
        }
        Align given = cell.align();
        Align align = given != null ? given
                : row.role() == Role.TABLE_HEADER ? Align.CENTRE : table.columns().get(placed.column()).align();
        tr.element("w:tc", tc -> {
            tc.element("w:tcPr", pr -> {
                pr.empty("w:tcW", "w:w", width, "w:type", "dxa");
                int across = visible(placed.column(), cell.across());
                if (across > 1) {
                    pr.empty("w:gridSpan", "w:val", across);
                }
                if (cell.down() > 1) {
                    pr.empty("w:vMerge", "w:val", placed.top() ? "restart" : "continue");
                }
                pr.empty("w:vAlign", "w:val", "center");
            });
            tc.element("w:p", p -> {
                p.element("w:pPr", pr -> ParagraphXml.write(pr, row.role(), cell.setting(), align));
                if (!mark.isEmpty()) {
                    int number = nextMark++;
                    p.empty("w:bookmarkStart", "w:id", number, "w:name", mark);
                    p.empty("w:bookmarkEnd", "w:id", number);
                }
                RunXml.write(p, new Paragraph.Run(placed.top() ? cell.text() : "", false, null, cell.points()));
            });
        });
    }

    private long width(int from, int columns) {
        long width = 0;
        for (int c = from; c < from + columns; c++) {
            width += widths[c];
        }
        return width;
    }

    private int visible(int from, int columns) {
        int visible = 0;
        for (int c = from; c < from + columns; c++) {
            visible += widths[c] > 0 ? 1 : 0;
        }
        return visible;
    }
}

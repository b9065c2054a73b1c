package cn.yizhen.app.document;

import java.util.List;

/**
 * A table; its header rows repeat on every page.
 *
 * <p>Rows must cover the columns exactly, spans included; anything else is a defect of the caller and refused
 * with an exception that names the row.
 */
public record Table(List<Column> columns, List<Row> header, List<Row> rows, Lines lines) implements Block {

    /** How it is ruled. */
    public enum Lines {
        /** every cell boxed */
        BOXED,
        /** no lines at all */
        NONE
    }

    public Table {
        columns = List.copyOf(columns);
        header = List.copyOf(header);
        rows = List.copyOf(rows);
        Grid.place(columns.size(), header);
        Grid.place(columns.size(), rows);
    }

    /** One header row, made of the columns' headings. */
    public static Table of(List<Column> columns, List<Row> rows) {
        List<Cell> headings = columns.stream().map(c -> Cell.of(c.heading())).toList();
        return new Table(columns, List.of(new Row(Role.TABLE_HEADER, headings, 0)), rows, Lines.BOXED);
    }

    /** Without a header, as a form page has it. */
    public static Table plain(List<Column> columns, List<Row> rows) {
        return new Table(columns, List.of(), rows, Lines.BOXED);
    }

    public Table ruled(Lines as) {
        return new Table(columns, header, rows, as);
    }

    /** Where each header cell stands, row by row. */
    public List<List<Grid.Placed>> headerGrid() {
        return Grid.place(columns.size(), header);
    }

    /** Where each cell stands, row by row. */
    public List<List<Grid.Placed>> grid() {
        return Grid.place(columns.size(), rows);
    }
}

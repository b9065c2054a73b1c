package cn.yizhen.app.listing;

import cn.yizhen.app.document.Column;
import cn.yizhen.app.document.Document;
import cn.yizhen.app.document.Page;
import cn.yizhen.app.document.Paragraph;
import cn.yizhen.app.document.Role;
import cn.yizhen.app.document.Row;
import cn.yizhen.app.document.Section;
import cn.yizhen.app.document.StyleSheet;
import cn.yizhen.app.document.Table;
import java.util.List;

/**
 * A list with its rows.
 *
 * @param title also the name of the file
 * @param note  what must be said of it: as of which day, what is left out
 */
public record Listed(String title, String note, List<Column> columns, List<Row> rows) {

    public Listed {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** As a document of one sheet. */
    Document document() {
        return Document.of(title, StyleSheet.TABLES, Section.of(title, Page.A4_LANDSCAPE, Paragraph.of(Role.TITLE, title),
                Paragraph.of(Role.SUBTITLE, note), Table.of(columns, rows)));
    }
}

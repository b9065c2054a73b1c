package cn.yizhen.app.document.reading;

import java.util.List;

/**
 * What is looked for in a sheet: its columns, wherever they stand, under a header row somewhere near the top.
 *
 * @param sheet    its name
 * @param also     other names it goes by
 * @param required whether a workbook without it is refused
 */
public record Layout(String sheet, List<String> also, boolean required, List<Field> fields) {

    public Layout {
        also = List.copyOf(also);
        fields = List.copyOf(fields);
    }

    public static Layout of(String sheet, Field... fields) {
        return new Layout(sheet, List.of(), true, List.of(fields));
    }

    public Layout optional() {
        return new Layout(sheet, also, false, fields);
    }

    public Layout aka(String... names) {
        return new Layout(sheet, List.of(names), required, fields);
    }

    /** Reads all rows, collecting every finding; never stops at the first. */
    public Reading read(Workbook workbook) {
        return LayoutReader.read(this, workbook);
    }
}

package cn.yizhen.app.document.reading;

import cn.yizhen.rules.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * A workbook someone handed in, taken apart.
 *
 * @param fileName as the sender named it
 * @param content  the bytes as they came
 * @param sheets   the visible sheets, from left to right
 */
public record Workbook(String fileName, byte[] content, List<Sheet> sheets) {

    /** Header of the column the findings stand in when a workbook goes back; skipped when it comes in again. */
    public static final String FINDINGS_COLUMN = "导入检查";

    public Workbook {
        sheets = List.copyOf(sheets);
    }

    /**
     * Opens .xlsx, .xlsm and .xls by what is in them, whatever the file is called. Macros are not run, formulas
     * not computed, links not followed.
     *
     * @return refused where the file is empty, encrypted, broken, no workbook or beyond the {@link Limits}
     */
    public static Outcome<Workbook> open(String fileName, byte[] content) {
        return Opening.open(fileName, content, Limits.USUAL);
    }

    /** The sheet of that name; blanks in the name do not matter. */
    public Optional<Sheet> sheet(String name) {
        return sheets.stream().filter(s -> Headings.same(s.name(), name)).findFirst();
    }

    /**
     * The same workbook with each finding beside its row: in a column of its own, the cell marked by colour.
     * Everything else stays as it was handed in.
     */
    public byte[] with(List<Finding> findings) {
        return Returning.write(content, findings);
    }
}

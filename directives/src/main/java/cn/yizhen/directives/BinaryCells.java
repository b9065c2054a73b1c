package cn.yizhen.directives;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;

/** The cells of a Word 97 table that are merged downwards, known by where they end. */
final class BinaryCells {

    /** Whether the cell that ends there goes on from the one above. */
    private final Map<Integer, Boolean> goesOn = new HashMap<>();
    private MergedCells merged = new MergedCells();
    private int until;

    /** Looks at the table a paragraph begins. */
    void enter(Range range, Paragraph paragraph) {
        if (!paragraph.isInTable() || paragraph.getTableLevel() != 1 || paragraph.getStartOffset() < until) {
            return;
        }
        merged = new MergedCells();
        until = paragraph.getEndOffset();
        try {
            read(range.getTable(paragraph));
        } catch (IllegalArgumentException | IndexOutOfBoundsException unruly) {
            // a table the file describes wrongly is still read, cell by cell
            goesOn.clear();
        }
    }

    private void read(Table table) {
        until = Math.max(until, table.getEndOffset());
        for (int r = 0; r < table.numRows(); r++) {
            var row = table.getRow(r);
            for (int c = 0; c < row.numCells(); c++) {
                var cell = row.getCell(c);
                goesOn.put(cell.getEndOffset(), cell.isVerticallyMerged() && !cell.isFirstVerticallyMerged());
            }
        }
    }

    /** What the cell says that this paragraph closes, its own words or those of the cell it goes on from. */
    String close(Paragraph last, String words) {
        merged.cell();
        if (goesOn.getOrDefault(last.getEndOffset(), false)) {
            merged.merges("continue");
        }
        return merged.close(words);
    }

    void endRow() {
        merged.row();
    }
}

package cn.yizhen.app.document.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one sheet; cells merged downwards are repeated in each row they cover. */
final class Sheets {

    private final org.apache.poi.ss.usermodel.Sheet sheet;
    private final Limits limits;
    private final Map<CellAddress, CellRangeAddress> merged = new HashMap<>();
    private int mergedUpTo;

    private Sheets(org.apache.poi.ss.usermodel.Sheet sheet, Limits limits) {
        this.sheet = sheet;
        this.limits = limits;
        for (CellRangeAddress range : sheet.getMergedRegions()) {
            if (range.getNumberOfCells() <= limits.rows()) {
                range.forEach(cell -> merged.put(cell, range));
                mergedUpTo = Math.max(mergedUpTo, range.getLastColumn() + 1);
            }
        }
    }

    static Sheet read(org.apache.poi.ss.usermodel.Sheet sheet, Limits limits) {
        return new Sheets(sheet, limits).read();
    }

    private Sheet read() {
        List<Sheet.Line> lines = new ArrayList<>();
        for (int r = Math.max(0, sheet.getFirstRowNum()); r <= sheet.getLastRowNum(); r++) {
            var row = sheet.getRow(r);
            if (row == null) {
                continue;
            }
            var values = new TreeMap<Integer, Value>();
            int last = Math.min(Math.max(row.getLastCellNum(), mergedUpTo), limits.columns());
            for (int c = 0; c < last; c++) {
                Value value = value(r, c);
                if (value != null && !value.blank()) {
                    values.put(c + 1, value);
                }
            }
            if (values.values().stream().anyMatch(this::own)) {
                lines.add(new Sheet.Line(r + 1, values));
            }
        }
        return new Sheet(sheet.getSheetName(), lines);
    }

    /** Whether a value was written in its own row, not only reaches into it from a merged cell above. */
    private boolean own(Value value) {
        var range = merged.get(new CellAddress(value.place().row() - 1, value.place().column() - 1));
        return range == null || range.getFirstRow() == value.place().row() - 1;
    }

    private @Nullable Value value(int r, int c) {
        CellRangeAddress range = merged.get(new CellAddress(r, c));
        if (range != null && c > range.getFirstColumn()) {
            return null;
        }
        var row = sheet.getRow(range == null ? r : range.getFirstRow());
        Cell cell = row == null ? null : row.getCell(c);
        if (cell == null) {
            return null;
        }
        int across = range == null ? 1 : range.getLastColumn() - range.getFirstColumn() + 1;
        return value(new Place(sheet.getSheetName(), r + 1, c + 1), cell, across);
    }

    private static @Nullable Value value(Place place, Cell cell, int across) {
        boolean computed = cell.getCellType() == CellType.FORMULA;
        String formula = computed ? cell.getCellFormula() : null;
        CellType type = computed ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> new Value(place, clean(cell.getStringCellValue()), null, null, formula, null, across);
            case BOOLEAN -> new Value(place, cell.getBooleanCellValue() ? "是" : "否", null, null, formula, null, across);
            case ERROR -> new Value(place, "", null, null, formula, error(cell.getErrorCellValue()), across);
            case NUMERIC -> numeric(place, cell, formula, across);
            default -> null;
        };
    }

    private static Value numeric(Place place, Cell cell, @Nullable String formula, int across) {
        double raw = cell.getNumericCellValue();
        if (DateUtil.isCellDateFormatted(cell) && DateUtil.isValidExcelDate(raw)) {
            LocalDate day = cell.getLocalDateTimeCellValue().toLocalDate();
            return new Value(place, day.toString(), null, day, formula, null, across);
        }
        BigDecimal number = new BigDecimal(Double.toString(raw)).stripTrailingZeros();
        String pattern = cell.getCellStyle().getDataFormatString();
        String text = pattern != null && pattern.matches("0{2,}")
                ? new DataFormatter().formatRawCellContents(raw, cell.getCellStyle().getDataFormat(), pattern)
                : number.toPlainString();
        return new Value(place, text, number, null, formula, null, across);
    }

    private static String error(byte code) {
        return FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#ERROR";
    }

    /** Without the blanks and marks that look like nothing: no-break and full-width space, zero-width marks, controls. */
    private static String clean(String text) {
        return text.replaceAll("[\\u200B-\\u200F\\u2028-\\u202E\\u2060\\uFEFF]", "")
                .replace('\u00A0', ' ')
                .replace('\u3000', ' ')
                .replaceAll("\\R", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\n]]", " ")
                .strip();
    }
}

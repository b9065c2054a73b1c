package cn.yizhen.app.document.reading;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.WorkbookFactory;

/** Writes findings into the workbook they were found in. */
final class Returning {

    /** Of the column of reasons, in half-width characters. */
    private static final int WIDTH = 48;
    /** Of a line of words and of the highest row a workbook allows, in points. */
    private static final int LINE = 15;
    private static final int HIGHEST = 409;
    private static final int HEADER_SEARCH = 15;

    private Returning() {}

    static byte[] write(byte[] content, List<Finding> findings) {
        try (var poi = WorkbookFactory.create(new ByteArrayInputStream(content));
                var out = new ByteArrayOutputStream()) {
            findings.stream()
                    .collect(Collectors.groupingBy(f -> f.place().sheet()))
                    .forEach((name, ofSheet) -> {
                        Sheet sheet = poi.getSheet(name);
                        annotate(sheet != null ? sheet : poi.getSheetAt(0), ofSheet);
                    });
            poi.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void annotate(Sheet sheet, List<Finding> findings) {
        int header = headerRow(sheet, findings);
        int column = findingsColumn(sheet, header);
        CellStyle style = reasonStyle(sheet);
        write(sheet, header, column, Workbook.FINDINGS_COLUMN + "（改好后可原样上传，本列不读）", style);
        sheet.setColumnWidth(column, WIDTH * 256);
        var marked = new HashMap<Short, CellStyle>();
        var byRow = findings.stream().sorted((a, b) -> a.place().compareTo(b.place())).collect(Collectors.groupingBy(
                f -> f.place().row() == 0 ? header : f.place().row() - 1, TreeMap::new, Collectors.toList()));
        byRow.forEach((row, ofRow) -> {
            String words = ofRow.stream().map(Returning::words).distinct().collect(Collectors.joining("\n"));
            write(sheet, row, column, row == header ? Workbook.FINDINGS_COLUMN + "\n" + words : words, style);
            ofRow.stream().filter(f -> f.fault() && f.place().column() > 0).forEach(f -> mark(sheet, row, f.place().column() - 1, marked));
        });
    }

    private static String words(Finding finding) {
        String at = finding.place().column() > 0 ? finding.place().letters() + finding.place().row() + "：" : "";
        return (finding.fault() ? "" : "（提示）") + at + finding.reason().text() + finding.reason().nextStep();
    }

    /** The header is the last row above the first row with a finding that holds the findings column, else the fullest. */
    private static int headerRow(Sheet sheet, List<Finding> findings) {
        int first = findings.stream().mapToInt(f -> f.place().row()).filter(r -> r > 0).min().orElse(HEADER_SEARCH) - 1;
        int best = 0;
        int most = -1;
        for (int r = 0; r < Math.min(Math.max(first, 1), HEADER_SEARCH); r++) {
            Row row = sheet.getRow(r);
            int filled = row == null ? 0 : filled(row);
            if (filled >= most) {
                best = r;
                most = filled;
            }
        }
        return best;
    }

    private static int filled(Row row) {
        int n = 0;
        for (Cell cell : row) {
            n += cell.toString().isBlank() ? 0 : 1;
        }
        return n;
    }

    private static int findingsColumn(Sheet sheet, int header) {
        Row row = sheet.getRow(header);
        if (row != null) {
            for (Cell cell : row) {
                if (cell.toString().startsWith(Workbook.FINDINGS_COLUMN)) {
                    clear(sheet, cell.getColumnIndex());
                    return cell.getColumnIndex();
                }
            }
        }
        int last = 0;
        for (Row each : sheet) {
            last = Math.max(last, each.getLastCellNum());
        }
        return last;
    }

    private static void clear(Sheet sheet, int column) {
        for (Row row : sheet) {
            Cell cell = row.getCell(column);
            if (cell != null) {
                row.removeCell(cell);
            }
        }
    }

    private static void write(Sheet sheet, int r, int column, String words, CellStyle style) {
        Row row = sheet.getRow(r) == null ? sheet.createRow(r) : sheet.getRow(r);
        Cell cell = row.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
        cell.setCellValue(words);
        cell.setCellStyle(style);
        row.setHeightInPoints(Math.min(HIGHEST, Math.max(row.getHeightInPoints(), LINE * lines(words))));
    }

    /** Not every program makes a row as high as its words when it opens a file. */
    private static int lines(String words) {
        return words.lines().mapToInt(line -> 1 + line.codePoints().map(c -> c < 0x2000 ? 1 : 2).sum() / WIDTH).sum();
    }

    /** One style for all marked cells that looked alike: a workbook holds only so many. */
    private static void mark(Sheet sheet, int r, int column, Map<Short, CellStyle> marked) {
        Cell cell = sheet.getRow(r).getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
        cell.setCellStyle(marked.computeIfAbsent(cell.getCellStyle().getIndex(), _ -> {
            CellStyle style = sheet.getWorkbook().createCellStyle();
            style.cloneStyleFrom(cell.getCellStyle());
            style.setFillForegroundColor(IndexedColors.LIGHT_YELLOW.getIndex());
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            return style;
        }));
    }

    private static CellStyle reasonStyle(Sheet sheet) {
        CellStyle style = sheet.getWorkbook().createCellStyle();
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setBorderLeft(BorderStyle.THIN);
        var font = sheet.getWorkbook().createFont();
        font.setFontName("宋体");
        font.setColor(IndexedColors.DARK_RED.getIndex());
        style.setFont(font);
        return style;
    }
}

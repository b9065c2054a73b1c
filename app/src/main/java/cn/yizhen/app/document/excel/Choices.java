package cn.yizhen.app.document.excel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The values columns offer, kept on a hidden sheet because a list in the rule itself ends at 255 characters. */
final class Choices {

    private static final String SHEET = "可选项";

    private final XSSFWorkbook workbook;
    private final Map<List<String>, Integer> columns = new LinkedHashMap<>();

    Choices(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    /** Offers the values in rows {@code first} to {@code last} (0-based) of a column. */
    void offer(XSSFSheet sheet, List<String> values, int column, int first, int last) {
        int at = columns.computeIfAbsent(values, v -> columns.size());
        String letter = org.apache.poi.ss.util.CellReference.convertNumToColString(at);
        var rules = sheet.getDataValidationHelper();
        var rule = rules.createValidation(
                rules.createFormulaListConstraint("'" + SHEET + "'!$" + letter + "$1:$" + letter + "$" + values.size()),
                new CellRangeAddressList(first, last, column, column));
        rule.setShowErrorBox(true);
        rule.createErrorBox("请从列表中选择", "这一列只能填列表里的内容。");
        sheet.addValidationData(rule);
    }

    void hide() {
        if (columns.isEmpty()) {
            return;
        }
        XSSFSheet sheet = workbook.createSheet(SHEET);
        columns.forEach((values, column) -> {
            for (int r = 0; r < values.size(); r++) {
                var row = sheet.getRow(r) == null ? sheet.createRow(r) : sheet.getRow(r);
                row.createCell(column).setCellValue(values.get(r));
            }
        });
        workbook.setSheetHidden(workbook.getSheetIndex(sheet), true);
    }
}

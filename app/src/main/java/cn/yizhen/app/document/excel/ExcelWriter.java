package cn.yizhen.app.document.excel;

import cn.yizhen.app.document.Document;
import cn.yizhen.app.document.Section;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes a sheet for each section. */
public final class ExcelWriter {

    private static final int LONGEST_NAME = 31;

    private ExcelWriter() {}

    public static byte[] write(Document document) {
        try (var workbook = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            workbook.getProperties().getCoreProperties().setTitle(document.title());
            var styles = new CellStyles(workbook, document.style());
            var choices = new Choices(workbook);
            for (Section section : document.sections()) {
                var sheet = workbook.createSheet(freeName(workbook, section.name()));
                new SheetWriter(sheet, section, styles, choices).write();
            }
            choices.hide();
            workbook.setActiveSheet(0);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A legal name no other sheet has, as near to the wanted one as possible. */
    private static String freeName(XSSFWorkbook workbook, String wanted) {
        String safe = WorkbookUtil.createSafeSheetName(wanted.strip(), ' ').strip();
        String base = safe.isEmpty() ? "表" : safe;
        String name = base;
        for (int n = 2; workbook.getSheet(name) != null; n++) {
            String end = "（" + n + "）";
            name = base.substring(0, Math.min(base.length(), LONGEST_NAME - end.length())) + end;
        }
        return name;
    }
}

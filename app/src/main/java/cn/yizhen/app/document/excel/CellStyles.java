package cn.yizhen.app.document.excel;

import cn.yizhen.app.document.Align;
import cn.yizhen.app.document.Role;
import cn.yizhen.app.document.StyleSheet;
import cn.yizhen.app.document.Typography;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The cell styles of a workbook, each made once. */
final class CellStyles {

    private record Key(Role role, Align align, boolean boxed, boolean quoted) {}

    private static final short TEXT_FORMAT = 49;

    private final XSSFWorkbook workbook;
    private final StyleSheet sheet;
    private final Map<Key, XSSFCellStyle> made = new HashMap<>();
    private final Map<Role, XSSFFont> fonts = new EnumMap<>(Role.class);

    CellStyles(XSSFWorkbook workbook, StyleSheet sheet) {
        this.workbook = workbook;
        this.sheet = sheet;
    }

    /** The style for a text in a role; boxed inside tables. */
    XSSFCellStyle of(Role role, Align align, boolean boxed, String text) {
        return made.computeIfAbsent(new Key(role, align, boxed, looksComputed(text)), this::make);
    }

    double points(Role role) {
        return sheet.of(role).points();
    }

    /** What a spreadsheet, or the next program the file is saved for, might take for a formula. */
    private static boolean looksComputed(String text) {
        return !text.isEmpty() && "=+-@\t\r＝＋－＠".indexOf(text.charAt(0)) >= 0;
    }

    private XSSFCellStyle make(Key key) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(fonts.computeIfAbsent(key.role(), this::font));
        style.setWrapText(true);
        style.setDataFormat(TEXT_FORMAT);
        style.setQuotePrefixed(key.quoted());
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setAlignment(switch (key.align()) {
            case LEFT, BOTH -> HorizontalAlignment.LEFT;
            case SPREAD -> HorizontalAlignment.DISTRIBUTED;
            case CENTRE -> HorizontalAlignment.CENTER;
            case RIGHT -> HorizontalAlignment.RIGHT;
        });
        if (key.boxed()) {
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderBottom(BorderStyle.THIN);
            style.setBorderLeft(BorderStyle.THIN);
            style.setBorderRight(BorderStyle.THIN);
        }
        return style;
    }

    private XSSFFont font(Role role) {
        Typography look = sheet.of(role);
        XSSFFont font = workbook.createFont();
        font.setFontName(look.face().fontName());
        font.setFontHeight(look.points());
        font.setBold(look.bold());
        return font;
    }
}

package cn.yizhen.app.document.excel;

import cn.yizhen.app.document.Align;
import cn.yizhen.app.document.Block;
import cn.yizhen.app.document.Column;
import cn.yizhen.app.document.Footer;
import cn.yizhen.app.document.Framed;
import cn.yizhen.app.document.Grid;
import cn.yizhen.app.document.Page;
import cn.yizhen.app.document.Paragraph;
import cn.yizhen.app.document.Role;
import cn.yizhen.app.document.Row;
import cn.yizhen.app.document.Section;
import cn.yizhen.app.document.Table;
import java.util.List;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Writes one section: paragraphs as rows over all columns, tables as they are, the first table's header frozen. */
final class SheetWriter {

    /** Width of a digit of the standard font, mm: the unit of column widths. */
    private static final double DIGIT = 1.9;
    private static final double POINT = 25.4 / 72;
    private static final int LONGEST_TEXT = 32_000;
    /** Rows below a template's last row that still offer a column's choices. */
    private static final int ROOM = 3000;

    private final XSSFSheet sheet;
    private final Section section;
    private final CellStyles styles;
    private final Choices choices;
    private final int columns;
    private int next;
    private boolean frozen;

    SheetWriter(XSSFSheet sheet, Section section, CellStyles styles, Choices choices) {
        this.sheet = sheet;
        this.section = section;
        this.styles = styles;
        this.choices = choices;
        this.columns = section.blocks().stream().mapToInt(b -> b instanceof Table t ? t.columns().size() : 1).max().orElse(1);
    }

    void write() {
        section.blocks().stream().filter(Table.class::isInstance).map(Table.class::cast).findFirst()
                .ifPresentOrElse(t -> widths(t.columns()), () -> sheet.setColumnWidth(0, width(section.page().measure())));
        for (Block block : section.blocks()) {
            switch (block) {
                case Paragraph paragraph -> paragraph(paragraph);
                case Table table -> table(table);
                case Framed framed -> framed.paragraphs().forEach(this::paragraph);
            }
        }
        page(section.page());
        if (next > 0) {
            sheet.addIgnoredErrors(new CellRangeAddress(0, next, 0, columns), IgnoredErrorType.NUMBER_STORED_AS_TEXT);
        }
    }

    private void widths(List<Column> of) {
        double parts = of.stream().filter(c -> !c.hidden()).mapToDouble(Column::share).sum();
        for (int c = 0; c < of.size(); c++) {
            sheet.setColumnWidth(c, width(section.page().measure() * of.get(c).share() / parts));
            sheet.setColumnHidden(c, of.get(c).hidden());
        }
    }

    private static int width(double millimetres) {
        return (int) Math.min(255 * 256, millimetres / DIGIT * 256);
    }

    private void paragraph(Paragraph paragraph) {
        XSSFRow row = sheet.createRow(next++);
        Align align = paragraph.role() == Role.TITLE || paragraph.role() == Role.SUBTITLE ? Align.CENTRE
                : paragraph.role() == Role.SIGNATURE ? Align.RIGHT : Align.LEFT;
        put(row, 0, paragraph.text(), paragraph.role(), align, false);
        merge(row.getRowNum(), 1, 0, columns);
        row.setHeightInPoints((float) Heights.of(paragraph.text(), styles.points(paragraph.role()), section.page().measure()));
    }

    private void table(Table table) {
        int first = next;
        rows(table, table.header(), table.headerGrid());
        if (!frozen && next > first) {
            frozen = true;
            sheet.createFreezePane(0, next);
            sheet.setRepeatingRows(new CellRangeAddress(first, next - 1, -1, -1));
            hints(table, next - 1);
        }
        int body = next;
        rows(table, table.rows(), table.grid());
        for (int c = 0; c < table.columns().size(); c++) {
            List<String> offered = table.columns().get(c).choices();
            if (!offered.isEmpty()) {
                choices.offer(sheet, offered, c, body, next + ROOM);
            }
        }
    }

    private void rows(Table table, List<Row> rows, List<List<Grid.Placed>> grid) {
        for (int r = 0; r < rows.size(); r++) {
            Row row = rows.get(r);
            XSSFRow written = sheet.createRow(next++);
            written.setHeightInPoints((float) Math.max(row.height() / POINT, height(table, row, grid.get(r))));
            for (Grid.Placed placed : grid.get(r)) {
                cell(table, row, written, placed);
            }
        }
    }

    private double height(Table table, Row row, List<Grid.Placed> cells) {
        return cells.stream()
                .filter(placed -> placed.cell().down() == 1 && !table.columns().get(placed.column()).hidden())
                .mapToDouble(placed -> Heights.of(placed.cell().text(), styles.points(row.role()), width(table, placed)))
                .max().orElse(0);
    }

    /** Width of a cell, mm. */
    private double width(Table table, Grid.Placed placed) {
        double parts = table.columns().stream().filter(c -> !c.hidden()).mapToDouble(Column::share).sum();
        double own = table.columns().subList(placed.column(), placed.column() + placed.cell().across()).stream()
                .filter(c -> !c.hidden()).mapToDouble(Column::share).sum();
        return section.page().measure() * own / parts;
    }

    private void cell(Table table, Row row, XSSFRow written, Grid.Placed placed) {
        var cell = placed.cell();
        Align given = cell.align();
        Align align = given != null ? given
                : row.role() == Role.TABLE_HEADER ? Align.CENTRE : table.columns().get(placed.column()).align();
        for (int c = placed.column(); c < placed.column() + cell.across(); c++) {
            put(written, c, placed.top() && c == placed.column() ? cell.text() : "", row.role(), align, true);
        }
        if (placed.top()) {
            merge(written.getRowNum(), cell.down(), placed.column(), cell.across());
        }
    }

    private void put(XSSFRow row, int column, String text, Role role, Align align, boolean boxed) {
        XSSFCell cell = row.createCell(column);
        cell.setCellStyle(styles.of(role, align, boxed, text));
        if (!text.isEmpty()) {
            cell.setCellValue(text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "……（过长，全文见 Word 件）");
        }
    }

    private void merge(int row, int down, int column, int across) {
        if (down * across > 1) {
            sheet.addMergedRegionUnsafe(new CellRangeAddress(row, row + down - 1, column, column + across - 1));
        }
    }

    private void hints(Table table, int header) {
        var drawing = sheet.createDrawingPatriarch();
        for (int c = 0; c < table.columns().size(); c++) {
            String hint = table.columns().get(c).hint();
            if (!hint.isEmpty()) {
                var comment = drawing.createCellComment(drawing.createAnchor(0, 0, 0, 0, c, header + 1, c + 3, header + 6));
                comment.setString(hint);
                sheet.getRow(header).getCell(c).setCellComment(comment);
            }
        }
    }

    private void page(Page page) {
        var setup = sheet.getPrintSetup();
        setup.setLandscape(page.landscape());
        setup.setPaperSize(page.paper().equals("A3") ? PaperSize.A3_PAPER : PaperSize.A4_PAPER);
        sheet.setFitToPage(true);
        setup.setFitWidth((short) 1);
        setup.setFitHeight((short) 0);
        sheet.setHorizontallyCenter(true);
        margin(PageMargin.LEFT, page.left());
        margin(PageMargin.RIGHT, page.right());
        margin(PageMargin.TOP, page.top());
        margin(PageMargin.BOTTOM, page.bottom());
        sheet.getFooter().setCenter(switch (section.footer()) {
            case NONE -> "";
            case PAGE_OF_PAGES -> "第 &P 页　共 &N 页";
            case DASHED_PAGE, LETTER -> "— &P —";
        });
    }

    private void margin(PageMargin side, double millimetres) {
        sheet.setMargin(side, millimetres / 25.4);
    }
}

package cn.yizhen.directives;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripperByArea;

/** The words of a page with tables: what stands between them as it runs, each row of a table on one line, its cells apart by tabs. */
final class PdfPage {

    private final PDPage page;
    private final List<PdfGrid> tables;
    private final PDFTextStripperByArea words = new PDFTextStripperByArea();
    private final List<Rectangle2D> areas = new ArrayList<>();

    PdfPage(PDPage page, List<PdfGrid> tables) throws IOException {
        this.page = page;
        this.tables = tables;
        words.setSortByPosition(true);
        words.setLineSeparator("\n");
    }

    String text() throws IOException {
        double above = 0;
        for (var table : tables) {
            area(between(above, table.top()));
            for (int row = 0; row < table.rows(); row++) {
                table.row(row).stream().filter(cell -> !cell.goesOn()).forEach(cell -> area(cell.area()));
            }
            above = Math.max(above, table.bottom());
        }
        area(between(above, page.getCropBox().getHeight()));
        words.extractRegions(page);
        return composed();
    }

    private void area(Rectangle2D area) {
        words.addRegion(String.valueOf(areas.size()), area);
        areas.add(area);
    }

    private Rectangle2D between(double top, double bottom) {
        return new Rectangle2D.Double(0, top, page.getCropBox().getWidth(), Math.max(0, bottom - top));
    }

    private String composed() {
        var text = new StringBuilder();
        int next = 0;
        for (var table : tables) {
            text.append(said(next++));
            var merged = new MergedCells();
            for (int row = 0; row < table.rows(); row++) {
                merged.row();
                var line = new ArrayList<String>();
                for (var cell : table.row(row)) {
                    merged.cell();
                    merged.spans(String.valueOf(cell.columns()));
                    if (cell.goesOn()) {
                        merged.merges(null);
                    }
                    line.add(merged.close(cell.goesOn() ? "" : cell(said(next++))));
                }
                text.append(String.join("\t", line).stripTrailing()).append('\n');
            }
        }
        return text.append(said(next)).toString();
    }

    private String said(int area) {
        return words.getTextForRegion(String.valueOf(area));
    }

    /** Lines of a cell run on, as Chinese does. */
    private static String cell(String said) {
        return said.lines().map(String::strip).collect(Collectors.joining());
    }
}

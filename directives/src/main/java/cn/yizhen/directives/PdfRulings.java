package cn.yizhen.directives;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.jspecify.annotations.Nullable;

/** The straight lines drawn on a page of a PDF, which is all that is left of its tables. */
final class PdfRulings extends PDFGraphicsStreamEngine {

    private static final double THIN = 3;
    private static final double SHORTEST = 6;
    private static final int MOST = 20_000;

    /**
     * A line, level or upright, in points from the upper left corner.
     *
     * @param at   its place across its own direction
     * @param from where it begins, {@code to} where it ends, along its own direction
     */
    record Line(boolean level, double at, double from, double to) {}

    private final double height;
    private final List<Line> lines = new ArrayList<>();
    private final List<Point2D[]> path = new ArrayList<>();
    private @Nullable Point2D start;
    private @Nullable Point2D here;

    private PdfRulings(PDPage page) {
        super(page);
        this.height = page.getCropBox().getUpperRightY();
    }

    static List<Line> of(PDPage page) throws IOException {
        var rulings = new PdfRulings(page);
        rulings.processPage(page);
        return rulings.lines;
    }

    @Override
    public void appendRectangle(Point2D a, Point2D b, Point2D c, Point2D d) {
        path.add(new Point2D[] {a, b});
        path.add(new Point2D[] {b, c});
        path.add(new Point2D[] {c, d});
        path.add(new Point2D[] {d, a});
    }

    @Override
    public void moveTo(float x, float y) {
        start = new Point2D.Float(x, y);
        here = start;
    }

    @Override
    public void lineTo(float x, float y) {
        var next = new Point2D.Float(x, y);
        if (here != null) {
            path.add(new Point2D[] {here, next});
        }
        here = next;
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        here = new Point2D.Float(x3, y3);
    }

    @Override
    public @Nullable Point2D getCurrentPoint() {
        return here == null ? new Point2D.Float(0, 0) : here;
    }

    @Override
    public void closePath() {
        if (here != null && start != null) {
            path.add(new Point2D[] {here, start});
            here = start;
        }
    }

    @Override
    public void strokePath() {
        path.forEach(this::keep);
        path.clear();
    }

    /** A filled surface is a line only where it is thin; the edges of a coloured cell are none. */
    @Override
    public void fillPath(int windingRule) {
        double wide = extent(true);
        double high = extent(false);
        if (Math.min(wide, high) < THIN) {
            strokePath();
        }
        path.clear();
    }

    @Override
    public void fillAndStrokePath(int windingRule) {
        strokePath();
    }

    @Override
    public void endPath() {
        path.clear();
    }

    @Override
    public void clip(int windingRule) {}

    @Override
    public void drawImage(PDImage image) {}

    @Override
    public void shadingFill(COSName name) {}

    private double extent(boolean across) {
        var range = path.stream().flatMap(java.util.Arrays::stream).mapToDouble(p -> across ? p.getX() : p.getY()).summaryStatistics();
        return range.getCount() == 0 ? 0 : range.getMax() - range.getMin();
    }

    private void keep(Point2D[] ends) {
        double dx = Math.abs(ends[0].getX() - ends[1].getX());
        double dy = Math.abs(ends[0].getY() - ends[1].getY());
        if (lines.size() >= MOST || Math.min(dx, dy) > 1 || Math.max(dx, dy) < SHORTEST) {
            return;
        }
        double y0 = height - ends[0].getY();
        double y1 = height - ends[1].getY();
        lines.add(dy <= dx
                ? new Line(true, (y0 + y1) / 2, Math.min(ends[0].getX(), ends[1].getX()), Math.max(ends[0].getX(), ends[1].getX()))
                : new Line(false, (ends[0].getX() + ends[1].getX()) / 2, Math.min(y0, y1), Math.max(y0, y1)));
    }
}

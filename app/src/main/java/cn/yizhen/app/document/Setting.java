package cn.yizhen.app.document;

import org.jspecify.annotations.Nullable;

/**
 * How one paragraph is set where its role alone does not tell; replaces the role's indents and spaces. All in points.
 *
 * @param left     indent from the left
 * @param right    indent from the right; negative reaches beyond the type area, as {@code left} does
 * @param first    first line further in, negative for further out
 * @param leading  exact distance of lines, 0 for the role's
 * @param align    null for the role's
 * @param above    line over the paragraph
 * @param below    line under it
 * @param rightTab where text after a tab ends, from the left edge; 0 for none
 * @param withNext stays on the page of the paragraph after it
 */
public record Setting(
        double left, double right, double first, double before, double after, double leading, @Nullable Align align,
        @Nullable Rule above, @Nullable Rule below, double rightTab, boolean withNext) {

    public static final Setting PLAIN = new Setting(0, 0, 0, 0, 0, 0, null, null, null, 0, false);

    /** Indented on both sides, the first line apart. */
    public Setting indented(double fromLeft, double fromRight, double firstLine) {
        return new Setting(fromLeft, fromRight, firstLine, before, after, leading, align, above, below, rightTab, withNext);
    }

    public Setting spaced(double over, double under) {
        return new Setting(left, right, first, over, under, leading, align, above, below, rightTab, withNext);
    }

    public Setting leading(double exactPoints) {
        return new Setting(left, right, first, before, after, exactPoints, align, above, below, rightTab, withNext);
    }

    public Setting aligned(Align to) {
        return new Setting(left, right, first, before, after, leading, to, above, below, rightTab, withNext);
    }

    public Setting ruled(@Nullable Rule over, @Nullable Rule under) {
        return new Setting(left, right, first, before, after, leading, align, over, under, rightTab, withNext);
    }

    public Setting tabbed(double end) {
        return new Setting(left, right, first, before, after, leading, align, above, below, end, withNext);
    }

    public Setting keptWithNext() {
        return new Setting(left, right, first, before, after, leading, align, above, below, rightTab, true);
    }
}

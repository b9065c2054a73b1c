package cn.yizhen.app.document;

import java.util.List;

/**
 * A column of a table.
 *
 * @param heading its header text
 * @param share   its width in parts; the parts of all visible columns make up the type area
 * @param hidden  kept out of sight, an identifier for reading back: as a hidden column of a workbook, as a bookmark of the row in Word
 * @param hint    shown in a workbook when the header is pointed at; empty for none
 * @param choices the values a workbook offers in this column; empty for free entry
 */
public record Column(String heading, double share, Align align, boolean hidden, String hint, List<String> choices) {

    public Column {
        choices = List.copyOf(choices);
        if (share <= 0) {
            throw new IllegalArgumentException("column " + heading + " has no width");
        }
    }

    public static Column of(String heading, double share) {
        return new Column(heading, share, Align.LEFT, false, "", List.of());
    }

    public Column centred() {
        return new Column(heading, share, Align.CENTRE, hidden, hint, choices);
    }

    public Column outOfSight() {
        return new Column(heading, share, align, true, hint, choices);
    }

    public Column hint(String text) {
        return new Column(heading, share, align, hidden, text, choices);
    }

    public Column offering(List<String> values) {
        return new Column(heading, share, align, hidden, hint, values);
    }
}

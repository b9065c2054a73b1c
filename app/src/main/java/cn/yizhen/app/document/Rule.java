package cn.yizhen.app.document;

/**
 * A line over the width of a paragraph.
 *
 * @param points thickness
 * @param gap    distance from the text in points, at most 31
 */
public record Rule(double points, Ink ink, double gap) {

    public Rule {
        if (points <= 0 || points > 6 || gap < 0 || gap > 31) {
            throw new IllegalArgumentException("not a rule: " + points + " pt, gap " + gap + " pt");
        }
    }
}

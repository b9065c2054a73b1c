package cn.yizhen.app.document.formal;

import cn.yizhen.app.document.Figure;
import cn.yizhen.app.document.Framed;
import cn.yizhen.app.document.Ink;
import cn.yizhen.app.document.Paragraph;
import cn.yizhen.app.document.Role;
import cn.yizhen.app.document.Rule;
import cn.yizhen.app.document.Setting;
import cn.yizhen.app.document.Standard;
import cn.yizhen.rules.calendar.Days;
import java.util.ArrayList;
import java.util.List;

/**
 * 版记 at the foot of the last page: its last line meets the lower edge of the type area. A letter's has no lines and
 * does not say who printed it (10.1).
 */
final class ImprintFrame {

    private static final double IN = Standard.IMPRINT_INDENT.amount() * Standard.SIZE_4.points();
    private static final double LINE = 1;
    private static final double POINTS_PER_MM = 72 / 25.4;
    private static final double LEADING = Standard.SIZE_4.points() * 1.6;

    private final List<Paragraph> paragraphs = new ArrayList<>();
    private final boolean ruled;
    private double height;

    private ImprintFrame(boolean ruled) {
        this.ruled = ruled;
    }

    static Framed of(FormalDocument document) {
        var frame = new ImprintFrame(document.kind().format() != FormalKind.Format.LETTER);
        var imprint = document.imprint();
        frame.line(Standard.IMPRINT_OUTER_LINE);
        if (!imprint.copies().isBlank()) {
            double label = 3 * Standard.SIZE_4.points();
            frame.words("抄送：" + imprint.copies() + "。", Setting.PLAIN.indented(IN + label, IN, -label));
        }
        var on = imprint.printedOn();
        if (frame.ruled && !imprint.printedBy().isBlank()) {
            if (!imprint.copies().isBlank()) {
                frame.line(Standard.IMPRINT_INNER_LINE);
            }
            frame.words(imprint.printedBy() + (on == null ? "" : "\t" + Days.full(on) + "印发"),
                    Setting.PLAIN.indented(IN, 0, 0).tabbed(Standard.TYPE_WIDTH.points() - IN));
        }
        frame.line(Standard.IMPRINT_OUTER_LINE);
        double height = frame.height / POINTS_PER_MM;
        return new Framed(frame.paragraphs, Standard.BINDING.mm(), Standard.TOP.mm() + Standard.TYPE_HEIGHT.mm() - height, Standard.TYPE_WIDTH.mm(),
                height, true);
    }

    private void words(String words, Setting setting) {
        double wide = Standard.TYPE_WIDTH.points() - setting.left() - setting.right();
        height += LEADING * Math.ceil((Widths.of(words) * Standard.SIZE_4.points() + setting.first()) / wide);
        paragraphs.add(Paragraph.of(Role.IMPRINT, words).set(setting.leading(LEADING)));
    }

    /** A line of its own paragraph: one at the words would stand in with them. */
    private void line(Figure weight) {
        if (ruled) {
            height += LINE + weight.points();
            paragraphs.add(Paragraph.of(Role.IMPRINT, "").set(Setting.PLAIN.leading(LINE).ruled(null, new Rule(weight.points(), Ink.BLACK, 0))));
        }
    }
}

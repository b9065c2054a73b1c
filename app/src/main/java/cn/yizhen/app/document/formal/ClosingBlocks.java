package cn.yizhen.app.document.formal;

import cn.yizhen.app.document.Align;
import cn.yizhen.app.document.Block;
import cn.yizhen.app.document.Paragraph;
import cn.yizhen.app.document.Role;
import cn.yizhen.app.document.Setting;
import cn.yizhen.app.document.Standard;
import cn.yizhen.rules.calendar.Days;
import java.util.ArrayList;
import java.util.List;

/** 署名、成文日期、附注. No seal is drawn; where one goes, its room is left. */
final class ClosingBlocks {

    private ClosingBlocks() {}

    static List<Block> of(FormalDocument document) {
        var closing = document.closing();
        var blocks = new ArrayList<Block>();
        var date = closing.date();
        if (document.kind().format() != FormalKind.Format.BRIEFING && date != null) {
            signature(blocks, closing.signed(), Days.full(date), closing.sealed());
        }
        if (!closing.note().isBlank()) {
            blocks.add(Paragraph.of(Role.FLUSH, "（" + closing.note() + "）")
                    .set(Setting.PLAIN.indented(Widths.characters(Standard.NOTE_INDENT.amount()), 0, 0)));
        }
        return blocks;
    }

    /** Sealed: the date four characters in, the name over its middle. Otherwise the date begins two characters after the name. */
    private static void signature(List<Block> blocks, String signed, String date, boolean sealed) {
        double dateRight = Widths.characters(Standard.DATE_RIGHT_SEALED.amount());
        double signedRight = dateRight + (Widths.points(date) - Widths.points(signed)) / 2;
        double above = Standard.BLANK_ABOVE_SEAL.points();
        if (!sealed) {
            above = Standard.BLANK_ABOVE_SIGNED.points();
            double in = Widths.characters(Standard.SIGNED_RIGHT.amount());
            double shifted = Widths.points(signed) - in - Widths.points(date);
            signedRight = in + Math.max(0, -shifted);
            dateRight = in + Math.max(0, shifted);
        } else if (signedRight < 0) {
            dateRight -= signedRight;
            signedRight = 0;
        }
        if (!signed.isBlank()) {
            blocks.add(line(signed, signedRight, above, true));
            above = 0;
        }
        blocks.add(line(date, dateRight, above, false));
    }

    private static Paragraph line(String words, double right, double above, boolean withNext) {
        var setting = Setting.PLAIN.indented(0, right, 0).spaced(above, 0).aligned(Align.RIGHT);
        return Paragraph.of(Role.SIGNATURE, words).set(withNext ? setting.keptWithNext() : setting);
    }
}

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

    private static final int SEALS_A_ROW = 3;
    private static final String BETWEEN = "　　";
    /** In a draft that nobody has signed off. */
    private static final String NOT_YET = "　　　　年　　月　　日";

    private ClosingBlocks() {}

    static List<Block> of(FormalDocument document) {
        var closing = document.closing();
        var blocks = new ArrayList<Block>();
        if (document.kind().format() != FormalKind.Format.BRIEFING && (closing.date() != null || !closing.signed().isBlank())) {
            var date = closing.date() == null ? NOT_YET : Days.full(closing.date());
            var signed = JointMark.of(closing.signed()).offices();
            if (signed.size() > 1) {
                together(blocks, signed, date);
            } else {
                signature(blocks, closing.signed(), date, closing.sealed());
            }
        }
        if (!closing.note().isBlank()) {
            blocks.add(Paragraph.of(Role.FLUSH, "（" + closing.note() + "）")
                    .set(Setting.PLAIN.indented(Widths.characters(Standard.NOTE_INDENT.amount()), 0, 0)));
        }
        return blocks;
    }

    /** Several offices in their order, at most three seals a row and no more names than a line holds; the day under the last row, in as under one seal (7.3.5). */
    private static void together(List<Block> blocks, List<String> signed, String date) {
        double in = Widths.characters(Standard.DATE_RIGHT_SEALED.amount());
        for (int i = 0, next; i < signed.size(); i = next) {
            next = i + fitting(signed.subList(i, signed.size()));
            var names = String.join(BETWEEN, signed.subList(i, next));
            double right = Math.max(0, Math.min(in, Standard.TYPE_WIDTH.points() - Widths.points(names)));
            blocks.add(line(names, right, i == 0 ? Standard.BLANK_ABOVE_SEAL.points() : Standard.BLANK_ABOVE_SEAL.points() / 2, true));
        }
        blocks.add(line(date, in, 0, false));
    }

    private static int fitting(List<String> signed) {
        int fit = Math.min(SEALS_A_ROW, signed.size());
        while (fit > 1 && Widths.points(String.join(BETWEEN, signed.subList(0, fit))) > Standard.TYPE_WIDTH.points()) {
            fit--;
        }
        return fit;
    }

    private static void signature(List<Block> blocks, String signed, String date, boolean sealed) {
        if (signed.isBlank()) {
            double in = sealed ? Widths.characters(Standard.DATE_RIGHT_SEALED.amount()) : Widths.characters(Standard.SIGNED_RIGHT.amount());
            blocks.add(line(date, in, sealed ? Standard.BLANK_ABOVE_SEAL.points() : Standard.BLANK_ABOVE_SIGNED.points(), false));
        } else if (sealed) {
            sealed(blocks, signed, date);
        } else {
            unsealed(blocks, signed, date);
        }
    }

    /**
     * The date four characters in, the name over its middle. Both stand centred on one axis, so that one is over the other
     * however wide the reader's digits are (decision 0226).
     */
    private static void sealed(List<Block> blocks, String signed, String date) {
        double wide = Widths.points(signed);
        double axis = Math.max(Widths.characters(Standard.DATE_RIGHT_SEALED.amount()) + Widths.points(date) / 2, wide / 2);
        blocks.add(Paragraph.of(Role.SIGNATURE, signed).set(centre(axis, wide).spaced(Standard.BLANK_ABOVE_SEAL.points(), 0).keptWithNext()));
        blocks.add(Paragraph.of(Role.SIGNATURE, date).set(centre(axis, Widths.points(date))));
    }

    /** The date begins two characters after the name; a date as long as the name ends two characters in, and the name moves (7.3.5.2). */
    private static void unsealed(List<Block> blocks, String signed, String date) {
        double in = Widths.characters(Standard.SIGNED_RIGHT.amount());
        double shifted = Widths.points(signed) - in - Widths.points(date);
        blocks.add(line(signed, in + Math.max(0, -shifted), Standard.BLANK_ABOVE_SIGNED.points(), true));
        blocks.add(shifted < 0 ? line(date, in, 0, false) : Paragraph.of(Role.SIGNATURE, date)
                .set(Setting.PLAIN.indented(Standard.TYPE_WIDTH.points() - Widths.points(signed), 0, 0).aligned(Align.LEFT)));
    }

    /** Indents of which the axis is the middle, counted from the right edge; beyond the edge where the words would touch both. */
    private static Setting centre(double axis, double wide) {
        double beyond = Math.max(0, wide / 2 + Widths.characters(1) - axis);
        return Setting.PLAIN.indented(Standard.TYPE_WIDTH.points() - 2 * axis - beyond, -beyond, 0).aligned(Align.CENTRE);
    }

    private static Paragraph line(String words, double right, double above, boolean withNext) {
        var setting = Setting.PLAIN.indented(0, right, 0).spaced(above, 0).aligned(Align.RIGHT);
        return Paragraph.of(Role.SIGNATURE, words).set(withNext ? setting.keptWithNext() : setting);
    }
}

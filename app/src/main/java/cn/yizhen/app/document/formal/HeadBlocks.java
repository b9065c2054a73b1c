package cn.yizhen.app.document.formal;

import cn.yizhen.app.document.Align;
import cn.yizhen.app.document.Block;
import cn.yizhen.app.document.Framed;
import cn.yizhen.app.document.Ink;
import cn.yizhen.app.document.Paragraph;
import cn.yizhen.app.document.Paragraph.Run;
import cn.yizhen.app.document.RedDoubleLine;
import cn.yizhen.app.document.Role;
import cn.yizhen.app.document.Rule;
import cn.yizhen.app.document.Setting;
import cn.yizhen.app.document.Standard;
import cn.yizhen.app.document.Typeface;
import cn.yizhen.rules.calendar.Days;
import java.util.ArrayList;
import java.util.List;

/** 版头: what stands above the title, by format. */
final class HeadBlocks {

    /** A line is a little higher than its characters; half of that is white above them. */
    static final double LINE_FOR_SIZE = 1.15;
    /** From the top of the line to the top of the characters, in parts of the size; measured on the rendered page. */
    static final double WHITE_ABOVE = 0.08;
    private static final double WHITE_BELOW = 0.15;
    private static final double POINTS_PER_MM = 72 / 25.4;
    private static final double LINES_HEIGHT = 5;
    private static final double URGENCY_LINES = 1;
    private static final int SIGNERS_A_LINE = 2;
    /** The distance is from the characters, below which their line has a third of its white. */
    private static final Rule RED = new Rule(Standard.RED_LINE.points(), Ink.RED,
            Standard.RED_LINE_BELOW_NUMBER.points() - (Standard.LEADING.points() - Standard.SIZE_3.points()) / 3);

    private final FormalDocument of;
    private final List<Block> blocks = new ArrayList<>();

    private HeadBlocks(FormalDocument of) {
        this.of = of;
    }

    static List<Block> of(FormalDocument document) {
        var head = new HeadBlocks(document);
        switch (document.kind().format()) {
            case FILE -> head.file();
            case LETTER -> head.letter();
            case MINUTES -> head.minutes();
            case BRIEFING -> head.briefing();
        }
        head.title();
        return head.blocks;
    }

    private void file() {
        urgency();
        mark(Standard.MARK_TOP.points() - (of.head().urgency().isEmpty() ? 0 : URGENCY_LINES * Standard.LEADING.points()));
        if (of.kind().upward()) {
            upwardNumber();
        } else {
            number(Align.CENTRE);
        }
    }

    /** Mark and double line stand above the type area, in a frame as wide as the line. */
    private void letter() {
        double size = sizeOf(JointMark.of(of.head().mark()).first());
        var mark = Paragraph.of(Role.MARK, new Run(JointMark.of(of.head().mark()).first(), false, null, size)).set(Setting.PLAIN.leading(size * LINE_FOR_SIZE));
        var line = Paragraph.of(Role.FLUSH, "").set(RedDoubleLine.opening().spaced(Standard.LETTER_LINES_BELOW_MARK.points() - size * WHITE_BELOW, 0));
        double height = size * LINE_FOR_SIZE + Standard.LETTER_LINES_BELOW_MARK.points() + LINES_HEIGHT;
        blocks.add(new Framed(List.of(mark, line), (Standard.PAPER_WIDTH.mm() - Standard.LETTER_LINES_WIDTH.mm()) / 2,
                Standard.LETTER_MARK_TOP.mm() - size * WHITE_ABOVE / POINTS_PER_MM, Standard.LETTER_LINES_WIDTH.mm(), height / POINTS_PER_MM, false));
        blocks.add(Paragraph.of(Role.FLUSH, of.head().number()).set(Setting.PLAIN.spaced(Standard.LETTER_LINES_TO_TEXT.points() / 2, 0).aligned(Align.RIGHT)));
        urgency();
    }

    private void minutes() {
        mark(Standard.MARK_TOP.points());
        number(Align.CENTRE);
    }

    /** 期号 in the middle, below it the office on the left and the day on the right, above the red line. */
    private void briefing() {
        mark(Standard.MARK_TOP.points());
        blocks.add(Paragraph.of(Role.FLUSH, of.head().number()).set(Setting.PLAIN.spaced(Standard.BLANK_ABOVE_NUMBER.points() / 2, 0).aligned(Align.CENTRE)));
        var date = of.closing().date();
        blocks.add(Paragraph.of(Role.FLUSH, of.closing().signed() + "\t" + (date == null ? "" : Days.full(date)))
                .set(inByOne().spaced(Standard.BLANK_ABOVE_NUMBER.points() / 4, 0).ruled(null, RED)));
    }

    private void urgency() {
        if (!of.head().urgency().isEmpty()) {
            blocks.add(Paragraph.of(Role.LABEL, of.head().urgency()));
        }
    }

    /** As large as the type area allows, never larger than the usual size. */
    static double sizeOf(String mark) {
        return Math.min(Standard.MARK_SIZE.points(), Math.floor(Standard.TYPE_WIDTH.points() / Math.max(1, Widths.of(mark))));
    }

    private void mark(double toItsTop) {
        var joint = JointMark.of(of.head().mark());
        if (joint.several()) {
            blocks.addAll(joint.blocks(toItsTop));
            return;
        }
        double size = sizeOf(of.head().mark());
        double line = size * LINE_FOR_SIZE;
        double before = toItsTop - size * WHITE_ABOVE;
        blocks.add(Paragraph.of(Role.MARK, new Run(of.head().mark(), false, null, size))
                .set(Setting.PLAIN.spaced(Math.max(0, before), 0).leading(line)));
    }

    private void number(Align align) {
        blocks.add(Paragraph.of(Role.FLUSH, of.head().number())
                .set(Setting.PLAIN.spaced(Standard.BLANK_ABOVE_NUMBER.points(), 0).aligned(align).ruled(null, RED)));
    }

    /** 发文字号 on the left, 签发人 on the right, two names a line, each in by one character; the number stands on the last line. */
    private void upwardNumber() {
        var signers = of.head().signers();
        int lines = Math.max(1, (signers.size() + SIGNERS_A_LINE - 1) / SIGNERS_A_LINE);
        for (int line = 0; line < lines; line++) {
            var names = signers.subList(line * SIGNERS_A_LINE, Math.min(signers.size(), (line + 1) * SIGNERS_A_LINE));
            boolean last = line == lines - 1;
            var label = line == 0 ? "签发人：" : "　　　　";
            blocks.add(Paragraph.of(Role.FLUSH, new Run((last ? of.head().number() : "") + "\t" + label, false), Run.in(Typeface.KAI, names(names, lines > 1)))
                    .set(inByOne().spaced(line == 0 ? Standard.BLANK_ABOVE_NUMBER.points() : 0, 0).ruled(null, last ? RED : null)));
        }
    }

    /** Under one another where there are several lines. */
    private static String names(List<String> names, boolean aligned) {
        var joined = String.join("　", names.stream().map(name -> aligned ? name + "　".repeat(Math.max(0, 3 - name.length())) : name).toList());
        return aligned && names.size() < SIGNERS_A_LINE ? joined + "　".repeat(4) : joined;
    }

    /** The line under it is as wide as the type area, so the text stands in by spaces of whole characters, not by indents. */
    private static Setting inByOne() {
        double in = Widths.characters(Standard.NUMBER_INDENT.amount());
        return Setting.PLAIN.indented(0, 0, in).tabbed(Standard.TYPE_WIDTH.points() - in);
    }

    private void title() {
        blocks.add(Paragraph.of(Role.TITLE, TitleLines.of(of.title()))
                .set(Setting.PLAIN.spaced(Standard.BLANK_ABOVE_TITLE.points(), Standard.BLANK_BELOW_TITLE.points()).aligned(Align.CENTRE)));
    }
}

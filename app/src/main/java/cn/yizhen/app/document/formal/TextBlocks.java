package cn.yizhen.app.document.formal;

import cn.yizhen.app.document.Block;
import cn.yizhen.app.document.Paragraph;
import cn.yizhen.app.document.Paragraph.Run;
import cn.yizhen.app.document.Role;
import cn.yizhen.app.document.Setting;
import cn.yizhen.app.document.Standard;
import cn.yizhen.app.document.Typeface;
import java.util.ArrayList;
import java.util.List;

/** 主体 from 主送 to 附件说明 and 出席名单. */
final class TextBlocks {

    private final FormalDocument of;
    private final List<Block> blocks = new ArrayList<>();

    private TextBlocks(FormalDocument of) {
        this.of = of;
    }

    static List<Block> of(FormalDocument document) {
        var text = new TextBlocks(document);
        text.addressees();
        boolean attendance = document.kind() == FormalKind.MINUTES;
        if (!attendance) {
            text.particulars(0);
        }
        document.text().parts().forEach(part -> text.blocks.add(paragraph(part)));
        if (document.attachments().isEmpty() && !attendance) {
            text.keepLast();
        }
        text.attachments();
        if (attendance) {
            text.particulars(Standard.BLANK_ABOVE_ATTENDANCE.points());
        }
        return text.blocks;
    }

    private void addressees() {
        if (!of.addressees().isBlank()) {
            blocks.add(Paragraph.of(Role.FLUSH, of.addressees() + "："));
        }
    }

    /** A label in 黑体 and its words, turned lines under the first word. */
    private void particulars(double above) {
        double before = above;
        for (var one : of.particulars()) {
            double in = Widths.characters(Standard.ATTENDANCE_INDENT.amount());
            double label = Widths.points(one.label() + "：");
            blocks.add(Paragraph.of(Role.FLUSH, Run.in(Typeface.HEI, one.label() + "："), new Run(one.words(), false))
                    .set(Setting.PLAIN.indented(in + label, 0, -label).spaced(before, 0)));
            before = 0;
        }
    }

    /** No page may hold the signature alone. */
    private void keepLast() {
        if (!blocks.isEmpty() && blocks.getLast() instanceof Paragraph last && last.setting() == null) {
            double in = last.role() == Role.FLUSH ? 0 : Widths.characters(Standard.PARAGRAPH_INDENT.amount());
            blocks.set(blocks.size() - 1, last.set(Setting.PLAIN.indented(0, 0, in).keptWithNext()));
        }
    }

    /** What goes on after a heading on its line is text, and breaks over pages as text does. */
    private static Paragraph paragraph(FormalText.Part part) {
        return part.rest().isEmpty() || part.heading().isEmpty()
                ? Paragraph.of(part.role(), part.words())
                : Paragraph.of(Role.BODY, Run.in(FormalStyle.SHEET.of(part.role()).face(), part.heading()), new Run(part.rest(), false));
    }

    /** 附件：1. …, names under one another, turned lines under the name. */
    private void attachments() {
        var names = of.attachments();
        double in = Widths.characters(Standard.ATTACHMENT_INDENT.amount());
        double label = Widths.points("附件：");
        double number = names.size() > 1 ? Widths.characters(1) : 0;
        for (int i = 0; i < names.size(); i++) {
            String counted = (names.size() > 1 ? i + 1 + ".\t" : "") + names.get(i);
            blocks.add(Paragraph.of(Role.FLUSH, i == 0 ? "附件：" + counted : counted)
                    .set(Setting.PLAIN.indented(in + label + number, 0, i == 0 ? -label - number : -number)
                            .spaced(i == 0 ? Standard.BLANK_ABOVE_ATTACHMENTS.points() : 0, 0)));
        }
    }
}

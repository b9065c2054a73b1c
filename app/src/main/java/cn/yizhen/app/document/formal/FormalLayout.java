package cn.yizhen.app.document.formal;

import cn.yizhen.app.document.Block;
import cn.yizhen.app.document.Document;
import cn.yizhen.app.document.Footer;
import cn.yizhen.app.document.Framed;
import cn.yizhen.app.document.Page;
import cn.yizhen.app.document.Paragraph;
import cn.yizhen.app.document.Role;
import cn.yizhen.app.document.Section;
import cn.yizhen.app.document.Setting;
import cn.yizhen.app.document.Standard;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Sets a formal document in type: head, text, closing, annexes and imprint, each from the figures of the standard. */
public final class FormalLayout {

    private static final double POINTS_PER_MM = 72 / 25.4;

    private FormalLayout() {}

    public static Document of(FormalDocument document) {
        boolean letter = document.kind().format() == FormalKind.Format.LETTER;
        var text = new ArrayList<>(Stream.of(HeadBlocks.of(document), TextBlocks.of(document), ClosingBlocks.of(document))
                .flatMap(List::stream).toList());
        var sections = new ArrayList<Section>();
        boolean bare = document.imprint().empty();
        var ends = Paging.of(text);
        var spread = Paging.spread(text);
        var imprint = ImprintFrame.of(document);
        boolean fits = fits(imprint, ends) && fits(imprint, spread);
        boolean behind = !bare && document.annexes().isEmpty() && (fits || !ends.even());
        if (behind && fits) {
            text.add(imprint);
        }
        sections.add(new Section("正文", letter ? FormalStyle.LETTER_PAGE : FormalStyle.PAGE, letter ? Footer.LETTER : Footer.DASHED_PAGE, text));
        for (int i = 0; i < document.annexes().size(); i++) {
            sections.add(annex(document.annexes().get(i), document.annexes().size() == 1 ? "附件" : "附件" + (i + 1)));
        }
        if (behind && !fits) {
            sections.add(new Section("版记", FormalStyle.PAGE, Footer.DASHED_PAGE, List.of(imprint), true));
        } else if (!bare && !behind) {
            sections.add(new Section("版记", FormalStyle.PAGE, Footer.NONE, List.of(Paragraph.of(Role.IMPRINT, ""), imprint), true));
        }
        return new Document(document.title(), FormalStyle.SHEET, sections);
    }

    /**
     * The text ends on an even page with room for the imprint and some white above it. Without room a blank page comes
     * between, and neither bears a number (7.5).
     */
    private static boolean fits(Framed imprint, Paging.End ends) {
        return ends.even() && ends.left() >= imprint.height() * POINTS_PER_MM + Standard.LEADING.points() / 2;
    }

    /** “附件1” on the first line, its title in the middle of the third (7.3.7). */
    private static Section annex(FormalDocument.Annex annex, String label) {
        var blocks = new ArrayList<Block>();
        blocks.add(Paragraph.of(Role.LABEL, label));
        double white = (Standard.ANNEX_TITLE_LINE.amount() - 2) * Standard.LEADING.points();
        blocks.add(Paragraph.of(Role.TITLE, annex.title()).set(Setting.PLAIN.spaced(white, Standard.LEADING.points())));
        blocks.addAll(annex.blocks());
        Page page = annex.lying() ? FormalStyle.LYING : FormalStyle.PAGE;
        return new Section(label, page, Footer.DASHED_PAGE, blocks);
    }
}

package cn.yizhen.app.document.word;

import cn.yizhen.app.document.Align;
import cn.yizhen.app.document.Footer;
import cn.yizhen.app.document.RedDoubleLine;
import cn.yizhen.app.document.Role;
import cn.yizhen.app.document.Setting;
import cn.yizhen.app.document.Standard;
import java.util.List;
import java.util.function.Consumer;

/**
 * One footer of a section. Page numbers are complete fields: begin, instruction, separator, last result, end. WPS
 * shows nothing for less.
 *
 * @param pages default, even or first
 */
record FooterPart(Footer footer, String pages) {

    /** By which the page number stands in from the edge, in characters of its own size. */
    private static final double IN = Standard.PAGE_NUMBER_INDENT.amount() * Standard.SIZE_4.points();

    /** A letter's footers stand as low as its closing lines; page numbers are lifted to where other papers have them. */
    private static final double ABOVE_CLOSING = Standard.PAGE_NUMBER_FOOT.points() - Standard.LETTER_LINES_ABOVE_EDGE.points();

    /**
     * The parts a footer is made of; with even pages apart, one that is the same on all pages stands twice. A section
     * without footers would show those of the section before, so none are written as empty ones.
     */
    static List<FooterPart> of(Footer footer) {
        return switch (footer) {
            case NONE, PAGE_OF_PAGES, DASHED_PAGE -> List.of(new FooterPart(footer, "default"), new FooterPart(footer, "even"));
            case LETTER -> List.of(new FooterPart(footer, "default"), new FooterPart(footer, "even"), new FooterPart(footer, "first"));
        };
    }

    String id() {
        return "rIdFooter" + footer.ordinal() + pages;
    }

    String file() {
        return "footer" + footer.ordinal() + pages + ".xml";
    }

    String write() {
        return new Xml().element("w:ftr", this::content, "xmlns:w", WordPackage.W).toString();
    }

    private void content(Xml ftr) {
        switch (footer) {
            case PAGE_OF_PAGES -> paragraph(ftr, Setting.PLAIN, p -> {
                text(p, "第 ");
                field(p, "PAGE");
                text(p, " 页　共 ");
                field(p, "NUMPAGES");
                text(p, " 页");
            });
            case DASHED_PAGE -> dashed(ftr);
            case LETTER -> {
                if (pages.equals("first")) {
                    closingLines(ftr);
                } else {
                    dashed(ftr);
                    paragraph(ftr, Setting.PLAIN.leading(ABOVE_CLOSING), _ -> {});
                }
            }
            case NONE -> paragraph(ftr, Setting.PLAIN, _ -> {});
        }
    }

    private void dashed(Xml ftr) {
        boolean even = pages.equals("even");
        var setting = even ? Setting.PLAIN.indented(IN, 0, 0).aligned(Align.LEFT)
                : Setting.PLAIN.indented(0, IN, 0).aligned(Align.RIGHT);
        paragraph(ftr, setting.leading(Standard.SIZE_4.points()), p -> {
            text(p, "— ");
            field(p, "PAGE");
            text(p, " —");
        });
    }

    /** 上细下粗, 170 mm wide, in the middle of the paper. */
    private static void closingLines(Xml ftr) {
        paragraph(ftr, RedDoubleLine.closing(), _ -> {});
    }

    private static void paragraph(Xml ftr, Setting setting, Consumer<Xml> content) {
        ftr.element("w:p", p -> {
            p.element("w:pPr", pr -> ParagraphXml.write(pr, Role.FOOTER, setting, null));
            content.accept(p);
        });
    }

    private static void text(Xml p, String words) {
        p.element("w:r", r -> r.element("w:t", t -> t.text(words), "xml:space", "preserve"));
    }

    private static void field(Xml p, String instruction) {
        mark(p, "begin");
        p.element("w:r", r -> r.element("w:instrText", i -> i.text(" " + instruction + " "), "xml:space", "preserve"));
        mark(p, "separate");
        text(p, "1");
        mark(p, "end");
    }

    private static void mark(Xml p, String type) {
        p.element("w:r", r -> r.empty("w:fldChar", "w:fldCharType", type));
    }
}

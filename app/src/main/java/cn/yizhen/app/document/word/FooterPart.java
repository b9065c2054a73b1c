package cn.yizhen.app.document.word;

import cn.yizhen.app.document.Footer;
import cn.yizhen.app.document.Role;

/** Page numbers as complete fields: begin, instruction, separator, last result, end. WPS shows nothing for less. */
final class FooterPart {

    private FooterPart() {}

    static String write(Footer footer) {
        return new Xml().element("w:ftr", ftr -> ftr.element("w:p", p -> {
            p.element("w:pPr", pr -> pr.empty("w:pStyle", "w:val", StylesPart.id(Role.FOOTER)));
            switch (footer) {
                case PAGE_OF_PAGES -> {
                    text(p, "第 ");
                    field(p, "PAGE");
                    text(p, " 页　共 ");
                    field(p, "NUMPAGES");
                    text(p, " 页");
                }
                case DASHED_PAGE -> {
                    text(p, "— ");
                    field(p, "PAGE");
                    text(p, " —");
                }
                case NONE -> {}
            }
        }), "xmlns:w", WordPackage.W).toString();
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

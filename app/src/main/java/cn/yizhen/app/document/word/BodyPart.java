package cn.yizhen.app.document.word;

import cn.yizhen.app.document.Block;
import cn.yizhen.app.document.Document;
import cn.yizhen.app.document.Footer;
import cn.yizhen.app.document.Framed;
import cn.yizhen.app.document.Page;
import cn.yizhen.app.document.Paragraph;
import cn.yizhen.app.document.Role;
import cn.yizhen.app.document.Section;
import cn.yizhen.app.document.Table;
import java.util.List;
import java.util.function.Consumer;

/** The text of the document with its page breaks and page sizes. */
final class BodyPart {

    private static final double TWIPS_PER_MM = 1440 / 25.4;

    private static final int MARKS_OF_A_SECTION = 1_000_000;

    /** A tenth of a point: a table may fill its page to the last one, and what follows would begin an empty page. */
    private static final int SLIVER_TWIPS = 2;

    private static final Consumer<Xml> NOTHING = _ -> {};

    private int frames;

    private BodyPart() {}

    static String write(Document document) {
        return new BodyPart().body(document);
    }

    private String body(Document document) {
        return new Xml().element("w:document", d -> d.element("w:body", body -> {
            List<Section> sections = document.sections();
            for (int i = 0; i < sections.size(); i++) {
                section(body, sections.get(i), i * MARKS_OF_A_SECTION, i == sections.size() - 1);
            }
            properties(body, sections.getLast());
        }), "xmlns:w", WordPackage.W, "xmlns:r", WordPackage.R, "xmlns:wp", FrameXml.WP, "xmlns:a", FrameXml.A, "xmlns:wps", FrameXml.WPS,
                "xmlns:mc", FrameXml.MC).toString();
    }

    /** @param last its size and margins stand at the end of the body; those of any other in its last paragraph */
    private void section(Xml body, Section section, int firstMark, boolean last) {
        Block before = null;
        int mark = firstMark;
        for (int i = 0; i < section.blocks().size(); i++) {
            Block block = section.blocks().get(i);
            Consumer<Xml> ending = !last && i == section.blocks().size() - 1 ? pr -> properties(pr, section) : NOTHING;
            switch (block) {
                case Paragraph paragraph -> paragraph(body, paragraph, ending);
                case Framed framed -> sliver(body, ending, p -> FrameXml.write(p, framed, ++frames));
                case Table table -> {
                    if (before instanceof Table) {
                        sliver(body, NOTHING, NOTHING);
                    }
                    TableXml.write(body, table, section.page(), mark);
                    mark += table.rows().size();
                }
            }
            before = block;
        }
        if (before == null || before instanceof Table) {
            sliver(body, last ? NOTHING : pr -> properties(pr, section), NOTHING);
        }
    }

    /**
     * Two tables in a row would become one, and neither the body nor a section may end with one; a frame hangs on a
     * line: a line that takes no room.
     */
    private static void sliver(Xml body, Consumer<Xml> ending, Consumer<Xml> content) {
        body.element("w:p", p -> {
            p.element("w:pPr", pr -> {
                pr.empty("w:pStyle", "w:val", StylesPart.id(Role.NOTE));
                pr.empty("w:spacing", "w:before", 0, "w:after", 0, "w:line", SLIVER_TWIPS, "w:lineRule", "exact");
                pr.element("w:rPr", r -> r.empty("w:sz", "w:val", 2));
                ending.accept(pr);
            });
            content.accept(p);
        });
    }

    static void paragraph(Xml into, Paragraph paragraph) {
        paragraph(into, paragraph, NOTHING);
    }

    private static void paragraph(Xml into, Paragraph paragraph, Consumer<Xml> ending) {
        into.element("w:p", p -> {
            p.element("w:pPr", pr -> {
                ParagraphXml.write(pr, paragraph.role(), paragraph.setting(), null);
                ending.accept(pr);
            });
            paragraph.runs().forEach(run -> RunXml.write(p, run));
        });
    }

    private static void properties(Xml into, Section section) {
        Page page = section.page();
        into.element("w:sectPr", s -> {
            FooterPart.of(section.footer()).forEach(part -> s.empty("w:footerReference", "w:type", part.pages(), "r:id", part.id()));
            s.empty("w:type", "w:val", section.onEvenPage() ? "evenPage" : "nextPage");
            if (page.landscape()) {
                s.empty("w:pgSz", "w:w", twips(page.width()), "w:h", twips(page.height()), "w:orient", "landscape");
            } else {
                s.empty("w:pgSz", "w:w", twips(page.width()), "w:h", twips(page.height()));
            }
            s.empty("w:pgMar", "w:top", twips(page.top()), "w:right", twips(page.right()), "w:bottom", twips(page.bottom()),
                    "w:left", twips(page.left()), "w:header", twips(15), "w:footer", twips(page.footer()), "w:gutter", 0);
            if (section.footer() == Footer.LETTER) {
                s.empty("w:titlePg");
            }
            if (page.pitch() > 0) {
                s.empty("w:docGrid", "w:type", "lines", "w:linePitch", StylesPart.twips(page.pitch()));
            }
        });
    }

    static long twips(double millimetres) {
        return Math.round(millimetres * TWIPS_PER_MM);
    }
}

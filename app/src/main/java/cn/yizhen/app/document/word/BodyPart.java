package cn.yizhen.app.document.word;

import cn.yizhen.app.document.Align;
import cn.yizhen.app.document.Block;
import cn.yizhen.app.document.Document;
import cn.yizhen.app.document.Footer;
import cn.yizhen.app.document.Page;
import cn.yizhen.app.document.Paragraph;
import cn.yizhen.app.document.Role;
import cn.yizhen.app.document.Section;
import cn.yizhen.app.document.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The text of the document with its page breaks and page sizes. */
final class BodyPart {

    private static final double TWIPS_PER_MM = 1440 / 25.4;

    private BodyPart() {}

    static String write(Document document) {
        return new Xml().element("w:document", d -> d.element("w:body", body -> {
            List<Section> sections = document.sections();
            for (int i = 0; i < sections.size(); i++) {
                boolean last = i == sections.size() - 1;
                section(body, sections.get(i));
                Section section = sections.get(i);
                if (last) {
                    properties(body, section);
                } else {
                    body.element("w:p", p -> p.element("w:pPr", pr -> properties(pr, section)));
                }
            }
        }), "xmlns:w", WordPackage.W, "xmlns:r", WordPackage.R).toString();
    }

    private static void section(Xml body, Section section) {
        Block before = null;
        for (Block block : section.blocks()) {
            switch (block) {
                case Paragraph paragraph -> paragraph(body, paragraph);
                case Table table -> {
                    if (before instanceof Table) {
                        sliver(body);
                    }
                    TableXml.write(body, table, section.page());
                }
            }
            before = block;
        }
        if (before instanceof Table) {
            sliver(body);
        }
    }

    /** Two tables in a row would become one, and the body may not end with a table: a line of one point between. */
    private static void sliver(Xml body) {
        body.element("w:p", p -> p.element("w:pPr", pr -> {
            pr.empty("w:pStyle", "w:val", StylesPart.id(Role.NOTE));
            pr.empty("w:spacing", "w:before", 0, "w:after", 0, "w:line", 20, "w:lineRule", "exact");
            pr.element("w:rPr", r -> r.empty("w:sz", "w:val", 2));
        }));
    }

    static void paragraph(Xml into, Paragraph paragraph) {
        paragraph(into, paragraph.role(), null, paragraph.runs());
    }

    static void paragraph(Xml into, Role role, @Nullable Align align, List<Paragraph.Run> runs) {
        into.element("w:p", p -> {
            p.element("w:pPr", pr -> {
                pr.empty("w:pStyle", "w:val", StylesPart.id(role));
                if (align != null) {
                    pr.empty("w:jc", "w:val", StylesPart.jc(align));
                }
            });
            runs.forEach(run -> run(p, run));
        });
    }

    private static void run(Xml p, Paragraph.Run run) {
        p.element("w:r", r -> {
            if (run.strong()) {
                r.element("w:rPr", pr -> pr.empty("w:b"));
            }
            String[] lines = run.text().split("\\R", -1);
            for (int i = 0; i < lines.length; i++) {
                if (i > 0) {
                    r.empty("w:br");
                }
                String line = lines[i];
                r.element("w:t", t -> t.text(line), "xml:space", "preserve");
            }
        });
    }

    private static void properties(Xml into, Section section) {
        Page page = section.page();
        into.element("w:sectPr", s -> {
            if (section.footer() != Footer.NONE) {
                s.empty("w:footerReference", "w:type", "default", "r:id", WordPackage.id(section.footer()));
            }
            if (page.landscape()) {
                s.empty("w:pgSz", "w:w", twips(page.width()), "w:h", twips(page.height()), "w:orient", "landscape");
            } else {
                s.empty("w:pgSz", "w:w", twips(page.width()), "w:h", twips(page.height()));
            }
            s.empty("w:pgMar", "w:top", twips(page.top()), "w:right", twips(page.right()), "w:bottom", twips(page.bottom()),
                    "w:left", twips(page.left()), "w:header", twips(15), "w:footer", twips(12), "w:gutter", 0);
        });
    }

    static long twips(double millimetres) {
        return Math.round(millimetres * TWIPS_PER_MM);
    }
}

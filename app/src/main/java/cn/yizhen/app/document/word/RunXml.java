package cn.yizhen.app.document.word;

import cn.yizhen.app.document.Paragraph;
import cn.yizhen.app.document.Typeface;

/** A stretch of text; tabs and line breaks are elements of their own. */
final class RunXml {

    private RunXml() {}

    static void write(Xml p, Paragraph.Run run) {
        p.element("w:r", r -> {
            looks(r, run);
            String[] lines = run.text().split("\\R", -1);
            for (int i = 0; i < lines.length; i++) {
                if (i > 0) {
                    r.empty("w:br");
                }
                line(r, lines[i]);
            }
        });
    }

    private static void line(Xml r, String line) {
        String[] parts = line.split("\t", -1);
        for (int i = 0; i < parts.length; i++) {
            if (i > 0) {
                r.empty("w:tab");
            }
            String part = parts[i];
            r.element("w:t", t -> t.text(part), "xml:space", "preserve");
        }
    }

    private static void looks(Xml r, Paragraph.Run run) {
        Typeface face = run.face();
        if (!run.strong() && face == null && run.points() == 0) {
            return;
        }
        r.element("w:rPr", pr -> {
            if (face != null) {
                StylesPart.fonts(pr, face);
            }
            if (run.strong()) {
                pr.empty("w:b");
            }
            if (run.points() > 0) {
                long size = StylesPart.halfPoints(run.points());
                pr.empty("w:sz", "w:val", size).empty("w:szCs", "w:val", size);
            }
        });
    }
}

package cn.yizhen.app.document.word;

import cn.yizhen.app.document.Framed;

/**
 * A frame as a text box without lines of its own. Framed paragraphs and floating tables would be shorter, but not every
 * program puts those at the foot of a page, or keeps the rules of their paragraphs.
 */
final class FrameXml {

    static final String WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    static final String A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    static final String WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape";
    static final String MC = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    private static final double UNITS_PER_MM = 36_000;

    private final Framed framed;
    private final int number;
    private final long width;
    private final long height;

    private FrameXml(Framed framed, int number) {
        this.framed = framed;
        this.number = number;
        this.width = units(framed.width());
        this.height = units(framed.height());
    }

    static void write(Xml p, Framed framed, int number) {
        var frame = new FrameXml(framed, number);
        p.element("w:r", r -> r.element("mc:AlternateContent",
                alternate -> alternate.element("mc:Choice", choice -> choice.element("w:drawing", frame::anchor), "Requires", "wps")));
    }

    private void anchor(Xml drawing) {
        drawing.element("wp:anchor", a -> {
            a.empty("wp:simplePos", "x", 0, "y", 0);
            place(a);
            a.empty("wp:extent", "cx", width, "cy", height);
            a.empty("wp:effectExtent", "l", 0, "t", 0, "r", 0, "b", 0);
            a.empty("wp:wrapTopAndBottom");
            a.empty("wp:docPr", "id", number, "name", "frame " + number);
            a.empty("wp:cNvGraphicFramePr");
            a.element("a:graphic", g -> g.element("a:graphicData", d -> d.element("wps:wsp", this::box), "uri", WPS));
        }, "distT", 0, "distB", 0, "distL", 0, "distR", 0, "simplePos", 0, "relativeHeight", number, "behindDoc", 0, "locked", 0,
                "layoutInCell", 1, "allowOverlap", 0);
    }

    private void place(Xml a) {
        a.element("wp:positionH", h -> h.element("wp:posOffset", t -> t.text(Long.toString(units(framed.fromLeft())))), "relativeFrom", "page");
        a.element("wp:positionV", v -> v.element("wp:posOffset", t -> t.text(Long.toString(units(framed.fromTop())))), "relativeFrom", "page");
    }

    private void box(Xml shape) {
        shape.empty("wps:cNvSpPr", "txBox", 1);
        shape.element("wps:spPr", sp -> {
            sp.element("a:xfrm", x -> x.empty("a:off", "x", 0, "y", 0).empty("a:ext", "cx", width, "cy", height));
            sp.element("a:prstGeom", g -> g.empty("a:avLst"), "prst", "rect");
            sp.empty("a:noFill");
            sp.element("a:ln", l -> l.empty("a:noFill"));
        });
        shape.element("wps:txbx", t -> t.element("w:txbxContent", content -> framed.paragraphs().forEach(one -> BodyPart.paragraph(content, one))));
        shape.empty("wps:bodyPr", "wrap", "square", "lIns", 0, "tIns", 0, "rIns", 0, "bIns", 0, "anchor", framed.atBottom() ? "b" : "t");
    }

    private static long units(double millimetres) {
        return Math.round(millimetres * UNITS_PER_MM);
    }
}

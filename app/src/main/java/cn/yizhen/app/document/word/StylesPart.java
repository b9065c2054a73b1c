package cn.yizhen.app.document.word;

import cn.yizhen.app.document.Align;
import cn.yizhen.app.document.Ink;
import cn.yizhen.app.document.Role;
import cn.yizhen.app.document.StyleSheet;
import cn.yizhen.app.document.Typeface;
import cn.yizhen.app.document.Typography;

/** Styles, fonts with their fallbacks, and settings. Every role is a named style, so that an office can restyle by hand. */
final class StylesPart {

    private StylesPart() {}

    static String id(Role role) {
        return "Yz" + role.name().replace("_", "");
    }

    static String write(StyleSheet sheet) {
        return new Xml().element("w:styles", styles -> {
            styles.element("w:docDefaults", d -> {
                d.element("w:rPrDefault", rd -> rd.element("w:rPr", r -> {
                    fonts(r, Typeface.FANG_SONG);
                    r.empty("w:sz", "w:val", 28).empty("w:szCs", "w:val", 28);
                    r.empty("w:lang", "w:val", "en-US", "w:eastAsia", "zh-CN", "w:bidi", "ar-SA");
                }));
                d.element("w:pPrDefault", pd -> pd.element("w:pPr", p -> p.empty("w:spacing", "w:before", 0, "w:after", 0)));
            });
            for (Role role : Role.values()) {
                style(styles, role, sheet.of(role));
            }
        }, "xmlns:w", WordPackage.W).toString();
    }

    private static void style(Xml styles, Role role, Typography look) {
        Object[] attributes = role == Role.BODY
                ? new Object[] {"w:type", "paragraph", "w:default", "1", "w:styleId", id(role)}
                : new Object[] {"w:type", "paragraph", "w:customStyle", "1", "w:styleId", id(role)};
        styles.element("w:style", s -> {
            s.empty("w:name", "w:val", role == Role.BODY ? "Normal" : "Yizhen " + role.name().toLowerCase().replace('_', ' '));
            s.empty("w:qFormat");
            s.element("w:pPr", p -> paragraph(p, role, look));
            s.element("w:rPr", r -> {
                fonts(r, look.face());
                if (look.bold()) {
                    r.empty("w:b");
                }
                if (look.ink() != Ink.BLACK) {
                    r.empty("w:color", "w:val", look.ink().hex());
                }
                if (look.tracking() != 0) {
                    r.empty("w:spacing", "w:val", twips(look.tracking()));
                }
                r.empty("w:sz", "w:val", halfPoints(look.points())).empty("w:szCs", "w:val", halfPoints(look.points()));
            });
        }, attributes);
    }

    private static void paragraph(Xml p, Role role, Typography look) {
        if (role == Role.TITLE || role == Role.HEADING_1 || role == Role.HEADING_2 || role == Role.LABEL || role == Role.TABLE_BAND) {
            p.empty("w:keepNext");
        }
        if (look.tracking() != 0) {
            onTheGrid(p);
        }
        p.empty("w:snapToGrid", "w:val", 0);
        if (look.leading() > 0) {
            p.empty("w:spacing", "w:before", twips(look.before()), "w:after", twips(look.after()),
                    "w:line", twips(look.leading()), "w:lineRule", "exact");
        } else {
            p.empty("w:spacing", "w:before", twips(look.before()), "w:after", twips(look.after()));
        }
        p.empty("w:ind", "w:firstLineChars", Math.round(look.indent() * 100), "w:firstLine", twips(look.indent() * look.points()));
        p.empty("w:jc", "w:val", jc(look.align()));
    }

    /**
     * Where a page is to hold so many characters and lines, nothing may be spread or be moved on for company, nor hang
     * out: LibreOffice reads that switch the wrong way round, and takes a missing one for on (decision 0222).
     */
    private static void onTheGrid(Xml p) {
        p.empty("w:widowControl", "w:val", 0);
        p.empty("w:overflowPunct", "w:val", 1);
        p.empty("w:autoSpaceDE", "w:val", 0);
        p.empty("w:autoSpaceDN", "w:val", 0);
    }

    static String jc(Align align) {
        return switch (align) {
            case LEFT -> "left";
            case SPREAD -> "distribute";
            case CENTRE -> "center";
            case RIGHT -> "right";
            case BOTH -> "both";
        };
    }

    static String fonts() {
        return new Xml().element("w:fonts", fonts -> {
            for (Typeface face : Typeface.values()) {
                fonts.element("w:font", f -> {
                    f.empty("w:altName", "w:val", String.join(",", face.fallbacks()));
                    f.empty("w:charset", "w:val", "86");
                    f.empty("w:family", "w:val", face == Typeface.HEI ? "swiss" : "roman");
                    f.empty("w:pitch", "w:val", "variable");
                }, "w:name", face.fontName());
            }
        }, "xmlns:w", WordPackage.W).toString();
    }

    static String settings() {
        return new Xml().element("w:settings", s -> {
            s.empty("w:zoom", "w:percent", "100");
            s.empty("w:evenAndOddHeaders");
            s.empty("w:characterSpacingControl", "w:val", "compressPunctuation");
            s.element("w:compat", c -> c.empty("w:compatSetting", "w:name", "compatibilityMode",
                    "w:uri", "http://schemas.microsoft.com/office/word", "w:val", "15"));
            s.empty("w:themeFontLang", "w:val", "en-US", "w:eastAsia", "zh-CN");
        }, "xmlns:w", WordPackage.W).toString();
    }

    static void fonts(Xml r, Typeface face) {
        r.empty("w:rFonts", "w:ascii", face.latinName(), "w:hAnsi", face.latinName(), "w:eastAsia", face.fontName(), "w:cs", face.latinName());
    }

    static long twips(double points) {
        return Math.round(points * 20);
    }

    static long halfPoints(double points) {
        return Math.round(points * 2);
    }
}

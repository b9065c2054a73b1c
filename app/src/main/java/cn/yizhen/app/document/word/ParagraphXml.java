package cn.yizhen.app.document.word;

import cn.yizhen.app.document.Align;
import cn.yizhen.app.document.Role;
import cn.yizhen.app.document.Rule;
import cn.yizhen.app.document.Setting;
import org.jspecify.annotations.Nullable;

/** The properties of a paragraph: its role's style, its own setting, in the order the schema asks. */
final class ParagraphXml {

    private ParagraphXml() {}

    /** @param align before the setting's own */
    static void write(Xml pr, Role role, @Nullable Setting setting, @Nullable Align align) {
        pr.empty("w:pStyle", "w:val", StylesPart.id(role));
        if (setting != null && setting.withNext()) {
            pr.empty("w:keepNext");
        }
        if (setting != null) {
            setting(pr, setting);
        }
        Align to = align != null ? align : setting == null ? null : setting.align();
        if (to != null) {
            pr.empty("w:jc", "w:val", StylesPart.jc(to));
        }
    }

    private static void setting(Xml pr, Setting setting) {
        if (setting.above() != null || setting.below() != null) {
            pr.element("w:pBdr", b -> {
                rule(b, "w:top", setting.above());
                rule(b, "w:bottom", setting.below());
            });
        }
        if (setting.rightTab() > 0) {
            pr.element("w:tabs", t -> t.empty("w:tab", "w:val", "right", "w:pos", StylesPart.twips(setting.rightTab())));
        }
        spacing(pr, setting);
        indents(pr, setting);
    }

    private static void spacing(Xml pr, Setting setting) {
        if (setting.leading() > 0) {
            pr.empty("w:spacing", "w:before", StylesPart.twips(setting.before()), "w:after", StylesPart.twips(setting.after()),
                    "w:line", StylesPart.twips(setting.leading()), "w:lineRule", "exact");
        } else {
            pr.empty("w:spacing", "w:before", StylesPart.twips(setting.before()), "w:after", StylesPart.twips(setting.after()));
        }
    }

    /** The character-wise values of the style would win over these, so they are set to nothing. */
    private static void indents(Xml pr, Setting setting) {
        long first = StylesPart.twips(Math.abs(setting.first()));
        pr.empty("w:ind", "w:leftChars", 0, "w:left", StylesPart.twips(setting.left()), "w:rightChars", 0,
                "w:right", StylesPart.twips(setting.right()), "w:firstLineChars", 0, setting.first() < 0 ? "w:hanging" : "w:firstLine", first);
    }

    private static void rule(Xml b, String side, @Nullable Rule rule) {
        if (rule != null) {
            b.empty(side, "w:val", "single", "w:sz", Math.round(rule.points() * 8), "w:space", Math.round(rule.gap()),
                    "w:color", rule.ink().hex());
        }
    }
}

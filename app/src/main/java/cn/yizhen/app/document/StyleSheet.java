package cn.yizhen.app.document;

import static cn.yizhen.app.document.Align.BOTH;
import static cn.yizhen.app.document.Align.CENTRE;
import static cn.yizhen.app.document.Align.LEFT;
import static cn.yizhen.app.document.Align.RIGHT;

import java.util.EnumMap;
import java.util.Map;

/** How every role of a document looks. One document, two sheets: two looks, no other difference. */
public record StyleSheet(String name, Map<Role, Typography> roles) {

    /** Tables for daily work: 任务分解表、台账、记录页. */
    public static final StyleSheet TABLES = new StyleSheet("tables", Map.ofEntries(
            Map.entry(Role.TITLE, Typography.of(Typeface.XIAO_BIAO_SONG, 22, CENTRE).spaced(0, 6)),
            Map.entry(Role.SUBTITLE, Typography.of(Typeface.KAI, 14, CENTRE).spaced(0, 6)),
            Map.entry(Role.HEADING_1, Typography.of(Typeface.HEI, 16, LEFT).spaced(6, 6)),
            Map.entry(Role.HEADING_2, Typography.of(Typeface.KAI, 16, LEFT).spaced(6, 6)),
            Map.entry(Role.HEADING_3, Typography.of(Typeface.FANG_SONG, 14, LEFT).strong().leading(24)),
            Map.entry(Role.HEADING_4, Typography.of(Typeface.FANG_SONG, 14, LEFT).leading(24)),
            Map.entry(Role.MARK, Typography.of(Typeface.XIAO_BIAO_SONG, 36, CENTRE).in(Ink.RED)),
            Map.entry(Role.LABEL, Typography.of(Typeface.HEI, 14, LEFT).leading(24)),
            Map.entry(Role.IMPRINT, Typography.of(Typeface.FANG_SONG, 12, LEFT)),
            Map.entry(Role.BODY, Typography.of(Typeface.FANG_SONG, 14, BOTH).indented(2).leading(24)),
            Map.entry(Role.FLUSH, Typography.of(Typeface.FANG_SONG, 14, LEFT).leading(24)),
            Map.entry(Role.SIGNATURE, Typography.of(Typeface.FANG_SONG, 14, RIGHT).leading(24)),
            Map.entry(Role.NOTE, Typography.of(Typeface.FANG_SONG, 10.5, LEFT).spaced(4, 0)),
            Map.entry(Role.TABLE_HEADER, Typography.of(Typeface.HEI, 12, CENTRE)),
            Map.entry(Role.TABLE_BAND, Typography.of(Typeface.HEI, 12, LEFT)),
            Map.entry(Role.TABLE_CELL, Typography.of(Typeface.FANG_SONG, 12, LEFT)),
            Map.entry(Role.FOOTER, Typography.of(Typeface.SONG, 10.5, CENTRE))));

    public StyleSheet {
        roles = Map.copyOf(roles);
        for (Role role : Role.values()) {
            if (!roles.containsKey(role)) {
                throw new IllegalArgumentException("style sheet " + name + " says nothing about " + role);
            }
        }
    }

    public Typography of(Role role) {
        Typography found = roles.get(role);
        if (found == null) {
            throw new IllegalStateException("no typography for " + role);
        }
        return found;
    }

    /** This sheet under another name, with some roles set differently. */
    public StyleSheet named(String newName, Map<Role, Typography> differences) {
        Map<Role, Typography> all = new EnumMap<>(roles);
        all.putAll(differences);
        return new StyleSheet(newName, all);
    }
}

package cn.yizhen.directives;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The tail of an item that names who and by when: （责任单位：县司法局；完成时限：2026年6月底）.
 *
 * @param units    lead first
 * @param deadline words of the deadline, or null
 */
record Annotation(List<String> units, @Nullable String deadline) {

    private static final Pattern LEAD = Pattern.compile("(?:牵头|责任|主办|主要责任|负责)(?:单位|部门|科室|股室)?[：:]([^；;。）)】]+)");
    private static final Pattern OTHERS = Pattern.compile("(?:配合|协办|参加|协同|参与)(?:单位|部门)?[：:]([^；;。）)】]+)");
    private static final Pattern LIMIT = Pattern.compile("(?:完成|办结|整改)?(?:时限|时间)[：:]([^；;。）)】]+)");
    private static final Pattern RESPONSIBLE =
            Pattern.compile("[（(【]([^（()）】]{2,60}?)(?:分别)?(?:牵头|负责|按职责分工负责|牵头负责)(?:[，,；;]([^（()）】]{2,60}?)(?:配合|参与|按职责分工负责|等配合))?[^）)】]{0,20}[）)】]");

    /** Reads the annotations in a stretch of text; empty lists and null where there are none. */
    static Annotation in(String words) {
        var units = new LinkedHashSet<String>();
        addAll(units, LEAD, words);
        addAll(units, OTHERS, words);
        var responsible = RESPONSIBLE.matcher(words);
        while (responsible.find()) {
            units.addAll(split(responsible.group(1)));
            units.addAll(split(responsible.group(2)));
        }
        var limit = LIMIT.matcher(words);
        return new Annotation(new ArrayList<>(units), limit.find() ? limit.group(1) : null);
    }

    private static void addAll(LinkedHashSet<String> units, Pattern pattern, String words) {
        var found = pattern.matcher(words);
        while (found.find()) {
            units.addAll(split(found.group(1)));
        }
    }

    /** Cuts a list of units at 、 and ，; 等 and 各 stay with their word. */
    static List<String> split(@Nullable String list) {
        var units = new ArrayList<String>();
        if (list != null) {
            for (var unit : list.split("[、，,及和]")) {
                var name = unit.strip().replaceFirst("^(?:由|请|其中)", "").replaceFirst("等(?:部门|单位|相关部门)?$", "");
                if (name.length() >= 2 && name.length() <= 24) {
                    units.add(name);
                }
            }
        }
        return units;
    }
}

package cn.yizhen.directives;

import java.util.Set;
import java.util.regex.Pattern;

/** Who is to act, where the clause names them before the predicate: 县水利局, 各级各部门, 护林员. */
final class Subject {

    private static final int LONGEST = 30;
    private static final Pattern OPENING = Pattern.compile(
            "^(?:由|各|全县|全市|全镇|全乡|县|市|镇|乡|区|村|党|主要|分管|纪检|班子|领导|相关|有关|牵头|责任|政府|公安|住建|财政|水利|气象|人大|政协|成员|主管|行业|基层|社区|机关|支部|工会|妇联|团|驻村|单位|部门|企业).*");
    private static final Pattern OFFICE = Pattern.compile(".{2,8}(?:局|委|办|办公室|大队|支队|分局|银行|公司|镇|乡|街道|员)");
    private static final Pattern UNIT_ENDS = Pattern.compile("部(?!分)|办(?!法|好|理|公)|局|室|科(?!学|技)");
    private static final Set<String> EVERYONE = Set.of("我们", "大家", "同志们");
    private static final Pattern POLITE = Pattern.compile("^(?:由|请|各位)");

    private Subject() {}

    /** Where a subject that begins at {@code from} ends and its predicate begins; {@code from} where there is none. */
    static int end(String text, int from, int end) {
        int limit = Math.min(end, from + LONGEST);
        for (int i = from + 2; i < limit; i++) {
            var before = text.substring(from, i);
            if (Words.namesUnit(before) && opens(before) && !withinUnit(text, i) && predicate(text, i, end)) {
                return i;
            }
        }
        return from;
    }

    /** 组织 in 县委组织部 is no verb. */
    private static boolean withinUnit(String text, int at) {
        var verb = Words.verbAt(text, at);
        return verb != null && UNIT_ENDS.matcher(text).region(at + verb.length(), text.length()).lookingAt();
    }

    private static boolean predicate(String text, int at, int end) {
        var verb = Words.verbAt(text, at);
        var adverb = Words.adverbAt(text, at);
        return verb != null && verb.length() > 1 && ClauseParser.governs(text, at + verb.length())
                || adverb != null && adverb.length() > 1 || text.charAt(at) == '每'
                || ClauseParser.PREPOSITION.matcher(text).region(at, end).lookingAt()
                || ClauseParser.TIME.matcher(text).region(at, end).lookingAt();
    }

    private static boolean opens(String before) {
        boolean named = OPENING.matcher(before).matches() || OFFICE.matcher(before).matches() && Words.adverbAt(before, 0) == null;
        return named && Words.verbAt(before, 0) == null;
    }

    /** The unit or holder a phrase before 要 names, or empty. */
    static String named(String before) {
        var phrase = POLITE.matcher(before).replaceFirst("");
        return Words.namesUnit(phrase) && !EVERYONE.contains(phrase) ? phrase : "";
    }
}

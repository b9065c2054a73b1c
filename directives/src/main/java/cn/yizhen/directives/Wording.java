package cn.yizhen.directives;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The parts of a directive that a responsibility table can be searched with.
 *
 * @param adverbial what stands before the verb, empty where nothing does
 * @param verb      the verb that asks, e.g. 制定
 * @param object    what it asks for
 * @param keywords  content words of the object, longest first, without function words and generic nouns
 */
public record Wording(String adverbial, String verb, String object, List<String> keywords) {

    private static final ClauseParser PARSER = new ClauseParser();
    private static final Pattern JOINTS = Pattern.compile(
            "[、，,；;：:。“”‘’《》（）()\\d%％.\\s]+|的|和|与|及|以及|等|或者?|对|将|把|为|在|各类|各项|各级|各个|相关|有关|全县|全市|我县|本县|[XxＸ×]+");

    public Wording {
        keywords = List.copyOf(keywords);
    }

    /** Takes one directive's text apart; text without a known verb becomes all object. */
    public static Wording of(String directive) {
        var clause = PARSER.parse(directive, 0, directive.length());
        var object = clause.verb().isEmpty() ? directive : clause.object();
        return new Wording(clause.adverbial().equals(directive) ? "" : clause.adverbial(), clause.verb(), object,
                keywords(clause.adverbial() + "，" + object));
    }

    private static List<String> keywords(String words) {
        var found = new LinkedHashSet<String>();
        for (var chunk : JOINTS.split(words)) {
            var content = withoutGeneric(chunk);
            if (content.length() >= 2 && Character.isLetter(content.codePointAt(0)) && Words.adverbAt(content, 0) == null) {
                found.add(content);
            }
        }
        return found.stream().sorted(Comparator.comparingInt(String::length).reversed()).limit(8).toList();
    }

    /** 村集体资产管理台账 is looked up as 村集体资产: the generic nouns at the end fit any department. */
    private static String withoutGeneric(String chunk) {
        var content = chunk;
        for (var head = Words.genericHead(content); head.length() >= 2; head = Words.genericHead(content)) {
            if (content.length() - head.length() < 2) {
                return content;
            }
            content = content.substring(0, content.length() - head.length());
        }
        return content;
    }
}

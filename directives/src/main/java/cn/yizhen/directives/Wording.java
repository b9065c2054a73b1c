package cn.yizhen.directives;

import java.util.List;

/**
 * The parts of a directive that a responsibility table can be searched with.
 *
 * @param adverbial what stands before the verb, empty where nothing does
 * @param verb      the verb that asks, e.g. 制定
 * @param object    what it asks for
 * @param keywords  content words of the object, longest first, without function words and generic nouns
 */
public record Wording(String adverbial, String verb, String object, List<String> keywords) {

    public Wording {
        keywords = List.copyOf(keywords);
    }

    /** Takes one directive's text apart; text without a known verb becomes all object. */
    public static Wording of(String directive) {
        return new Wording("", "", directive, List.of());
    }
}

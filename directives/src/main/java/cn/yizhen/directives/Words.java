package cn.yizhen.directives;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The word lists of deployment language and the few questions asked of them. */
final class Words {

    private static final Lexicon VERBS = Lexicon.load("verbs.txt");
    private static final Lexicon ADVERBS = Lexicon.load("adverbs.txt");
    private static final Lexicon OBJECTS = Lexicon.load("objects.txt");
    private static final Lexicon UNITS = Lexicon.load("units.txt");

    private static final Pattern TAIL = Pattern.compile(
            "(?:[（(][^）)]*[）)]|等(?:等)?|[”’》\\d.%％]|以上|以内|左右|[万亿千百余多]|(?<=[\\d一二两三四五六七八九十百千万亿余多几数])[个名人次场期亩座所条家项处套部台辆艘户间栋盏份篇件元]+)+$");

    private static final Pattern CLOSERS = Pattern.compile("[”’）)]+$");

    private Words() {}

    static @Nullable String verbAt(String text, int from) {
        return VERBS.at(text, from);
    }

    static @Nullable VerbClass classOfVerb(String verb) {
        var name = VERBS.classOf(verb);
        return name == null ? null : VerbClass.valueOf(name);
    }

    static @Nullable String adverbAt(String text, int from) {
        return ADVERBS.at(text, from);
    }

    /** Does this noun phrase end in the name of a unit or of an office holder? */
    static boolean namesUnit(String phrase) {
        boolean closed = !phrase.isEmpty() && "”’）)".indexOf(phrase.charAt(phrase.length() - 1)) >= 0;
        var last = closed ? CLOSERS.matcher(phrase).replaceFirst("") : phrase;
        return UNITS.endingAt(last, last.length()) != null;
    }

    static boolean namesHolder(String phrase) {
        var word = UNITS.endingAt(phrase, phrase.length());
        return word != null && "HOLDER".equals(UNITS.classOf(word));
    }

    /** Class of an object by its head, which stands last in Chinese; counts and brackets behind it are passed over. */
    static ObjectClass classOfObject(String object) {
        var bare = TAIL.matcher(object).replaceFirst("");
        if (bare.isEmpty()) {
            return object.isEmpty() ? ObjectClass.NONE : ObjectClass.OTHER;
        }
        var word = OBJECTS.endingAt(bare, bare.length());
        if (word == null && "性感化".indexOf(bare.charAt(bare.length() - 1)) >= 0) {
            return ObjectClass.ABSTRACT;
        }
        return word == null ? ObjectClass.OTHER : ObjectClass.valueOf(String.valueOf(OBJECTS.classOf(word)));
    }

    /** The head noun if it fits any department (管理, 制度, 水平), or empty. */
    static String genericHead(String phrase) {
        var word = OBJECTS.endingAt(phrase, phrase.length());
        var name = word == null ? null : OBJECTS.classOf(word);
        return word == null || ObjectClass.STRUCTURE.name().equals(name) ? "" : word;
    }
}

package cn.yizhen.app.matter;

import cn.yizhen.rules.organisation.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * One sentence from below to the unit that should answer it (请示、求助、反映问题、有困难、不归我).
 *
 * @param kind  one of the requests
 * @param words the sentence, at most 140 characters; no names or numbers of citizens
 * @param asked the unit that should answer
 * @param about what it is about, as printed: the title and period of a row; null where it stands by itself
 */
public record NewRequest(MatterKind kind, String words, UnitId asked, @Nullable String about) {

    public static final int LONGEST = 140;
    private static final int TITLE = 16;

    /** The sentence, or its beginning. */
    String title() {
        var plain = words.strip();
        return plain.codePointCount(0, plain.length()) <= TITLE ? plain : plain.substring(0, plain.offsetByCodePoints(0, TITLE - 1)) + "…";
    }
}

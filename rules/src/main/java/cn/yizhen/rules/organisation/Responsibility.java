package cn.yizhen.rules.organisation;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line of the responsibility table (分工): who is in charge of what, or looks after which unit.
 *
 * @param bearer     a post or a unit
 * @param subject    the subject in a few words (安全生产), or the name of the unit looked after
 * @param keywords   words by which a sentence is recognised as belonging to the subject; may be empty
 * @param over       the unit it is about (联系××村), or null for the whole reach of the bearer
 * @param substitute the B of an AB角: the post that steps in, or null
 * @param basis      title and number of the paper that says so
 */
public record Responsibility(
        Bearer bearer,
        ResponsibilityKind kind,
        String subject,
        List<String> keywords,
        @Nullable UnitId over,
        @Nullable PostId substitute,
        String basis) {

    public Responsibility {
        keywords = List.copyOf(keywords);
        if (!(bearer instanceof Bearer.OfPost) && !(bearer instanceof Bearer.OfUnit)) {
            throw new IllegalArgumentException("only a post or a unit bears a responsibility: " + bearer);
        }
    }

    /** How much of it a sentence speaks of: the characters of its subject and keywords found there; 0 for not at all. */
    public long hits(String words) {
        return Stream.concat(Stream.of(subject), keywords.stream())
                .filter(word -> word.length() > 1 && words.contains(word))
                .mapToLong(String::length)
                .sum();
    }
}

package cn.yizhen.directives;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One verb with its object: something a unit could be asked to report on by itself.
 *
 * @param start        first code point in the text of the document
 * @param end          code point after the last
 * @param text         exactly the text between them, never reworded
 * @param grade        what it is proposed to become
 * @param section      number of the top-level heading, 0 before the first
 * @param heading      innermost heading above it, empty where there is none
 * @param sentence     index into {@link Extraction#sentences()}
 * @param cadence      how often, where the text says so
 * @param deadline     by when, where the text says so or the platform suggests it
 * @param units        units the text names for it, the lead first; empty is a question for a person
 * @param numbers      numeric targets copied exactly, each with its unit of measure
 * @param placeholders X, XX, ×× and the like that somebody must fill in before issue
 * @param beyond       why the platform does not carry it, or null
 */
public record Directive(
        int start,
        int end,
        String text,
        Grade grade,
        int section,
        String heading,
        int sentence,
        @Nullable Cadence cadence,
        @Nullable Deadline deadline,
        List<String> units,
        List<String> numbers,
        List<String> placeholders,
        @Nullable Beyond beyond) {

    public Directive {
        units = List.copyOf(units);
        numbers = List.copyOf(numbers);
        placeholders = List.copyOf(placeholders);
    }

    public boolean outside() {
        return beyond != null;
    }

    /** The deadline if the text itself gives one. */
    public Optional<Deadline> statedDeadline() {
        return Optional.ofNullable(deadline).filter(Deadline::fromText);
    }

    /** Verb, object and the words an owner can be looked up by. */
    public Wording wording() {
        return Wording.of(text);
    }
}

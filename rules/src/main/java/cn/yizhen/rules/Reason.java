package cn.yizhen.rules;

import org.jspecify.annotations.Nullable;

/**
 * One reason why something cannot be done, in words its reader can act on.
 *
 * @param code     stable identifier, lower-case words joined by hyphens, unique in the program
 * @param text     plain Chinese: what is wrong, naming the place
 * @param clause   the article the rule comes from, or null where the rule is the program's own
 * @param nextStep plain Chinese: what to do now
 */
public record Reason(String code, String text, @Nullable String clause, String nextStep) {

    public static Reason of(String code, String text, String nextStep) {
        return new Reason(code, text, null, nextStep);
    }
}

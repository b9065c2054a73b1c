package cn.yizhen.rules.institution;

import java.util.regex.Pattern;

/** The form of every identifier in the catalogue: lower-case words and numbers joined by hyphens. */
final class Names {

    private static final Pattern IDENTIFIER = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private Names() {}

    static boolean isIdentifier(String text) {
        return text.length() <= 60 && IDENTIFIER.matcher(text).matches();
    }

    static void requireIdentifier(String text) {
        if (!isIdentifier(text)) {
            throw new IllegalArgumentException("not lower-case words joined by hyphens: " + text);
        }
    }
}

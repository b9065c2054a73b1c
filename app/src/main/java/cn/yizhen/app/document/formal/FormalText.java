package cn.yizhen.app.document.formal;

import cn.yizhen.app.document.Role;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The text of a formal document as it was typed, one paragraph a line. Headings are known by their numbers:
 * 一、 （一） 1. （1） (7.3.3).
 */
public record FormalText(List<Part> parts) {

    /**
     * A paragraph.
     *
     * @param role    body or one of the four levels of headings
     * @param heading what is set as heading; the whole paragraph, or up to its first full stop
     * @param rest    what follows in the type of the text
     */
    public record Part(Role role, String heading, String rest) {

        public String words() {
            return heading + rest;
        }
    }

    private static final Pattern LEVEL_1 = Pattern.compile("^[一二三四五六七八九十百]+、.*");
    private static final Pattern LEVEL_2 = Pattern.compile("^（[一二三四五六七八九十百]+）.*");
    private static final Pattern LEVEL_3 = Pattern.compile("^\\d{1,3}[.．](?!\\d).*");
    private static final Pattern LEVEL_4 = Pattern.compile("^（\\d{1,3}）.*");
    private static final Pattern ONE_CHARACTER = Pattern.compile("[\\p{Alnum}]+|[^\\s\\p{Alnum}]");

    public FormalText {
        parts = List.copyOf(parts);
    }

    public static FormalText of(String typed) {
        return new FormalText(typed.lines().map(FormalText::trimmed).filter(line -> !line.isEmpty()).map(FormalText::part).toList());
    }

    /** Every paragraph on its line. */
    public String words() {
        return String.join("\n", parts.stream().map(Part::words).toList());
    }

    /** 字数: Chinese characters and marks one by one, a run of letters or digits as one. */
    public int characters() {
        return characters(words());
    }

    public static int characters(String words) {
        return (int) ONE_CHARACTER.matcher(words).results().count();
    }

    private static Part part(String line) {
        if (LEVEL_1.matcher(line).matches()) {
            return heading(Role.HEADING_1, line);
        }
        if (LEVEL_2.matcher(line).matches()) {
            return heading(Role.HEADING_2, line);
        }
        if (LEVEL_3.matcher(line).matches()) {
            return heading(Role.HEADING_3, line);
        }
        return LEVEL_4.matcher(line).matches() ? heading(Role.HEADING_4, line) : new Part(Role.BODY, "", line);
    }

    /** A heading goes to the first full stop where text follows it on the same line. */
    private static Part heading(Role role, String line) {
        int stop = line.indexOf('。');
        return stop < 0 || stop == line.length() - 1
                ? new Part(role, line, "")
                : new Part(role, line.substring(0, stop + 1), line.substring(stop + 1));
    }

    private static String trimmed(String line) {
        return line.replaceAll("^[\\s\\u3000]+|[\\s\\u3000]+$", "");
    }
}

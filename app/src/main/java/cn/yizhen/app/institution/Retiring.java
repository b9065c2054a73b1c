package cn.yizhen.app.institution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Writes into a county's own institution that it ends (停止执行): one line in each of its rules that has not ended yet. */
final class Retiring {

    private static final Pattern SECTION = Pattern.compile("(duties|limits|forms):\\s*(#.*)?");
    private static final Pattern RULE = Pattern.compile("(\\s*)- id: .*");
    private static final Pattern ENDED = Pattern.compile("\\s*(- )?ends:.*");

    private final List<String> lines;
    private final String ending;

    private Retiring(String text, LocalDate lastDay, String why) {
        this.lines = text.lines().toList();
        this.ending = "ends: { last-day: " + lastDay + ", why: \"" + why.replace("\\", "\\\\").replace("\"", "\\\"") + "\" }";
    }

    /** The text with the ending; the same text where nothing was found that could end. */
    static String of(String text, LocalDate lastDay, String why) {
        return new Retiring(text, lastDay, why).written();
    }

    private String written() {
        List<String> written = new ArrayList<>();
        boolean rules = false;
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            written.add(line);
            rules = line.matches("\\S.*") ? SECTION.matcher(line).matches() : rules;
            var rule = RULE.matcher(line);
            if (rules && rule.matches() && !ended(i)) {
                written.add(rule.group(1) + "  " + ending);
            }
        }
        return String.join("\n", written) + "\n";
    }

    /** Whether the rule that begins in a line has an ending already. */
    private boolean ended(int first) {
        return lines.stream().skip(first + 1L).takeWhile(line -> !RULE.matcher(line).matches() && !line.matches("\\S.*"))
                .anyMatch(line -> ENDED.matcher(line).matches());
    }
}

package cn.yizhen.directives;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** The words of an RTF file, which some .doc and .wps files are. Deleted and hidden text is left out. */
final class RtfText {

    private static final Charset CHINESE = Charset.forName("GB18030");
    private static final Set<String> ASIDE = Set.of("fonttbl", "colortbl", "stylesheet", "info", "pict", "object",
            "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf", "footnote", "listtable", "listoverridetable", "rsidtbl",
            "generator", "themedata", "datastore", "latentstyles", "fldinst", "revtbl", "xmlnstbl", "shpinst", "nonshppict");

    private record Group(boolean silent, int fallback) {}

    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private final Deque<Group> groups = new ArrayDeque<>();
    private boolean silent;
    private int fallback = 1;
    private int skip;

    String read(byte[] bytes) {
        var source = new String(bytes, StandardCharsets.ISO_8859_1);
        int i = 0;
        while (i < source.length()) {
            i = step(source, i);
        }
        flush();
        return text.toString();
    }

    private int step(String source, int i) {
        char c = source.charAt(i);
        switch (c) {
            case '{' -> {
                flush();
                groups.push(new Group(silent, fallback));
            }
            case '}' -> {
                flush();
                if (!groups.isEmpty()) {
                    silent = groups.peek().silent();
                    fallback = groups.pop().fallback();
                }
            }
            case '\\' -> {
                return control(source, i + 1);
            }
            case '\r', '\n' -> { }
            default -> plain(c);
        }
        return i + 1;
    }

    private void plain(char c) {
        if (skip > 0) {
            skip--;
        } else if (!silent) {
            pending.write(c);
        }
    }

    private int control(String source, int i) {
        if (i >= source.length()) {
            return i;
        }
        char c = source.charAt(i);
        if (c == '\'' && i + 2 < source.length()) {
            plain((char) (Character.digit(source.charAt(i + 1), 16) * 16 + Character.digit(source.charAt(i + 2), 16)));
            return i + 3;
        }
        if (!Character.isLetter(c)) {
            if (c == '*') {
                silent = true;
            } else if (c == '\\' || c == '{' || c == '}') {
                plain(c);
            }
            return i + 1;
        }
        int end = i;
        while (end < source.length() && source.charAt(end) < 128 && Character.isLetter(source.charAt(end))) {
            end++;
        }
        int number = end;
        while (number < source.length() && (Character.isDigit(source.charAt(number)) || number == end && source.charAt(number) == '-')) {
            number++;
        }
        word(source.substring(i, end), source.substring(end, Math.min(number, end + 9)));
        return number < source.length() && source.charAt(number) == ' ' ? number + 1 : number;
    }

    private void word(String word, String number) {
        switch (word) {
            case "par", "line", "sect", "row" -> write("\n");
            case "tab", "cell" -> write("\t");
            case "u" -> {
                if (number.matches("-?\\d+")) {
                    write(String.valueOf((char) Integer.parseInt(number)));
                    skip = fallback;
                }
            }
            case "uc" -> fallback = number.matches("\\d+") ? Integer.parseInt(number) : 1;
            case "deleted", "v" -> silent |= !number.equals("0");
            case "lquote", "rquote", "ldblquote", "rdblquote", "emdash", "endash", "bullet" -> write(named(word));
            default -> silent |= ASIDE.contains(word);
        }
    }

    private static String named(String word) {
        return switch (word) {
            case "lquote" -> "‘";
            case "rquote" -> "’";
            case "ldblquote" -> "“";
            case "rdblquote" -> "”";
            case "bullet" -> "•";
            default -> "—";
        };
    }

    private void write(String words) {
        flush();
        if (!silent) {
            text.append(words);
        }
    }

    private void flush() {
        if (pending.size() > 0) {
            text.append(pending.toString(CHINESE));
            pending.reset();
        }
    }
}

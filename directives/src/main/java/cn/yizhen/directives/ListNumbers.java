package cn.yizhen.directives;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Writes out the numbers Word counts by itself (一、 （一） 1.), which stand nowhere in the text of the file. */
final class ListNumbers {

    private record Level(String format, String pattern, int start) {}

    private record Use(String list, String level) {}

    private final Map<String, Level> levels = new HashMap<>();
    private final Map<String, String> abstractOf = new HashMap<>();
    private final Map<String, Use> styles = new HashMap<>();
    private final Map<String, Integer> counters = new HashMap<>();

    ListNumbers(byte @Nullable [] numbering, byte @Nullable [] styleSheet) throws IOException {
        try {
            if (numbering != null) {
                readNumbering(WordMarkup.reader(numbering));
            }
            if (styleSheet != null) {
                readStyles(WordMarkup.reader(styleSheet));
            }
        } catch (XMLStreamException broken) {
            throw new IOException(broken);
        }
    }

    private void readNumbering(XMLStreamReader xml) throws XMLStreamException {
        String owner = "";
        String level = "";
        String list = "";
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            var value = String.valueOf(WordMarkup.attribute(xml, "val"));
            switch (xml.getLocalName()) {
                case "abstractNum" -> owner = String.valueOf(WordMarkup.attribute(xml, "abstractNumId"));
                case "lvl" -> {
                    level = owner + "/" + WordMarkup.attribute(xml, "ilvl");
                    levels.put(level, new Level("decimal", "", 1));
                }
                case "start" -> levels.computeIfPresent(level, (k, l) -> new Level(l.format(), l.pattern(), count(value)));
                case "numFmt" -> levels.computeIfPresent(level, (k, l) -> new Level(value, l.pattern(), l.start()));
                case "lvlText" -> levels.computeIfPresent(level, (k, l) -> new Level(l.format(), value, l.start()));
                case "num" -> {
                    list = String.valueOf(WordMarkup.attribute(xml, "numId"));
                    level = "";
                }
                case "abstractNumId" -> abstractOf.put(list, value);
                default -> { }
            }
        }
    }

    private void readStyles(XMLStreamReader xml) throws XMLStreamException {
        String style = "";
        String level = "0";
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "style" -> {
                    style = String.valueOf(WordMarkup.attribute(xml, "styleId"));
                    level = "0";
                }
                case "ilvl" -> level = String.valueOf(WordMarkup.attribute(xml, "val"));
                case "numId" -> styles.put(style, new Use(String.valueOf(WordMarkup.attribute(xml, "val")), level));
                default -> { }
            }
        }
    }

    private static int count(String value) {
        return value.matches("\\d{1,5}") ? Integer.parseInt(value) : 1;
    }

    /** The number of the next paragraph of this list, or nothing. */
    String next(@Nullable String style, @Nullable String list, @Nullable String level) {
        var use = list != null ? new Use(list, level == null ? "0" : level) : style == null ? null : styles.get(style);
        var owner = use == null ? null : abstractOf.get(use.list());
        var shape = owner == null || use == null ? null : levels.get(owner + "/" + use.level());
        if (owner == null || use == null || shape == null || shape.format().equals("bullet") || shape.format().equals("none")) {
            return "";
        }
        int depth = count(use.level());
        counters.merge(owner + "/" + depth, shape.start(), (now, first) -> now + 1);
        for (int deeper = depth + 1; deeper < 9; deeper++) {
            counters.remove(owner + "/" + deeper);
        }
        return written(owner, shape.pattern(), depth);
    }

    private String written(String owner, String pattern, int depth) {
        var text = pattern;
        for (int i = 0; i <= depth; i++) {
            var level = levels.get(owner + "/" + i);
            if (level != null) {
                int value = counters.getOrDefault(owner + "/" + i, level.start());
                text = text.replace("%" + (i + 1), format(level.format(), value));
            }
        }
        return text;
    }

    static String format(String format, int value) {
        return switch (format) {
            case "chineseCounting", "chineseCountingThousand", "taiwaneseCountingThousand", "japaneseCounting", "ideographTraditional", "chineseLegalSimplified" -> chinese(value);
            case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" -> value >= 1 && value <= 20 ? String.valueOf((char) ('①' + value - 1)) : String.valueOf(value);
            case "upperLetter" -> String.valueOf((char) ('A' + (value - 1) % 26));
            case "lowerLetter" -> String.valueOf((char) ('a' + (value - 1) % 26));
            default -> String.valueOf(value);
        };
    }

    private static String chinese(int value) {
        var digits = "零一二三四五六七八九";
        if (value < 10) {
            return String.valueOf(digits.charAt(Math.max(0, value)));
        }
        if (value > 99) {
            return String.valueOf(value);
        }
        var tens = value / 10 == 1 ? "" : String.valueOf(digits.charAt(value / 10));
        return tens + "十" + (value % 10 == 0 ? "" : digits.charAt(value % 10));
    }
}

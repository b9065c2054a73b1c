package cn.yizhen.directives;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The number that opens a heading or an item: 一、 / （一） / 1. / （1） / 一是.
 *
 * @param level  1 for 一、 and 第一, 2 for （一）, 3 for 1., 4 for （1） and ①, 5 for 一是 and 一要
 * @param length characters it takes
 */
record Numbering(int level, int length) {

    /** 第一， can head a whole document or count the points below 一、. */
    private static final Pattern ORDINAL = Pattern.compile("^第[一二三四五六七八九十]{1,3}[，,、：:]");

    private static final String CHINESE = "[一二三四五六七八九十百]{1,4}";
    private static final Pattern[] LEVELS = {
        Pattern.compile("^(?:第?" + CHINESE + "(?:、|．|\\.|,|，|:|：|部分[、，：:]?|章)|" + CHINESE + "(?=[\\u3000 ]))"),
        Pattern.compile("^[（(]" + CHINESE + "[）)][、.．]?"),
        Pattern.compile("^\\d{1,3}(?:[、．]|\\.(?!\\d))"),
        Pattern.compile("^(?:[（(]\\d{1,3}[）)]|[①-⑳])"),
        Pattern.compile("^(?:其?" + CHINESE + "(?:是|要|则)(?!否|求))"),
    };

    static boolean isOrdinal(String text) {
        return ORDINAL.matcher(text).lookingAt();
    }

    static @Nullable Numbering of(String text) {
        for (int level = 0; level < LEVELS.length; level++) {
            Matcher found = LEVELS[level].matcher(text);
            if (found.find()) {
                return new Numbering(level + 1, found.end());
            }
        }
        return null;
    }
}

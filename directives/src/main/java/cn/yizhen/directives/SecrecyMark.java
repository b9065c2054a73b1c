package cn.yizhen.directives;

import cn.yizhen.rules.Reason;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds 密级 and 份号 where GB/T 9704-2012 puts them, at the head of the first page. Words such as 保密工作 in
 * running text are no mark: a mark stands alone on its line, behind 密级, or with ★.
 */
final class SecrecyMark {

    private static final int HEAD_LINES = 15;
    private static final int HEAD_CHARACTERS = 800;
    private static final Pattern STAR = Pattern.compile("(?:绝密|机密|秘密)[★☆*＊⭐]");
    private static final Pattern ALONE =
            Pattern.compile("(?:绝密|机密|秘密)(?:[级（(].{0,12})?(?:\\d+(?:年|个月)|[一二三五十]+年|长期)?(?:(?:特急|加急|平急|急件).*)?(?:\\d{6})?");
    private static final Pattern LABELLED = Pattern.compile("密级(?:和保密期限)?[：:]?(?:绝密|机密|秘密).*");
    private static final Pattern COPY = Pattern.compile("份号[：:]?(?:№|NO\\.?|No\\.?)?\\d+.*|(?:№|No\\.?|NO\\.?)?\\d{6}(?:(?:绝密|机密|秘密).*)?");

    private SecrecyMark() {}

    static @Nullable Reason find(String text, Refusals refusals) {
        var head = text.substring(0, Math.min(text.length(), HEAD_CHARACTERS));
        int number = 0;
        for (var line : head.split("\\R|\\f")) {
            var words = line.replaceAll("[\\s\\u3000\\u00a0\\ufeff]+", "");
            if (words.isEmpty()) {
                continue;
            }
            if (++number > HEAD_LINES) {
                return null;
            }
            if (marked(words, number)) {
                return refusals.secret(words.length() > 12 ? words.substring(0, 12) : words, number);
            }
        }
        return null;
    }

    private static boolean marked(String words, int number) {
        return words.length() < 60 && STAR.matcher(words).find()
                || ALONE.matcher(words).matches()
                || LABELLED.matcher(words).matches()
                || number <= 3 && COPY.matcher(words).matches();
    }
}

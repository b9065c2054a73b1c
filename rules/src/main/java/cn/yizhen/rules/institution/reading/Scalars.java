package cn.yizhen.rules.institution.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

import cn.yizhen.rules.institution.Fraction;
import cn.yizhen.rules.institution.Spelling;

/** Readers of single values. The field decides the type; the YAML spelling never does. */
final class Scalars {

    private static final Pattern IDENTIFIER = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST_IDENTIFIER = 60;
    private static final Pattern FRACTION = Pattern.compile("([1-9]\\d?)/([1-9]\\d?)");

    private Scalars() {}

    /** Words people read: not empty, at most so many characters, no line breaks. */
    static NodeReader<String> words(int most) {
        return (node, notes) -> raw(node, "一句话", notes).flatMap(text -> {
            if (text.isBlank() || text.strip().lines().count() > 1) {
                return fault(node, notes, "这里应写一句话，不能空着，也不能分行");
            }
            return text.strip().length() <= most ? Optional.of(text.strip())
                    : fault(node, notes, "这里最多 " + most + " 个字，现在有 " + text.strip().length() + " 个，请写短些");
        });
    }

    static NodeReader<String> identifier() {
        return (node, notes) -> raw(node, "标识", notes).flatMap(text ->
                isIdentifier(text) ? Optional.of(text)
                        : fault(node, notes, "“" + text + "”不能作标识，请用小写字母、数字和连字符，如 branch-assembly"));
    }

    static boolean isIdentifier(String text) {
        return text.length() <= LONGEST_IDENTIFIER && IDENTIFIER.matcher(text).matches();
    }

    static NodeReader<Integer> integer(int least, int most) {
        return (node, notes) -> raw(node, "整数", notes).flatMap(text -> {
            var number = text.matches("\\d{1,9}") && plain(node) ? Integer.parseInt(text) : -1;
            return least <= number && number <= most ? Optional.of(number)
                    : fault(node, notes, "“" + text + "”应是 " + least + " 到 " + most + " 的整数，不加引号");
        });
    }

    static NodeReader<Boolean> yesOrNo() {
        return (node, notes) -> raw(node, "true 或 false", notes).flatMap(text -> switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> fault(node, notes, "“" + text + "”应是 true 或 false");
        });
    }

    static NodeReader<LocalDate> day() {
        return (node, notes) -> raw(node, "日期", notes).flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeException e) {
                return fault(node, notes, "“" + text + "”不是日期，请写成 2018-10-28 这样");
            }
        });
    }

    /** A moment, or a day meaning its noon. */
    static NodeReader<LocalDateTime> moment() {
        return (node, notes) -> raw(node, "时刻", notes).flatMap(text -> {
            try {
                return Optional.of(text.contains("T") ? LocalDateTime.parse(text) : LocalDate.parse(text).atTime(LocalTime.NOON));
            } catch (DateTimeException e) {
                return fault(node, notes, "“" + text + "”不是日期或时刻，请写成 2026-03-02 或 2026-03-02T09:00 这样");
            }
        });
    }

    static NodeReader<MonthDay> monthDay() {
        return (node, notes) -> raw(node, "月-日", notes).flatMap(text -> {
            try {
                return Optional.of(MonthDay.parse("--" + text));
            } catch (DateTimeException e) {
                return fault(node, notes, "“" + text + "”不是月和日，请写成 10-01 这样");
            }
        });
    }

    static NodeReader<Fraction> fraction() {
        return (node, notes) -> raw(node, "分数", notes).flatMap(text -> {
            var matcher = FRACTION.matcher(text);
            if (matcher.matches() && Integer.parseInt(matcher.group(1)) <= Integer.parseInt(matcher.group(2))) {
                return Optional.of(new Fraction(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))));
            }
            return fault(node, notes, "“" + text + "”应是不大于 1 的分数，如 1/2、2/3");
        });
    }

    /** One of a closed list of words. */
    static <T> NodeReader<T> choice(T[] values, Function<T, String> word) {
        List<String> words = Arrays.stream(values).map(word).toList();
        return (node, notes) -> raw(node, "一个词", notes).flatMap(text -> {
            var index = words.indexOf(text);
            return index >= 0 ? Optional.of(values[index]) : fault(node, notes, "不认识“" + text + "”"
                    + Spelling.nearest(text, words).map(near -> "，是不是“" + near + "”？").orElse("，")
                    + "只能写：" + String.join("、", words));
        });
    }

    static Optional<String> raw(Node node, String kind, Notes notes) {
        return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue())
                : fault(node, notes, "这里应写" + kind + "，不能是列表或下一层字段");
    }

    private static boolean plain(Node node) {
        return node instanceof ScalarNode scalar && scalar.isPlain();
    }

    static <T> Optional<T> fault(Node node, Notes notes, String text) {
        notes.at(node, text);
        return Optional.empty();
    }
}

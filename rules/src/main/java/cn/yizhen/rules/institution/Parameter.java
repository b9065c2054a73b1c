package cn.yizhen.rules.institution;

import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.calendar.Cadence;
import cn.yizhen.rules.clock.Budget;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The dated values a rule can have, each with its spelling in the files (数值). */
public enum Parameter {
    EVERY("every", "多久一次", "写每月、每两个月、每季度、每半年或者每年"),
    AT_LEAST("at-least", "每期至少几次", "请填 1 到 366 的整数"),
    QUORUM("quorum", "到会人数", "写成“应到会人员的半数以上”（含本数）或者“超过应到会人员的半数”（不含）；也可以是全体组成人员、应到会有表决权的人员，三分之二"),
    PASSES("passes", "通过票数", "写成“超过应到会人员的半数”（不含本数）或者“应到会人员的半数以上”（含）；也可以是全体组成人员、实到会人员，三分之二"),
    BUDGET("budget", "办理时限", "写成 5个工作日、30日、3个月或者 24小时"),
    AT_MOST("at-most", "最多多少", "请填 0 到 1000000 的整数，或者“不超过上年”"),
    ASKED_EVERY("at-most-every", "每期最多要一次", "写每月、每两个月、每季度、每半年或者每年");

    private static final int MOST_PER_PERIOD = 366;
    private static final int MOST = 1_000_000;
    private static final Pattern THRESHOLD = Pattern.compile("(\\w+) (at-least|more-than) ([1-9]\\d?)/([1-9]\\d?)");

    private final String word;
    private final String chinese;
    private final String hint;

    Parameter(String word, String chinese, String hint) {
        this.word = word;
        this.chinese = chinese;
        this.hint = hint;
    }

    /** The name of the field in the files. */
    public String word() {
        return word;
    }

    /** The words shown to people. */
    public String chinese() {
        return chinese;
    }

    /** How a value is written, for whoever types one. */
    public String hint() {
        return hint;
    }

    /** What an office typed, 每季度 or 5个工作日, as a file would write it; what says nothing so comes back as it was. */
    public String plain(String typed) {
        return PlainValue.spelt(this, typed);
    }

    public static Optional<Parameter> named(String word) {
        return Arrays.stream(values()).filter(parameter -> parameter.word.equals(word)).findFirst();
    }

    /** A value as it is written in a form; empty where it cannot be read. */
    Optional<?> read(String text, Source source) {
        return switch (this) {
            case EVERY, ASKED_EVERY -> CadenceWords.named(text);
            case AT_LEAST -> number(text, 1, MOST_PER_PERIOD);
            case AT_MOST -> text.equals(Ceiling.LAST_YEAR) ? Optional.of(new Ceiling.LastYear())
                    : number(text, 0, MOST).map(Ceiling.Number::new);
            case BUDGET -> Budget.parse(text) instanceof Outcome.Done<Budget> ? Optional.of(text) : Optional.empty();
            case QUORUM, PASSES -> threshold(text, source).map(List::of);
        };
    }

    /** A value as a file would write it. */
    public static String spelt(Object value) {
        return switch (value) {
            case Cadence cadence -> CadenceWords.of(cadence);
            case Ceiling ceiling -> ceiling.spelt();
            case List<?> thresholds -> thresholds.stream().map(Threshold.class::cast)
                    .map(it -> it.of().word() + (it.strict() ? " more-than " : " at-least ") + it.fraction())
                    .collect(Collectors.joining("; "));
            default -> value.toString();
        };
    }

    private static Optional<Integer> number(String text, int least, int most) {
        return text.matches("\\d{1,7}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most
                ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private static Optional<Threshold> threshold(String text, Source source) {
        var matcher = THRESHOLD.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(3)) > Integer.parseInt(matcher.group(4))) {
            return Optional.empty();
        }
        return Arrays.stream(Basis.values()).filter(basis -> basis.word().equals(matcher.group(1))).findFirst()
                .map(basis -> new Threshold(basis, new Fraction(Integer.parseInt(matcher.group(3)), Integer.parseInt(matcher.group(4))),
                        matcher.group(2).equals("more-than"), Optional.empty(), source));
    }
}

package cn.yizhen.rules.institution;

import cn.yizhen.rules.calendar.Cadence;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A value as an office writes it, 每季度, 5个工作日 or 应到会人员的半数以上, in the spelling of the files. */
final class PlainValue {

    private static final Pattern TIME = Pattern.compile("(\\d{1,9})(个工作日|工作日|日|天|个自然日|自然日|个月|小时|个小时)");
    private static final Map<String, String> UNITS = Map.of("个工作日", "working-days", "工作日", "working-days", "日", "calendar-days", "天", "calendar-days",
            "个自然日", "calendar-days", "自然日", "calendar-days", "个月", "months", "小时", "hours", "个小时", "hours");
    private static final int FINEST_PART = 10;

    /** Words do not depend on whence they come. */
    private static final Source NOBODY = new Source("", 0, null, SourceStatus.UNVERIFIED, LocalDate.EPOCH, null);

    private PlainValue() {}

    /** What says nothing so comes back as it is. */
    static String spelt(Parameter parameter, String typed) {
        var text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        return (switch (parameter) {
            case EVERY, ASKED_EVERY -> Arrays.stream(Cadence.values())
                    .filter(cadence -> text.equals(cadence.chinese()) || ("每" + text).equals(cadence.chinese())).map(CadenceWords::of).findFirst();
            case AT_LEAST -> number(text.replaceFirst("^至少", "").replaceFirst("(次|学时)$", ""));
            case AT_MOST -> text.equals(new Ceiling.LastYear().chinese("")) ? Optional.of(Ceiling.LAST_YEAR)
                    : number(text.replaceFirst("^最多", "").replaceFirst("\\D{1,2}$", ""));
            case BUDGET -> Optional.of(TIME.matcher(text.replace(" ", ""))).filter(matcher -> matcher.matches())
                    .map(matcher -> matcher.group(1) + " " + UNITS.get(matcher.group(2)));
            case QUORUM, PASSES -> thresholds().filter(threshold -> threshold.chinese().equals(text)).findFirst()
                    .map(threshold -> Parameter.spelt(List.of(threshold)));
        }).orElse(text);
    }

    private static Optional<String> number(String text) {
        return Optional.of(text.strip()).filter(digits -> digits.matches("\\d+"));
    }

    /** Every part of every whole that has words of its own. */
    private static Stream<Threshold> thresholds() {
        return Arrays.stream(Basis.values()).flatMap(basis -> IntStream.rangeClosed(2, FINEST_PART).boxed()
                .flatMap(whole -> IntStream.range(1, whole).mapToObj(part -> new Fraction(part, whole)))
                .flatMap(part -> Stream.of(true, false).map(strict -> new Threshold(basis, part, strict, Optional.empty(), NOBODY))));
    }
}

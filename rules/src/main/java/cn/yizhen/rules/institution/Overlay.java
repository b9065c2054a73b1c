package cn.yizhen.rules.institution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.calendar.Cadence;
import cn.yizhen.rules.institution.LocalValue.Parameter;

/**
 * Lays the county's own values over the shipped catalogue. Only a value that is still to be confirmed can be
 * set, only from the day of its adoption on, and only to what a file could say too.
 */
public final class Overlay {

    private static final int MOST_PER_PERIOD = 366;

    private Overlay() {}

    /**
     * @param catalogue with all values laid over it that still fit
     * @param setAside  why others no longer do: a clause of a newer version has settled what the county had set
     */
    public record Overlaid(Catalogue catalogue, List<Reason> setAside) {}

    /** The catalogue with the values laid over it in the order they were adopted. */
    public static Overlaid over(Catalogue catalogue, List<LocalValue> values) {
        var result = catalogue;
        var setAside = new ArrayList<Reason>();
        for (var value : values) {
            switch (adopt(result, value)) {
                case Outcome.Done<Catalogue>(var with) -> result = with;
                case Outcome.Refused<Catalogue>(var reasons) -> setAside.addAll(reasons);
            }
        }
        return new Overlaid(result, List.copyOf(setAside));
    }

    /** The catalogue with one more value, or every reason why not. */
    public static Outcome<Catalogue> adopt(Catalogue catalogue, LocalValue value) {
        var duty = catalogue.duty(value.duty());
        if (duty.isEmpty()) {
            return Outcome.refused(Reason.of("no-such-duty", "目录里没有“" + value.duty() + "”这项职责", "从制度页面重新进入后再填"));
        }
        var reasons = reasons(duty.get(), value);
        return reasons.isEmpty() ? Outcome.done(replaced(catalogue, duty.get(), changed(duty.get(), value)))
                : Outcome.refused(reasons);
    }

    private static List<Reason> reasons(Duty duty, LocalValue value) {
        var reasons = new ArrayList<Reason>();
        if (!open(duty, value.parameter())) {
            reasons.add(new Reason("value-set-by-clause", "“" + duty.title() + "”" + value.parameter().chinese() + "由上级规定，县里不能改",
                    duty.source().cited(), "如规定有变，请等新版制度文件"));
        }
        if (value.from().isBefore(value.adoptedOn())) {
            reasons.add(Reason.of("value-in-the-past", "起始日期早于采用日期，会改变已经过去的要求", "把起始日期改为采用当天或以后"));
        }
        if (value.paper().isBlank()) {
            reasons.add(Reason.of("value-without-paper", "没有写依据的文件", "填写县里文件的名称和文号"));
        }
        if (parsed(value).isEmpty()) {
            reasons.add(Reason.of("value-unreadable", "“" + value.value() + "”不能作为" + value.parameter().chinese(),
                    value.parameter() == Parameter.EVERY ? "只能是：" + String.join("、", CadenceWords.all())
                            : "请填 1 到 " + MOST_PER_PERIOD + " 的整数"));
        }
        return reasons;
    }

    /** Whether the newest value is still to be confirmed or was set by the county before. */
    public static boolean open(Duty duty, Parameter parameter) {
        var status = (parameter == Parameter.EVERY ? duty.every().entries().getLast().source()
                : duty.atLeast().entries().getLast().source()).status();
        return status.toBeConfirmed() || status == SourceStatus.ADOPTED;
    }

    private static Optional<?> parsed(LocalValue value) {
        return value.parameter() == Parameter.EVERY ? CadenceWords.named(value.value()) : number(value.value());
    }

    private static Optional<Integer> number(String text) {
        return text.matches("[1-9]\\d{0,2}") && Integer.parseInt(text) <= MOST_PER_PERIOD
                ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private static Duty changed(Duty duty, LocalValue value) {
        return switch (value.parameter()) {
            case EVERY -> duty.with(with(duty.every(), value, CadenceWords::named), duty.atLeast());
            case AT_LEAST -> duty.with(duty.every(), with(duty.atLeast(), value, Overlay::number));
        };
    }

    /** What held before stays; the new value takes the place of everything from its day on. */
    private static <T> Dated<T> with(Dated<T> dated, LocalValue value, Function<String, Optional<T>> parse) {
        var entry = new Dated.Entry<>(value.from(), parse.apply(value.value()).orElseThrow(), value.source());
        return new Dated<>(Stream.concat(
                dated.entries().stream().filter(earlier -> earlier.from().isBefore(value.from())), Stream.of(entry)).toList());
    }

    private static Catalogue replaced(Catalogue catalogue, Duty before, Duty after) {
        return new Catalogue(catalogue.institutions().stream().map(institution -> institution.with(
                institution.duties().stream().map(duty -> duty.equals(before) ? after : duty).toList())).toList(),
                catalogue.digest());
    }
}

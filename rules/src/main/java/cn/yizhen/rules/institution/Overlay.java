package cn.yizhen.rules.institution;

import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.calendar.Cadence;
import cn.yizhen.rules.calendar.Days;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Lays the county's own values over the shipped catalogue. Only a value that is still to be confirmed can be
 * set, only from the day of its adoption on, and only to what a file could say too.
 */
public final class Overlay {

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
        var target = DatedValue.find(catalogue, value.rule(), value.parameter());
        if (target.isEmpty()) {
            return Outcome.refused(Reason.of("no-such-value", "目录里没有“" + value.rule() + "”的“" + value.parameter().chinese() + "”",
                    "从制度页面重新进入后再填"));
        }
        var reasons = reasons(target.get(), value);
        return reasons.isEmpty() ? Outcome.done(catalogue.with(target.get().institution(), changed(target.get().institution(), value)))
                : Outcome.refused(reasons);
    }

    /** What was to hold from the value's day or a later one, and no longer would: an earlier paper may have said so. */
    public static List<Dated.Entry<?>> replaced(Catalogue catalogue, LocalValue value) {
        return DatedValue.find(catalogue, value.rule(), value.parameter()).stream()
                .<Dated.Entry<?>>flatMap(target -> target.dated().entries().stream())
                .filter(entry -> !entry.from().isBefore(value.from())).toList();
    }

    private static List<Reason> reasons(DatedValue target, LocalValue value) {
        var reasons = new ArrayList<Reason>();
        if (!target.open()) {
            reasons.add(new Reason("value-set-by-clause", "“" + target.title() + "”的“" + value.parameter().chinese() + "”由上级规定，县里不能改",
                    target.newest().source().cited(), "如规定有变，请等新版制度文件"));
        }
        if (value.from().isBefore(value.adoptedOn())) {
            reasons.add(Reason.of("value-in-the-past", "起始日期早于采用日期，会改变已经过去的要求", "把起始日期改为采用当天或以后"));
        }
        if (!value.from().isBefore(value.adoptedOn()) && value.from().isBefore(target.dated().begins())) {
            reasons.add(Reason.of("value-before-the-rule", "“" + target.title() + "”" + Days.full(target.dated().begins()) + "起才执行，那以前没有数可定",
                    "把起始日期改为那天或以后；要提前执行的，改那份办法本身"));
        }
        if (value.paper().isBlank()) {
            reasons.add(Reason.of("value-without-paper", "没有写依据的文件", "填写县里文件的名称和文号"));
        }
        if (value.parameter().read(value.value(), value.source()).isEmpty()) {
            reasons.add(Reason.of("value-unreadable", "“" + value.value() + "”不能作为“" + value.parameter().chinese() + "”",
                    value.parameter().hint()));
        }
        return reasons;
    }

    private static Institution changed(Institution institution, LocalValue value) {
        var read = value.parameter().read(value.value(), value.source()).orElseThrow();
        return switch (value.parameter()) {
            case EVERY -> duty(institution, value, duty -> duty.with(with(duty.every(), value, (Cadence) read), duty.atLeast()));
            case AT_LEAST -> duty(institution, value, duty -> duty.with(duty.every(), with(duty.atLeast(), value, (Integer) read)));
            case QUORUM -> duty(institution, value, duty -> duty.with(duty.quorum().map(it -> with(it, value, thresholds(read))), duty.passes()));
            case PASSES -> duty(institution, value, duty -> duty.with(duty.quorum(), duty.passes().map(it -> with(it, value, thresholds(read)))));
            case BUDGET -> institution.withClocks(clock -> clock.id().equals(value.rule())
                    ? clock.with(with(clock.budget(), value, (String) read), clock.source()) : clock);
            case AT_MOST -> institution.withLimits(limit -> limit.id().equals(value.rule())
                    ? limit.with(with(limit.atMost(), value, (Ceiling) read), limit.source()) : limit);
            case ASKED_EVERY -> institution.withForms(form -> form.id().equals(value.rule())
                    ? form.with(with(form.every(), value, (Cadence) read), form.source()) : form);
        };
    }

    private static Institution duty(Institution institution, LocalValue value, UnaryOperator<Duty> change) {
        return institution.withDuties(duty -> duty.id().value().equals(value.rule()) ? change.apply(duty) : duty);
    }

    private static <T> Dated<T> with(Dated<T> dated, LocalValue value, T read) {
        return dated.from(new Dated.Entry<>(value.from(), read, value.source()));
    }

    @SuppressWarnings("unchecked") // the parameter reads nothing else
    private static List<Threshold> thresholds(Object read) {
        return (List<Threshold>) read;
    }

    /**
     * The catalogue after persons of the county compared sources with the text: their status and day follow,
     * the values stay. A check of a source that no rule rests on any more does nothing.
     */
    public static Catalogue checked(Catalogue catalogue, List<SourceCheck> checks) {
        var result = catalogue;
        for (var check : checks) {
            result = result.map(institution -> checked(institution, check));
        }
        return result;
    }

    private static Institution checked(Institution institution, SourceCheck check) {
        return institution
                .withDuties(duty -> duty.id().value().equals(check.rule()) ? duty.withSources(check::applied) : duty)
                .withClocks(clock -> clock.id().equals(check.rule())
                        ? clock.with(clock.budget().withSources(check::applied), check.applied(clock.source())) : clock)
                .withLimits(limit -> limit.id().equals(check.rule())
                        ? limit.with(limit.atMost().withSources(check::applied), check.applied(limit.source())) : limit)
                .withForms(form -> form.id().equals(check.rule())
                        ? form.with(form.every().withSources(check::applied), check.applied(form.source())) : form);
    }
}

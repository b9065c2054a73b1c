package cn.yizhen.app.matter;

import cn.yizhen.rules.Reason;
import cn.yizhen.rules.institution.Procedure.Ask;
import cn.yizhen.rules.institution.Procedure.Step;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.procedure.Answer;
import cn.yizhen.rules.procedure.Particulars;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Reads what was typed into the form of a step. What cannot be read is said field by field, all at once. */
final class StepForm {

    private final MultiValueMap<String, String> typed;
    private final List<Reason> faults = new ArrayList<>();
    private final Set<String> unread = new HashSet<>();

    private StepForm(MultiValueMap<String, String> typed) {
        this.typed = typed;
    }

    /**
     * What a form says.
     *
     * @param said   as far as it could be read
     * @param faults what could not be
     * @param unread titles of the fields that could not be
     */
    record Read(Particulars said, List<Reason> faults, Set<String> unread) {

        /** What could not be read, and what else stands against the step; that an unread field is missing goes without saying. */
        List<Reason> with(List<Reason> others) {
            return Stream.concat(faults.stream(), others.stream().filter(other -> !other.code().equals("answer-missing")
                    || unread.stream().noneMatch(title -> other.text().startsWith("“" + title + "”")))).toList();
        }
    }

    /** Fields are named by their ask with a leading {@code a-}, so that none meets the form's own. */
    static Read read(Step step, MultiValueMap<String, String> typed) {
        var form = new StepForm(typed);
        Map<String, Answer> answers = new LinkedHashMap<>();
        for (var ask : step.asks()) {
            var answer = form.answer(ask);
            if (answer != null) {
                answers.put(ask.id(), answer);
            }
        }
        return new Read(new Particulars(answers), List.copyOf(form.faults), Set.copyOf(form.unread));
    }

    static String field(Ask ask) {
        return "a-" + ask.id();
    }

    private @Nullable Answer answer(Ask ask) {
        var values = typed.getOrDefault(field(ask), List.of()).stream().map(String::strip).filter(value -> !value.isEmpty()).toList();
        if (values.isEmpty()) {
            return ask.shape().equals("units") && ask.becomes().isPresent() && !ask.required() ? new Answer.Units(Set.of()) : null;
        }
        try {
            return switch (ask.shape()) {
                case "day" -> new Answer.Day(LocalDate.parse(values.getFirst()));
                case "number" -> new Answer.Amount(number(values.getFirst()));
                case "unit", "units" -> new Answer.Units(values.stream().map(UnitId::of).collect(Collectors.toSet()));
                default -> new Answer.Words(values.getFirst());
            };
        } catch (DateTimeParseException _) {
            return unreadable(ask, "不是日期", "从日历里选一天");
        } catch (IllegalArgumentException _) {
            return unreadable(ask, "看不懂", ask.shape().equals("number") ? "只写数字，如 12 或 12.5" : "重新选择");
        }
    }

    /** As people type it, in full-width digits too; never in powers of ten, of which a short one is longer than memory. */
    private static BigDecimal number(String typed) {
        var text = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        if (!text.matches("-?\\d{1,12}(\\.\\d{1,4})?")) {
            throw new NumberFormatException(text);
        }
        return new BigDecimal(text);
    }

    private @Nullable Answer unreadable(Ask ask, String what, String next) {
        unread.add(ask.title());
        faults.add(Reason.of("answer-unreadable", "“" + ask.title() + "”" + what + "。", next + "。"));
        return null;
    }
}

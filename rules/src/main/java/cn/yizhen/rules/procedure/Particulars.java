package cn.yizhen.rules.procedure;

import cn.yizhen.rules.organisation.UnitId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The answers given with a step, by the id of the ask (步骤内容). What was left empty is not in it.
 *
 * @param answers by ask id
 */
public record Particulars(Map<String, Answer> answers) {

    public static final Particulars NONE = new Particulars(Map.of());

    public Particulars {
        answers = Map.copyOf(answers);
    }

    public Particulars and(String ask, Answer answer) {
        var more = new LinkedHashMap<>(answers);
        more.put(ask, answer);
        return new Particulars(more);
    }

    public Particulars and(String ask, String words) {
        return and(ask, new Answer.Words(words));
    }

    public Particulars and(String ask, LocalDate day) {
        return and(ask, new Answer.Day(day));
    }

    public Particulars and(String ask, UnitId... units) {
        return and(ask, new Answer.Units(Set.of(units)));
    }

    /** Those of the answers that answer one of these asks. */
    public Particulars only(Collection<String> asks) {
        var fewer = new LinkedHashMap<>(answers);
        fewer.keySet().retainAll(asks);
        return new Particulars(fewer);
    }

    public Optional<String> words(String ask) {
        return Optional.ofNullable(answers.get(ask)).map(Answer::printed);
    }

    public Optional<LocalDate> day(String ask) {
        return answers.get(ask) instanceof Answer.Day(var day) ? Optional.of(day) : Optional.empty();
    }

    public Set<UnitId> units(String ask) {
        return answers.get(ask) instanceof Answer.Units(var units) ? units : Set.of();
    }
}

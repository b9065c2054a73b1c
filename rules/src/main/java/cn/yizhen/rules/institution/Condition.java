package cn.yizhen.rules.institution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import cn.yizhen.rules.Recent;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;

/**
 * A condition in the expression language CEL over one or more {@link View}s: type-checked when the file is
 * read, without time, input or output, of bounded size. Two conditions are equal when their text is.
 * What it says of equal values it says always, and a county has thousands of bearers that differ in nothing it asks
 * about: so each answer is worked out once.
 */
public final class Condition {

    /** Answers kept: a condition over kinds needs a dozen; one over months of a term gets a new value every month. */
    private static final int ANSWERS_KEPT = 2_000;

    private final String text;
    private final List<Variable> variables;
    private final List<Variable> used;
    private final List<Mention> mentions;
    private final Optional<Set<String>> kinds;
    private final Program program;
    private final Recent<List<Object>, Boolean> answers = new Recent<>(ANSWERS_KEPT);

    /**
     * A word an expression compares a variable with, and where.
     *
     * @param variable such as {@code record.kind}
     * @param word     such as {@code branch-assembly}
     * @param column   place in the expression, from 0
     */
    public record Mention(String variable, String word, int column) {}

    /**
     * @param variables what it may ask about
     * @param used      those of them it asks about
     * @param kinds     of which {@code record.kind} it can hold at most; empty where it may be any
     */
    Condition(String text, List<Variable> variables, List<Variable> used, List<Mention> mentions, Optional<Set<String>> kinds, Program program) {
        this.text = text;
        this.variables = List.copyOf(variables);
        this.used = List.copyOf(used);
        this.mentions = List.copyOf(mentions);
        this.kinds = kinds.map(Set::copyOf);
        this.program = program;
    }

    /**
     * Whether it holds for what is given.
     *
     * @param views one of each kind the condition is about: for a post, its {@link PostView} and the
     *              {@link UnitView} of its unit
     */
    public boolean holds(View... views) {
        var values = new ArrayList<>(used.size());
        for (var variable : used) {
            values.add(value(variable, views));
        }
        return answers.of(values, this::worked);
    }

    private Object value(Variable variable, View... views) {
        for (var view : views) {
            if (variable.view().isInstance(view)) {
                return variable.in(view);
            }
        }
        throw new IllegalArgumentException("the condition " + text + " is about " + about());
    }

    private boolean worked(List<Object> values) {
        Map<String, Object> seen = HashMap.newHashMap(values.size());
        for (int i = 0; i < values.size(); i++) {
            seen.put(used.get(i).name(), values.get(i));
        }
        try {
            return (Boolean) program.eval(seen);
        } catch (CelEvaluationException e) {
            throw new IllegalStateException("a checked expression failed: " + text, e);
        }
    }

    /** The kinds of view it must be given. */
    public Set<Class<? extends View>> about() {
        return Set.copyOf(variables.stream().<Class<? extends View>>map(Variable::view).toList());
    }

    /** Whether its answer can change from one day to the next though nothing is noted: months of a term, a day that has passed. */
    public boolean passesWithDays() {
        return used.stream().anyMatch(Variable::ofTheDay);
    }

    /** Whether it asks about a variable, such as {@code unit.term_months}. */
    public boolean asks(String variable) {
        return used.stream().anyMatch(one -> one.name().equals(variable));
    }

    /** The words it compares variables with, for checking against the words that exist. */
    public List<Mention> mentions() {
        return mentions;
    }

    /** The kinds of record it can hold for at most, so that no others need be looked at; empty where it may be any. */
    public Optional<Set<String>> kinds() {
        return kinds;
    }

    /** The expression as written in the file. */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Condition condition && condition.text.equals(text)
                && condition.variables.equals(variables);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}

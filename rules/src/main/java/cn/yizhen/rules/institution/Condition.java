package cn.yizhen.rules.institution;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;

/**
 * A condition in the expression language CEL over one or more {@link View}s: type-checked when the file is
 * read, without time, input or output, of bounded size. Two conditions are equal when their text is.
 */
public final class Condition {

    private final String text;
    private final List<Variable> variables;
    private final List<Mention> mentions;
    private final Program program;

    /**
     * A word an expression compares a variable with, and where.
     *
     * @param variable such as {@code record.kind}
     * @param word     such as {@code branch-assembly}
     * @param column   place in the expression, from 0
     */
    public record Mention(String variable, String word, int column) {}

    Condition(String text, List<Variable> variables, List<Mention> mentions, Program program) {
        this.text = text;
        this.variables = List.copyOf(variables);
        this.mentions = List.copyOf(mentions);
        this.program = program;
    }

    /**
     * Whether it holds for what is given.
     *
     * @param views one of each kind the condition is about: for a post, its {@link PostView} and the
     *              {@link UnitView} of its unit
     */
    public boolean holds(View... views) {
        Map<String, Object> seen = new HashMap<>();
        for (var view : views) {
            variables.stream().filter(variable -> variable.view().isInstance(view))
                    .forEach(variable -> seen.put(variable.name(), variable.in(view)));
        }
        if (seen.size() < variables.size()) {
            throw new IllegalArgumentException("the condition " + text + " is about " + about());
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

    /** The words it compares variables with, for checking against the words that exist. */
    public List<Mention> mentions() {
        return mentions;
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

package cn.yizhen.rules.institution;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.Operator;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;

/**
 * Outside which words of one variable an expression cannot hold: {@code record.kind in ["a", "b"] && …} holds for a and b
 * at most. A bound only, from the shape of the expression; where the shape gives none, it says so.
 */
record Confines(CelAbstractSyntaxTree ast, String variable) {

    /** The words for which it may hold; empty where it may hold for any. */
    static Optional<Set<String>> of(CelAbstractSyntaxTree ast, String variable) {
        return new Confines(ast, variable).of(ast.getExpr());
    }

    private Optional<Set<String>> of(CelExpr expression) {
        if (expression.getKind() == Kind.CONSTANT && expression.constant().getKind() == CelConstant.Kind.BOOLEAN_VALUE
                && !expression.constant().booleanValue()) {
            return Optional.of(Set.of());
        }
        if (expression.getKind() != Kind.CALL || expression.call().args().size() != 2) {
            return Optional.empty();
        }
        var operator = Operator.find(expression.call().function()).or(() -> Operator.findReverse(expression.call().function()));
        var left = expression.call().args().get(0);
        var right = expression.call().args().get(1);
        return operator.flatMap(found -> switch (found) {
            case LOGICAL_AND -> both(of(left), of(right));
            case LOGICAL_OR -> of(left).flatMap(one -> of(right).map(other -> union(one, other)));
            case EQUALS -> words(left, List.of(right)).or(() -> words(right, List.of(left)));
            case IN -> right.getKind() == Kind.LIST ? words(left, right.list().elements()) : Optional.empty();
            default -> Optional.empty();
        });
    }

    private static Optional<Set<String>> both(Optional<Set<String>> one, Optional<Set<String>> other) {
        return one.map(words -> other.map(others -> intersection(words, others)).orElse(words)).or(() -> other);
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        var all = new HashSet<>(one);
        all.addAll(other);
        return all;
    }

    private static Set<String> intersection(Set<String> one, Set<String> other) {
        var common = new HashSet<>(one);
        common.retainAll(other);
        return common;
    }

    /** The words the variable is compared with; empty where it is another variable, or compared with anything but words. */
    private Optional<Set<String>> words(CelExpr compared, List<CelExpr> with) {
        boolean meant = ast.getReference(compared.id()).filter(reference -> reference.name().equals(variable)).isPresent();
        if (!meant || with.stream().anyMatch(word -> word.getKind() != Kind.CONSTANT || word.constant().getKind() != CelConstant.Kind.STRING_VALUE)) {
            return Optional.empty();
        }
        var words = new HashSet<String>();
        with.forEach(word -> words.add(word.constant().stringValue()));
        return Optional.of(words);
    }
}

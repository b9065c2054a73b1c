package cn.yizhen.rules.institution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;

import cn.yizhen.rules.institution.Condition.Mention;

/** Finds the words an expression compares its variables with: {@code record.kind == "visit"}. */
final class Mentions {

    private final CelAbstractSyntaxTree ast;
    private final List<Mention> found = new ArrayList<>();

    private Mentions(CelAbstractSyntaxTree ast) {
        this.ast = ast;
    }

    static List<Mention> in(CelAbstractSyntaxTree ast) {
        var mentions = new Mentions(ast);
        mentions.walk(ast.getExpr());
        return mentions.found;
    }

    private void walk(CelExpr expression) {
        if (expression.getKind() == Kind.CALL) {
            var args = expression.call().args();
            if (args.size() == 2) {
                note(args.get(0), args.get(1));
                note(args.get(1), args.get(0));
            }
            args.forEach(this::walk);
        }
    }

    private void note(CelExpr variable, CelExpr words) {
        variable(variable).ifPresent(name -> {
            switch (words.getKind()) {
                case CONSTANT -> noteWord(name, words);
                case LIST -> words.list().elements().forEach(word -> noteWord(name, word));
                default -> { }
            }
        });
    }

    private void noteWord(String variable, CelExpr word) {
        if (word.getKind() == Kind.CONSTANT && word.constant().getKind() == CelConstant.Kind.STRING_VALUE) {
            var column = ast.getSource().getPositionsMap().getOrDefault(word.id(), 0);
            found.add(new Mention(variable, word.constant().stringValue(), column));
        }
    }

    private Optional<String> variable(CelExpr expression) {
        return ast.getReference(expression.id()).map(reference -> reference.name()).filter(name -> !name.isEmpty());
    }
}

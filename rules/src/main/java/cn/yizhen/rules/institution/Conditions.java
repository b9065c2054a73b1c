package cn.yizhen.rules.institution;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;

/**
 * Turns the text of a condition into a {@link Condition}, or says in Chinese what is wrong and where. The
 * environment is closed: the variables of the views, comparison, {@code in}, {@code size}, and, or, not.
 */
public final class Conditions {

    /** Numbers of characters and of parts beyond which an expression is refused. */
    private static final int MOST_CHARACTERS = 400;
    private static final int MOST_PARTS = 80;

    private static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(MOST_CHARACTERS).maxParseExpressionNodeCount(MOST_PARTS)
            .enableHeterogeneousNumericComparisons(true).maxParseRecursionDepth(12).maxParseErrorRecoveryLimit(4).build();

    private static final CelStandardDeclarations FUNCTIONS = CelStandardDeclarations.newBuilder()
            .includeFunctions(StandardFunction.EQUALS, StandardFunction.NOT_EQUALS, StandardFunction.LESS,
                    StandardFunction.LESS_EQUALS, StandardFunction.GREATER, StandardFunction.GREATER_EQUALS,
                    StandardFunction.IN, StandardFunction.SIZE, StandardFunction.LOGICAL_AND,
                    StandardFunction.LOGICAL_OR, StandardFunction.LOGICAL_NOT)
            .build();

    private static final CelRuntime RUNTIME = CelRuntimeFactory.plannerRuntimeBuilder().setOptions(OPTIONS).build();

    private Conditions() {}

    /** What came of compiling: a condition, or what is wrong with the text. */
    public sealed interface Compiled {

        record Sound(Condition condition) implements Compiled {}

        record Faulty(List<Fault> faults) implements Compiled {}
    }

    /**
     * @param column place in the expression, from 0
     * @param text   plain Chinese, with the next step
     */
    public record Fault(int column, String text) {}

    /** Who a duty falls to, for a kind of bearer; a post, a body and a person's post also show their unit. */
    public static Compiled over(BearerKind bearer, String text) {
        return compile(text, views(bearer));
    }

    private static Set<Class<? extends View>> views(BearerKind bearer) {
        return switch (bearer) {
            case UNIT -> Set.of(UnitView.class);
            case POST -> Set.of(PostView.class, UnitView.class);
            case BODY -> Set.of(BodyView.class, UnitView.class);
            case PERSON -> Set.of(PersonView.class);
        };
    }

    /** Which records count. */
    public static Compiled overRecords(String text) {
        return compile(text, Set.of(RecordView.class));
    }

    /** Which demands a limit holds for. */
    public static Compiled overDemands(String text) {
        return compile(text, Set.of(DemandView.class));
    }

    /** The names a condition over this kind of bearer may use, in the order of the format. */
    public static List<String> namesOf(BearerKind bearer) {
        return Variable.seenBy(views(bearer)).stream().map(Variable::name).toList();
    }

    private static Compiled compile(String text, Set<Class<? extends View>> views) {
        var variables = Variable.seenBy(views);
        var result = compiler(variables).compile(text);
        try {
            var ast = result.getAst();
            return new Compiled.Sound(
                    new Condition(text, variables, used(ast, variables), Mentions.in(ast), Confines.of(ast, "record.kind"), RUNTIME.createProgram(ast)));
        } catch (CelValidationException e) {
            return new Compiled.Faulty(ConditionFaults.of(result.getErrors(), text, variables));
        } catch (CelEvaluationException e) {
            throw new IllegalStateException("a checked expression cannot be planned: " + text, e);
        }
    }

    private static List<Variable> used(CelAbstractSyntaxTree ast, List<Variable> variables) {
        var names = ast.getReferenceMap().values().stream().map(CelReference::name).collect(Collectors.toSet());
        return variables.stream().filter(variable -> names.contains(variable.name())).toList();
    }

    private static CelCompiler compiler(List<Variable> variables) {
        var builder = CelCompilerFactory.standardCelCompilerBuilder().setOptions(OPTIONS)
                .setStandardEnvironmentEnabled(false).setStandardDeclarations(FUNCTIONS)
                .setResultType(SimpleType.BOOL);
        variables.forEach(variable -> builder.addVar(variable.name(), variable.type()));
        return builder.build();
    }
}

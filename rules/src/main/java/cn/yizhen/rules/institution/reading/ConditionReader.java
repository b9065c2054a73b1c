package cn.yizhen.rules.institution.reading;

import java.util.Optional;

import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

import cn.yizhen.rules.institution.BearerKind;
import cn.yizhen.rules.institution.Condition;
import cn.yizhen.rules.institution.Conditions;
import cn.yizhen.rules.institution.Conditions.Compiled;

/** Reads conditions, with the place of each fault inside the expression. */
final class ConditionReader {

    /** Stands in where no condition could be read; nothing built with it leaves this package. */
    static final Condition NONE = ((Compiled.Sound) Conditions.overRecords("false")).condition();

    private ConditionReader() {}

    static NodeReader<Condition> over(BearerKind bearer) {
        return (node, notes) -> text(node, notes)
                .flatMap(text -> compiled(node, Conditions.over(bearer, text), notes));
    }

    static NodeReader<Condition> overRecords() {
        return (node, notes) -> text(node, notes)
                .flatMap(text -> compiled(node, Conditions.overRecords(text), notes));
    }

    static NodeReader<Condition> overDemands() {
        return (node, notes) -> text(node, notes)
                .flatMap(text -> compiled(node, Conditions.overDemands(text), notes));
    }

    private static Optional<String> text(Node node, Notes notes) {
        return Scalars.raw(node, "条件", notes).flatMap(text -> {
            if (node instanceof ScalarNode scalar && scalar.getScalarStyle() != ScalarStyle.SINGLE_QUOTED) {
                return Scalars.fault(node, notes, "条件要放在一对单引号里，如 'unit.kind == \"branch\"'");
            }
            return Optional.of(text);
        });
    }

    private static Optional<Condition> compiled(Node node, Compiled compiled, Notes notes) {
        var start = notes.placeOf(node);
        var first = new Place(start.file(), start.line(), start.column() + 1);
        return switch (compiled) {
            case Compiled.Sound(var condition) -> {
                notes.uses(condition, first);
                yield Optional.of(condition);
            }
            case Compiled.Faulty(var wrong) -> {
                wrong.forEach(fault -> notes.at(
                        new Place(first.file(), first.line(), first.column() + fault.column()), fault.text()));
                yield Optional.empty();
            }
        };
    }
}

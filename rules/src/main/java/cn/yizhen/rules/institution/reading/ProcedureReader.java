package cn.yizhen.rules.institution.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

import org.snakeyaml.engine.v2.nodes.Node;

import cn.yizhen.rules.institution.Procedure;
import cn.yizhen.rules.institution.Procedure.Ask;
import cn.yizhen.rules.institution.Procedure.Stage;
import cn.yizhen.rules.institution.Procedure.Step;
import cn.yizhen.rules.procedure.Soundness;

/** Reads how the cases of an institution run. */
final class ProcedureReader {

    private static final NodeReader<List<String>> NAMES = Groups.oneOrMore(Scalars.identifier());
    private static final String[] SHAPES = {"text", "day", "unit", "units", "document", "number", Ask.YES_NO};

    private ProcedureReader() {}

    static Optional<Procedure> read(Node node, Notes notes) {
        var before = notes.faults().size();
        var fields = new Fields(node, "程序", notes);
        var roles = fields.required("roles", "有哪些角色，各叫什么", ProcedureReader::roles, new LinkedHashMap<>());
        var openedBy = fields.required("opened-by", "谁可以立", NAMES, List.of());
        var stages = fields.required("stages", "有哪些阶段", Groups.list(ProcedureReader::stage), List.of());
        var begins = fields.required("begins", "从哪个阶段开始", Scalars.identifier(), "");
        var steps = fields.required("steps", "有哪些步骤", Groups.list(ProcedureReader::step), List.of());
        var clocks = fields.optional("clocks", Groups.list(ClockReader::read)).orElse(List.of());
        fields.close();
        if (notes.faults().size() > before) {
            return Optional.empty();
        }
        var procedure = new Procedure(roles, Set.copyOf(openedBy), begins, stages, steps, clocks);
        ProcedureNames.check(procedure, fields, notes);
        if (notes.faults().size() == before) {
            Soundness.faults(procedure).forEach(fault -> notes.at(node, fault));
        }
        return notes.faults().size() > before ? Optional.empty() : Optional.of(procedure);
    }

    private static Optional<SequencedMap<String, String>> roles(Node node, Notes notes) {
        var before = notes.faults().size();
        var roles = new LinkedHashMap<String, String>();
        new Fields(node, "角色", notes).entries().forEach((key, value) -> Scalars.identifier().read(key, notes)
                .ifPresent(id -> Scalars.words(12).read(value, notes).ifPresent(title -> roles.put(id, title))));
        return notes.faults().size() > before ? Optional.empty() : Optional.of(roles);
    }

    private static Optional<Stage> stage(Node node, Notes notes) {
        var before = notes.faults().size();
        var fields = new Fields(node, "阶段" + Marks.idOf(node), notes);
        var id = fields.required("id", "标识", Scalars.identifier(), "none");
        var title = fields.required("title", "显示的名称", Scalars.words(12), "");
        var ends = fields.optional("ends", Scalars.yesOrNo()).orElse(false);
        fields.close();
        return notes.faults().size() > before ? Optional.empty() : Optional.of(new Stage(id, title, ends));
    }

    private static Optional<Step> step(Node node, Notes notes) {
        var before = notes.faults().size();
        var fields = new Fields(node, "步骤" + Marks.idOf(node), notes);
        var id = fields.required("id", "标识", Scalars.identifier(), "none");
        var title = fields.required("title", "显示的名称", Scalars.words(12), "");
        var by = fields.required("by", "谁可以办", NAMES, List.of());
        var from = fields.required("from", "在哪些阶段可以办", NAMES, List.of());
        var to = fields.optional("to", Scalars.identifier());
        var asks = fields.optional("asks", Groups.list(ProcedureReader::ask)).orElse(List.of());
        var inTimeOf = fields.optional("in-time-of", Scalars.identifier());
        var afterEndOf = fields.optional("after-end-of", Scalars.identifier());
        var answers = fields.optional("answers", Scalars.identifier());
        var once = fields.optional("once", Scalars.yesOrNo()).orElse(false);
        var afterSubtasks = fields.optional("after-subtasks", Scalars.yesOrNo()).orElse(false);
        var inSubtasks = fields.optional("in-subtasks", Scalars.identifier());
        var quorum = fields.optional("quorum", ThresholdReader.ofStep()).orElse(List.of());
        var passes = fields.optional("passes", ThresholdReader.ofStep()).orElse(List.of());
        var says = fields.required("says", "用一句话说清这一步", Scalars.words(80), "");
        var source = fields.optional("source", SourceReader::read);
        fields.close();
        return notes.faults().size() > before ? Optional.empty()
                : Optional.of(new Step(id, title, Set.copyOf(by), Set.copyOf(from), to, asks, inTimeOf, afterEndOf, answers, once,
                        afterSubtasks, inSubtasks, quorum, passes, says, source));
    }

    private static Optional<Ask> ask(Node node, Notes notes) {
        var before = notes.faults().size();
        var fields = new Fields(node, "要填的内容" + Marks.idOf(node), notes);
        var id = fields.required("id", "标识", Scalars.identifier(), "none");
        var title = fields.required("title", "显示的名称", Scalars.words(16), "");
        var shape = fields.required("shape", "填什么", Scalars.choice(SHAPES, shapeName -> shapeName), "text");
        var required = fields.optional("required", Scalars.yesOrNo()).orElse(true);
        var atMost = fields.optional("at-most", Scalars.integer(1, 5000)).orElse(0);
        var becomes = fields.optional("becomes", Scalars.identifier());
        var laterThan = fields.optional("later-than", Scalars.identifier());
        fields.close();
        return notes.faults().size() > before ? Optional.empty()
                : Optional.of(new Ask(id, title, shape, required, atMost, becomes, laterThan));
    }
}

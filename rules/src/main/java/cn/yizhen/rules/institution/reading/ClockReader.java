package cn.yizhen.rules.institution.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.snakeyaml.engine.v2.nodes.Node;

import cn.yizhen.rules.institution.Binding;
import cn.yizhen.rules.institution.Dated;
import cn.yizhen.rules.institution.Procedure.ClockRule;
import cn.yizhen.rules.institution.Procedure.Extension;

/** Reads what is timed in a procedure. */
final class ClockReader {

    private static final Pattern BUDGET = Pattern.compile("[1-9]\\d{0,3} (hours?|calendar-days?|working-days?|months?)|until due");
    private static final NodeReader<List<String>> NAMES = Groups.oneOrMore(Scalars.identifier());

    private ClockReader() {}

    static Optional<ClockRule> read(Node node, Notes notes) {
        var before = notes.faults().size();
        var fields = new Fields(node, "时限" + Marks.idOf(node), notes);
        var id = fields.required("id", "标识", Scalars.identifier(), "none");
        var title = fields.required("title", "显示的名称", Scalars.words(16), "");
        var source = fields.required("source", "出自哪一条", SourceReader::read, SourceReader.UNKNOWN);
        var budget = fields.required("budget", "多长，从哪天起执行",
                Groups.dated(ClockReader::budget, source, Optional.empty()),
                Dated.from(LocalDate.EPOCH, "1 months", source));
        var runs = fields.required("runs", "算谁的时间", Scalars.identifier(), "");
        var starts = fields.required("starts-at", "从哪些步骤起算", NAMES, List.of());
        var stops = fields.required("stops-at", "到哪些步骤为止", NAMES, List.of());
        var suspended = names(fields, "suspended-by");
        var resumed = names(fields, "resumed-by");
        var rearmed = names(fields, "rearmed-by");
        var rollForward = fields.optional("roll-forward", Scalars.yesOrNo()).orElse(false);
        var extension = fields.optional("extension", ClockReader::extension);
        var binding = fields.required("binding", "一般（usual）还是必须（must）",
                Scalars.choice(Binding.values(), Binding::word), Binding.USUAL);
        var why = fields.required("why", "为什么有这个时限", Scalars.words(120), "");
        fields.close();
        notes.declares("时限", id, fields.node("id"));
        return notes.faults().size() > before ? Optional.empty() : Optional.of(new ClockRule(id, title, budget, runs,
                Set.copyOf(starts), Set.copyOf(stops), suspended, resumed, rearmed, rollForward, extension, binding,
                source, why));
    }

    private static Set<String> names(Fields fields, String name) {
        return Set.copyOf(fields.optional(name, NAMES).orElse(List.of()));
    }

    private static Optional<String> budget(Node node, Notes notes) {
        return Scalars.raw(node, "时长", notes).flatMap(text -> BUDGET.matcher(text).matches() ? Optional.of(text)
                : Scalars.fault(node, notes, "“" + text + "”不是时长，请写数字加单位，如 5 working-days；"
                        + "单位有 hours、calendar-days、working-days、months，或写 until due（到交办时定的日期）"));
    }

    private static Optional<Extension> extension(Node node, Notes notes) {
        var before = notes.faults().size();
        var fields = new Fields(node, "延期", notes);
        var step = fields.required("step", "由哪一步批准", Scalars.identifier(), "");
        var to = fields.required("to", "延期后总共多长", ClockReader::budget, "1 months");
        var once = fields.optional("once", Scalars.yesOrNo()).orElse(true);
        var ground = fields.required("ground", "什么理由可以延期", Scalars.words(80), "");
        var mustTell = fields.optional("must-tell", Scalars.identifier());
        fields.close();
        return notes.faults().size() > before ? Optional.empty()
                : Optional.of(new Extension(step, to, once, ground, mustTell));
    }
}

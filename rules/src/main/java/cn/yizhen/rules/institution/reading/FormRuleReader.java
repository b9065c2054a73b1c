package cn.yizhen.rules.institution.reading;

import cn.yizhen.rules.calendar.Cadence;
import cn.yizhen.rules.institution.BearerKind;
import cn.yizhen.rules.institution.Dated;
import cn.yizhen.rules.institution.FormField;
import cn.yizhen.rules.institution.FormRule;
import cn.yizhen.rules.institution.Spelling;
import cn.yizhen.rules.institution.Conditions;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads what may be asked of those below. */
final class FormRuleReader {

    private FormRuleReader() {}

    static Optional<FormRule> read(Node node, Notes notes) {
        var before = notes.faults().size();
        var fields = new Fields(node, "报表" + Marks.idOf(node), notes);
        var id = fields.required("id", "全县唯一的标识", Scalars.identifier(), "none");
        var title = fields.required("title", "显示的名称", Scalars.words(30), "");
        var askedOf = fields.required("asked-of", "可以要谁填的条件", ConditionReader.over(BearerKind.UNIT), ConditionReader.NONE);
        var says = fields.required("says", "用一句话说清可以要谁填", Scalars.words(60), "");
        var source = fields.required("source", "出自哪一条", SourceReader::read, SourceReader.UNKNOWN);
        var every = fields.required("at-most-every", "每期最多要一次，从哪天起",
                Groups.dated(DutyReader.cadence(), source, Optional.empty()),
                Dated.from(LocalDate.EPOCH, Cadence.YEAR, source));
        var asked = fields.required("fields", "可以要哪些指标", Groups.list(FormRuleReader::field), List.of());
        var binding = Endings.binding(fields, source, notes);
        var why = fields.required("why", "用村里人听得懂的话说做什么用", Scalars.words(120), "");
        var ending = fields.optional("ends", Endings::read);
        fields.close();
        distinct(asked, fields, notes);
        notes.declares("报表", id, fields.node("id"));
        return notes.faults().size() > before ? Optional.empty() : Optional.of(
                new FormRule(id, title, askedOf, says, every, asked, binding, source, why, ending));
    }

    private static Optional<FormField> field(Node node, Notes notes) {
        var before = notes.faults().size();
        var fields = new Fields(node, "指标" + Marks.idOf(node), notes);
        var id = fields.required("id", "标识", Scalars.identifier(), "none");
        var title = fields.required("title", "显示的名称", Scalars.words(20), "");
        var shape = fields.required("shape", "填什么", Scalars.choice(FormField.Shape.values(), FormField.Shape::word),
                FormField.Shape.TEXT);
        var unit = fields.optional("unit", Scalars.words(6));
        var known = fields.optional("known", FormRuleReader::known);
        fields.close();
        return notes.faults().size() > before ? Optional.empty() : Optional.of(new FormField(id, title, shape, unit, known));
    }

    private static Optional<String> known(Node node, Notes notes) {
        var names = Conditions.namesOf(BearerKind.UNIT);
        return Scalars.raw(node, "名称", notes).flatMap(text -> names.contains(text) ? Optional.of(text)
                : Scalars.fault(node, notes, "平台里没有“" + text + "”" + Spelling.nearest(text, names)
                        .map(near -> "，是不是“" + near + "”？").orElse("，可以用的有：" + String.join("、", names))));
    }

    private static void distinct(List<FormField> asked, Fields fields, Notes notes) {
        var seen = new HashSet<String>();
        asked.stream().map(FormField::id).filter(id -> !seen.add(id))
                .forEach(id -> notes.at(fields.node("fields"), "指标“" + id + "”写了两次，请改名或合并"));
    }
}

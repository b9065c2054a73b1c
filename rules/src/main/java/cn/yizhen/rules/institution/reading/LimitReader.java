package cn.yizhen.rules.institution.reading;

import cn.yizhen.rules.institution.Binding;
import cn.yizhen.rules.institution.Ceiling;
import cn.yizhen.rules.institution.Dated;
import cn.yizhen.rules.institution.Limit;
import cn.yizhen.rules.institution.Extent;
import java.time.LocalDate;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads what may not be exceeded. */
final class LimitReader {

    private static final int MOST = 1_000_000;

    private LimitReader() {}

    static Optional<Limit> read(Node node, Notes notes) {
        var before = notes.faults().size();
        var fields = new Fields(node, "总量控制" + Marks.idOf(node), notes);
        var id = fields.required("id", "全县唯一的标识", Scalars.identifier(), "none");
        var title = fields.required("title", "显示的名称", Scalars.words(30), "");
        var says = fields.required("says", "用一句话说清管谁", Scalars.words(60), "");
        var measures = fields.optional("measures", Scalars.choice(Extent.values(), Extent::word));
        var when = fields.optional("when", ConditionReader.overDemands());
        var source = fields.required("source", "出自哪一条", SourceReader::read, SourceReader.UNKNOWN);
        var atMost = fields.required("at-most", "最多多少，从哪天起",
                Groups.dated(LimitReader::ceiling, source, Optional.empty()),
                Dated.from(LocalDate.EPOCH, new Ceiling.Number(0), source));
        var unit = fields.required("unit", "计量单位，如 字、分钟、次", Scalars.words(6), "");
        var binding = Endings.binding(fields, source, notes);
        var why = fields.required("why", "用村里人听得懂的话说为什么", Scalars.words(120), "");
        var ending = fields.optional("ends", Endings::read);
        fields.close();
        if (fields.has("when") && !fields.has("measures")) {
            notes.at(fields.node("when"), "写了 when（管哪些布置）就要写 measures（数的是什么），否则无从核对");
        }
        notes.declares("总量控制", id, fields.node("id"));
        return notes.faults().size() > before ? Optional.empty() : Optional.of(
                new Limit(id, title, says, measures, when, atMost, unit, binding, source, why, ending));
    }

    private static Optional<Ceiling> ceiling(Node node, Notes notes) {
        return Scalars.raw(node, "上限", notes).flatMap(text -> text.equals(Ceiling.LAST_YEAR)
                ? Optional.of(new Ceiling.LastYear())
                : Scalars.integer(0, MOST).read(node, notes).map(Ceiling.Number::new));
    }
}

package cn.yizhen.rules.institution.reading;

import java.time.LocalDate;
import java.util.Optional;

import org.snakeyaml.engine.v2.nodes.Node;

import cn.yizhen.rules.institution.Binding;
import cn.yizhen.rules.institution.Dated;
import cn.yizhen.rules.institution.Limit;

/** Reads what may not be exceeded. */
final class LimitReader {

    private LimitReader() {}

    static Optional<Limit> read(Node node, Notes notes) {
        var before = notes.faults().size();
        var fields = new Fields(node, "总量控制" + Marks.idOf(node), notes);
        var id = fields.required("id", "全县唯一的标识", Scalars.identifier(), "none");
        var title = fields.required("title", "显示的名称", Scalars.words(30), "");
        var says = fields.required("says", "用一句话说清管谁", Scalars.words(60), "");
        var source = fields.required("source", "出自哪一条", SourceReader::read, SourceReader.UNKNOWN);
        var atMost = fields.required("at-most", "最多多少，从哪天起",
                Groups.dated(Scalars.integer(0, 1_000_000), source, Optional.empty()),
                Dated.from(LocalDate.EPOCH, 0, source));
        var unit = fields.required("unit", "计量单位，如 字、分钟、次", Scalars.words(6), "");
        var binding = fields.required("binding", "一般（usual）还是必须（must）",
                Scalars.choice(Binding.values(), Binding::word), Binding.USUAL);
        var why = fields.required("why", "用村里人听得懂的话说为什么", Scalars.words(120), "");
        fields.close();
        notes.declares("总量控制", id, fields.node("id"));
        return notes.faults().size() > before ? Optional.empty()
                : Optional.of(new Limit(id, title, says, atMost, unit, binding, source, why));
    }
}

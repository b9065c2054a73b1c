package cn.yizhen.rules.institution.reading;

import cn.yizhen.rules.institution.Binding;
import cn.yizhen.rules.institution.Ending;
import cn.yizhen.rules.institution.Source;
import java.time.LocalDate;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/** What every rule says alike: how strictly it binds, and when and why it ends. */
final class Endings {

    private Endings() {}

    static Optional<Ending> read(Node node, Notes notes) {
        var before = notes.faults().size();
        var fields = new Fields(node, "停止执行", notes);
        var day = fields.required("last-day", "执行到哪一天为止", Scalars.day(), LocalDate.EPOCH);
        var why = fields.required("why", "为什么停止", Scalars.words(120), "");
        fields.close();
        return notes.faults().size() > before ? Optional.empty() : Optional.of(new Ending(day, why));
    }

    /** Nothing binds by a clause nobody has read. */
    static Binding binding(Fields fields, Source source, Notes notes) {
        var binding = fields.required("binding", "一般（usual）还是必须（must）",
                Scalars.choice(Binding.values(), Binding::word), Binding.USUAL);
        if (binding == Binding.MUST && source.status().toBeConfirmed()) {
            notes.at(fields.node("binding"), "依据还是“" + source.status().chinese() + "”，不能写 must；请核实依据，或改为 usual");
        }
        return binding;
    }
}

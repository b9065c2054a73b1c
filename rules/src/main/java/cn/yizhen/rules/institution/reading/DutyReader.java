package cn.yizhen.rules.institution.reading;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Map;
import java.util.Optional;

import org.snakeyaml.engine.v2.nodes.Node;

import cn.yizhen.rules.calendar.Cadence;
import cn.yizhen.rules.institution.BearerKind;
import cn.yizhen.rules.institution.CadenceWords;
import cn.yizhen.rules.institution.Dated;
import cn.yizhen.rules.institution.Duty;
import cn.yizhen.rules.institution.DutyId;
import cn.yizhen.rules.institution.KeptIn;
import cn.yizhen.rules.institution.Measure;
import cn.yizhen.rules.institution.Season;

/** Reads one duty of an institution. */
final class DutyReader {

    /** The most a year can ask: once a day, or a working year's hours. */
    private static final Map<Measure, Integer> MOST = Map.of(Measure.TIMES, 366, Measure.HOURS, 2000);

    private DutyReader() {}

    static NodeReader<Duty> in(KeptIn institution) {
        return (node, notes) -> read(node, institution, notes);
    }

    private static Optional<Duty> read(Node node, KeptIn institution, Notes notes) {
        var before = notes.faults().size();
        var what = "职责" + Marks.idOf(node);
        var fields = new Fields(node, what, notes);
        var id = fields.required("id", "全县唯一的标识", Scalars.identifier(), "none");
        var title = fields.required("title", "表里显示的名称，最多 16 个字", Scalars.words(16), "");
        var bearer = fields.required("bearer", "落到单位、岗位、班子还是个人",
                Scalars.choice(BearerKind.values(), BearerKind::word), BearerKind.UNIT);
        var fallsTo = fields.required("falls-to", "落到谁的条件", ConditionReader.over(bearer), ConditionReader.NONE);
        var says = fields.required("says", "用一句话说清落到谁", Scalars.words(60), "");
        var source = fields.required("source", "出自哪一条", SourceReader::read, SourceReader.UNKNOWN);
        var measure = fields.optional("measure", Scalars.choice(Measure.values(), Measure::word)).orElse(Measure.TIMES);
        var atLeast = fields.required("at-least", "每期至少几次，从哪天起",
                Groups.dated(Scalars.integer(1, MOST.get(measure)), source, Optional.empty()), nothing());
        var begins = atLeast.begins();
        var every = fields.required("every", "多久一次", Groups.dated(cadence(), source, Optional.of(begins)),
                Dated.from(begins, Cadence.YEAR, source));
        var counts = fields.required("counts", "哪些记录算数", ConditionReader.overRecords(), ConditionReader.NONE);
        var quorum = fields.optional("quorum", ThresholdReader.dated(source, begins));
        var passes = fields.optional("passes", ThresholdReader.dated(source, begins));
        var season = fields.optional("season", DutyReader::season);
        var binding = Endings.binding(fields, source, notes);
        var keptIn = fields.optional("kept-in", InstitutionReader::keptIn).orElse(institution);
        var why = fields.required("why", "用村里人听得懂的话说为什么", Scalars.words(120), "");
        var ending = fields.optional("ends", Endings::read);
        fields.close();
        if (measure == Measure.HOURS && bearer != BearerKind.PERSON) {
            notes.at(fields.node("measure"), "学时只能是个人的职责，请把 bearer 写成 person，或去掉 measure");
        }
        notes.declares("职责", id, fields.node("id"));
        return notes.faults().size() > before ? Optional.empty() : Optional.of(new Duty(new DutyId(id), title, bearer,
                fallsTo, says, every, measure, atLeast, counts, quorum, passes, season, binding, keptIn, source, why, ending));
    }

    private static Dated<Integer> nothing() {
        return Dated.from(LocalDate.EPOCH, 1, SourceReader.UNKNOWN);
    }

    static NodeReader<Cadence> cadence() {
        return Scalars.choice(Cadence.values(), CadenceWords::of);
    }

    private static Optional<Season> season(Node node, Notes notes) {
        var before = notes.faults().size();
        var fields = new Fields(node, "一年中的时段", notes);
        var from = fields.required("from", "从几月几日", Scalars.monthDay(), MonthDay.of(1, 1));
        var until = fields.required("until", "到几月几日", Scalars.monthDay(), MonthDay.of(12, 31));
        fields.close();
        if (until.isBefore(from)) {
            notes.at(node, "时段的结束在开始之前，请写在同一年里");
        }
        return notes.faults().size() > before ? Optional.empty() : Optional.of(new Season(from, until));
    }
}

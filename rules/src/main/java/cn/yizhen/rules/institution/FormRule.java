package cn.yizhen.rules.institution;

import cn.yizhen.rules.Reason;
import cn.yizhen.rules.calendar.Cadence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What may be asked of those below (报表): which fields, of whom, how often at most. What is not in a form of
 * the catalogue may not be asked.
 *
 * @param id      unique in the catalogue
 * @param title   as shown to people
 * @param askedOf condition over the unit that fills it in
 * @param says    the same in words
 * @param every   once in each such period at most, over time; before its first day the form does not exist
 * @param fields  what may be asked
 * @param binding how strictly
 * @param source  the clause or paper it was approved by
 * @param why     what it is for, in plain Chinese
 * @param ending  when and why it was given up
 */
public record FormRule(String id, String title, Condition askedOf, String says, Dated<Cadence> every,
                       List<FormField> fields, Binding binding, Source source, String why, Optional<Ending> ending) {

    public FormRule {
        fields = List.copyOf(fields);
    }

    /** How often at most it may be asked on a day; empty before it existed and after it was given up. */
    public Optional<Cadence> on(LocalDate day) {
        return ending.filter(end -> day.isAfter(end.lastDay())).isPresent() ? Optional.empty() : every.on(day);
    }

    /**
     * Every reason why it may not be asked; empty where it may.
     *
     * @param unit      who is asked
     * @param asked     ids of the fields wanted
     * @param lastAsked the day it was last asked of this unit
     * @param day       the day it is to be asked
     */
    public List<Reason> refusals(UnitView unit, Collection<String> asked, Optional<LocalDate> lastAsked, LocalDate day) {
        var cadence = on(day);
        if (cadence.isEmpty()) {
            return List.of(reason("form-not-in-force", "“" + title + "”这时不在报表目录里", "先列入目录，再布置"));
        }
        var reasons = new ArrayList<Reason>();
        if (!askedOf.holds(unit)) {
            reasons.add(reason("form-not-theirs", "“" + title + "”只由" + says + "填", "去掉目录以外的填报单位"));
        }
        asked.stream().filter(id -> fields.stream().noneMatch(field -> field.id().equals(id))).sorted()
                .forEach(id -> reasons.add(reason("field-not-listed", "“" + id + "”不在这张表的指标里", "去掉这一项，或先列入目录")));
        fields.stream().filter(field -> field.known().isPresent() && asked.contains(field.id()))
                .forEach(field -> reasons.add(reason("field-known", "“" + field.title() + "”平台已有，不再要求填", "直接引用平台里的数")));
        lastAsked.filter(last -> cadence.get().containing(day).contains(last)).ifPresent(last -> reasons.add(reason(
                "asked-already", "这张表" + cadence.get().chinese() + "最多报一次，本期已经报过", "用已经报来的数")));
        return reasons;
    }

    private Reason reason(String code, String text, String next) {
        return new Reason(code, text, source.cited(), next);
    }

    /** The same form with another greatest frequency over time and another source. */
    FormRule with(Dated<Cadence> others, Source other) {
        return new FormRule(id, title, askedOf, says, others, fields, binding, other, why, ending);
    }
}

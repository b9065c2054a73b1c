package cn.yizhen.rules.duty;

import cn.yizhen.rules.calendar.Days;
import cn.yizhen.rules.institution.Duty;
import cn.yizhen.rules.institution.Institution;
import cn.yizhen.rules.institution.SourceStatus;
import cn.yizhen.rules.organisation.Bearer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Why something stands as it does (为什么), in sentences for the one who is asked.
 *
 * @param clause the article, as cited, with how well it was checked
 * @param why    the reason in plain words
 * @param facts  what it follows from, one sentence each: whom it falls to, the period, the records
 */
public record Explanation(String clause, String why, List<String> facts) {

    public Explanation {
        facts = List.copyOf(facts);
    }

    /** @param names what to call a bearer: the predecessor under whose name a record stands */
    public static Explanation of(Institution institution, Standing standing, Function<Bearer, String> names) {
        List<String> facts = new ArrayList<>(asked(institution, standing.duty(), standing.instance()));
        standing.records().forEach(counted -> facts.add(said(counted, under(counted, standing, names))));
        standing.notCounting()
                .forEach(record -> facts.add(Days.full(record.record().day()) + record.record().title() + "：不计入，" + record.because() + "。"));
        standing.said().forEach(said -> facts.add(said(said)));
        facts.add("情况：" + standing.word() + "。" + (standing.state() == State.NOT_SEEN ? "未见记录不等于未开展。" : ""));
        return new Explanation(clause(standing.instance()), standing.duty().why(), facts);
    }

    public static Explanation of(Institution institution, Duty duty, Instance.CountedOut out) {
        List<String> facts = new ArrayList<>(asked(institution, duty, out));
        facts.add("不计入：" + out.ground().chinese() + "（" + out.because() + "）。");
        return new Explanation(clause(out), duty.why(), facts);
    }

    private static String clause(Instance instance) {
        var source = instance.terms().source();
        String by = source.status() == SourceStatus.ADOPTED && source.note() != null ? "，" + source.note() : "";
        return source.cited() + "（" + source.status().chinese() + by + "）";
    }

    private static List<String> asked(Institution institution, Duty duty, Instance instance) {
        var period = instance.key().period();
        return List.of(
                "“" + institution.title() + "”要求" + duty.says() + instance.terms().every().chinese() + "至少"
                        + instance.terms().needed() + "（" + duty.binding().chinese() + "）。",
                "本期：" + period.label() + "，" + Days.full(period.from()) + "至" + Days.full(period.lastDay())
                        + "；按" + Days.full(period.from()) + "有效的规定。");
    }

    private static String under(Counted counted, Standing standing, Function<Bearer, String> names) {
        return standing.instance().predecessors().contains(counted.under())
                ? "（" + names.apply(counted.under()) + "的记录）"
                : "";
    }

    private static String said(Counted counted, String under) {
        String note = counted.late() ? "（期后补办）" : counted.notedLate() ? "（补记）" : "";
        return Days.full(counted.record().day()) + counted.record().title() + under + "：计入" + note + "。";
    }

    private static String said(Said said) {
        String words = switch (said) {
            case Said.Exempted(_, _, var ground) -> "同意免办：" + ground;
            case Said.Explained(_, _, var text) -> "说明：" + text;
            case Said.KeptElsewhere(_, _, var day, var system) -> Days.full(day) + "已在" + system + "登记";
            case Said.HandedOver(_, _, var to) -> "移交" + to + "办理";
        };
        return Days.full(said.on()) + said.by() + words + "。";
    }
}

package cn.yizhen.app.overview.summary;

import cn.yizhen.app.matter.Matter;
import cn.yizhen.rules.calendar.Days;
import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.procedure.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the journal of a supervised matter for what a summary says of it, in the words of whoever wrote them. */
final class MatterWords {

    private static final Set<String> PROGRESS = Set.of("progress", "respond", "finish");
    private static final Set<String> PROBLEM = Set.of("object", "ask-extension");

    private final Matter matter;
    private final SummaryPeriod period;

    MatterWords(Matter matter, SummaryPeriod period) {
        this.matter = matter;
        this.period = period;
    }

    /** The latest line with the day it is about. */
    Optional<String> progress() {
        return within(PROGRESS).reduce((_, later) -> later)
                .map(entry -> said(entry, "words") + "（" + Days.inYear(entry.said().day("as-of").orElse(entry.at().toLocalDate())) + "）");
    }

    /** Grounds of the lead for handing back or asking for time, with their days. */
    String problems() {
        return within(PROBLEM).map(entry -> said(entry, "ground") + "（" + Days.inYear(entry.at().toLocalDate()) + "）").collect(Collectors.joining("；"));
    }

    /** What was asked in the period, and what is still unanswered from before it. */
    String coordination() {
        var journal = matter.here().journal();
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < journal.size(); i++) {
            var entry = journal.get(i);
            if (entry.step().equals("ask-coordination")) {
                var answer = journal.stream().skip(i).filter(later -> later.step().equals("coordinate")).findFirst();
                if (answer.isEmpty() || period.days().contains(entry.at().toLocalDate()) || period.days().contains(answer.get().at().toLocalDate())) {
                    asked.add(said(entry, "ground") + answer.map(given -> "（" + Days.inYear(given.at().toLocalDate()) + "已答复：" + said(given, "words") + "）")
                            .orElse("（" + Days.inYear(entry.at().toLocalDate()) + "提请，未答复）"));
                }
            }
        }
        return String.join("；", asked);
    }

    private Stream<Entry> within(Set<String> steps) {
        Period days = period.days();
        return matter.here().journal().stream().filter(entry -> steps.contains(entry.step()) && days.contains(entry.at().toLocalDate()));
    }

    private static String said(Entry entry, String ask) {
        return entry.said().words(ask).orElse("").replaceAll("[。；]+$", "");
    }
}

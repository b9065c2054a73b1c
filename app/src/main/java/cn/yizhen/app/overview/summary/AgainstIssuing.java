package cn.yizhen.app.overview.summary;

import cn.yizhen.app.paper.Wording;
import cn.yizhen.rules.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that stands against issuing a summary: no date, an order of merit, names without 签批. */
final class AgainstIssuing {

    private AgainstIssuing() {}

    static List<Reason> of(Summary summary, @Nullable LocalDate date) {
        var faults = new ArrayList<Reason>();
        if (date == null) {
            faults.add(Reason.of("summary-without-date", "没有填成文日期。", "填写签发的日期。"));
        }
        var grounds = summary.rows().stream().map(SummaryRow::judgement).filter(judged -> judged != null).map(Judgement::ground);
        var words = Stream.concat(summary.texts().values().stream(), grounds).collect(Collectors.joining("\n"));
        Wording.ordering(words).forEach(sentence -> faults.add(Reason.of("summary-order-of-merit", "给单位或者个人排了先后：“" + sentence + "”", "删去先后，只写事情办到哪里。")));
        if (summary.signedOff().isEmpty()) {
            signOffNeeded(summary).forEach(faults::add);
        }
        return faults;
    }

    private static List<Reason> signOffNeeded(Summary summary) {
        var next = summary.signOffs().isEmpty() ? "送领导签批以后，登记姓名、日期和意见。" : "签批以后又改过，改后的重新送签。";
        var needed = new ArrayList<Reason>();
        if (summary.form() == Form.CIRCULAR) {
            needed.add(Reason.of("circular-without-sign-off", "通报没有签批。", next));
        }
        naming(summary).forEach(sentence -> needed.add(Reason.of("naming-without-sign-off", "点名表扬或者批评没有签批：“" + sentence + "”", next + "或者不点名。")));
        return needed;
    }

    /** Sentences by name in the blocks, and grounds of judgements, each of which names its row's unit. */
    private static List<String> naming(Summary summary) {
        var names = summary.rows().stream().flatMap(row -> Stream.concat(Stream.of(row.lead().split("、")), Stream.of(row.leader().split("[ 、]")))).filter(name -> name.length() > 1).distinct().toList();
        var found = new ArrayList<>(Wording.naming(String.join("\n", summary.texts().values()), names));
        summary.rows().stream().map(SummaryRow::judgement).filter(judged -> judged != null)
                .forEach(judged -> found.addAll(Wording.naming(judged.ground(), List.of(""))));
        return found;
    }
}

package cn.yizhen.app.desk;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.document.Column;
import cn.yizhen.app.document.Row;
import cn.yizhen.app.listing.Listed;
import cn.yizhen.app.listing.Listing;
import cn.yizhen.app.web.PartOf;
import cn.yizhen.rules.calendar.Days;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** 决定 of a year to take along. */
@Component
@PartOf("record")
class DecisionsListing implements Listing {

    private static final List<Column> COLUMNS = List.of(Column.of("日期", 2), Column.of("单位", 2), Column.of("会议", 3), Column.of("议题号", 1), Column.of("决定", 4),
            Column.of("类别", 2), Column.of("应到／实到／有表决权", 2), Column.of("票数", 3), Column.of("核对", 2), Column.of("回避、末位表态、材料", 3), Column.of("办理", 3));

    private final DecisionPages decisions;

    DecisionsListing(DecisionPages decisions) {
        this.decisions = decisions;
    }

    @Override
    public String name() {
        return "decisions";
    }

    @Override
    public Listed of(Scope scope, Map<String, String> asked) {
        var typed = asked.getOrDefault("year", "");
        int year = typed.matches("20\\d\\d") ? Integer.parseInt(typed) : scope.asOf().on().getYear();
        return new Listed(year + "年的决定", "截至" + Days.full(scope.asOf().on()) + "，只有票数和核对；任免和处分事项没有内容", COLUMNS,
                decisions.lines(scope, year, asked.getOrDefault("category", "")).stream().map(DecisionsListing::row).toList());
    }

    private static Row row(DecisionPages.Line line) {
        var decision = line.decided().decision();
        var count = line.decided().record().content().headcount();
        return Row.of(line.decided().record().content().day().toString(), line.decided().unit(), line.decided().cited(), String.valueOf(decision.item()),
                decision.title(), decision.kind(), count == null ? "" : count.due() + "／" + count.present() + "／" + count.votingDue(), decision.votes().chinese(),
                line.decided().verdict().chinese(), decision.circumstances(),
                line.matters().stream().map(matter -> matter.number() + "（" + matter.stage() + "）").collect(Collectors.joining("、")));
    }
}

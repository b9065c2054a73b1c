package cn.yizhen.app.demo;

import cn.yizhen.app.access.Writing;
import cn.yizhen.app.record.Noting;
import cn.yizhen.app.record.model.Decision;
import cn.yizhen.app.record.model.DecisionCategory;
import cn.yizhen.app.record.model.Headcount;
import cn.yizhen.app.record.model.PaperPlace;
import cn.yizhen.app.record.model.RecordContent;
import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.BodyKind;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One meeting of the county's standing committee with what it decided, so that a newcomer sees a list. */
@Component
class DemoDecisions implements DemoPart {

    private static final int DAYS_AGO = 12;

    private final Noting noting;

    DemoDecisions(Noting noting) {
        this.noting = noting;
    }

    @Override
    public String name() {
        return "decisions";
    }

    @Override
    public void add(Writing writing, Organisation county, LocalDate today) {
        county.units().stream().flatMap(unit -> county.bodies(unit.id(), BodyKind.STANDING_COMMITTEE).stream()).findFirst().ifPresent(body -> {
            var unit = county.unitOf(new Bearer.OfBody(body.id())).map(Unit::id).orElseThrow();
            int members = county.strength(body.id()).members();
            var day = today.minusDays(DAYS_AGO);
            var content = new RecordContent("standing-committee-meeting", unit, body.id(), day, "县委三楼会议室", null, List.of(), Set.of(), null,
                    new Headcount(members, members, members - 1, members, members - 1, ""), "研究冬春水利、村史馆和人事事项",
                    Set.of(DecisionCategory.PERSONNEL_TOPIC), decisions(members - 1), Set.of(), null, 0);
            noting.bring(writing, content, day);
        });
    }

    private static List<Decision> decisions(int present) {
        return List.of(
                decision(1, DecisionCategory.PROJECT, "整修东片六村灌渠，分两年完成", "860", new Decision.Votes(present, 0, 0), 0, "云常纪〔2026〕18号"),
                decision(2, DecisionCategory.FUNDS, "村史馆布展补助", "120", new Decision.Votes(present - 2, 1, 0), 1, "云常纪〔2026〕18号"),
                decision(3, DecisionCategory.PERSONNEL, "", null, new Decision.Votes(present, 0, 0), 0, ""));
    }

    private static Decision decision(int item, DecisionCategory category, String about, @Nullable String amount, Decision.Votes votes, int recused, String mark) {
        return new Decision(item, category, about, amount == null ? null : new BigDecimal(amount), votes, true, recused,
                category == DecisionCategory.PERSONNEL ? PaperPlace.ORGANISATION : PaperPlace.OFFICE, mark);
    }
}

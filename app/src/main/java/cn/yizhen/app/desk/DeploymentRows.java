package cn.yizhen.app.desk;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.deployment.Deployments;
import cn.yizhen.app.deployment.Deployments.Consultation;
import cn.yizhen.app.deployment.Deployments.News;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.UnitId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows that deployments put on a desk: where a unit is asked what it thinks, and new tables that name it. */
@Component
class DeploymentRows {

    private final Deployments deployments;

    DeploymentRows(Deployments deployments) {
        this.deployments = deployments;
    }

    /** Consultations with their last day; nobody has to answer one. */
    List<DutyRows.Placed> consultations(Scope scope, Organisation organisation) {
        var today = scope.asOf().on();
        return deployments.consultations(scope).stream()
                .map(asked -> new DutyRows.Placed(Horizon.of(asked.answerBy(), today), row(asked, today, organisation))).toList();
    }

    /** Tables issued or adjusted lately. */
    List<DeskRow> news(Scope scope, Organisation organisation) {
        return deployments.news(scope).stream().map(news -> row(news, organisation)).toList();
    }

    private static DeskRow row(Consultation asked, LocalDate today, Organisation organisation) {
        return new DeskRow(MatterRows.shortened(asked.title()), asked.answerBy(), Until.words(asked.answerBy(), today), false, asked.post().label(),
                "任务分解表征求意见", "一般", name(organisation, asked.office()), contact(organisation, asked.office()),
                "涉及本单位 " + asked.rows() + " 条，没有意见的不用回复", new DeskRow.Link("看条目", asked.href()), asked.href(), null, null);
    }

    private static DeskRow row(News news, Organisation organisation) {
        return new DeskRow(MatterRows.shortened(news.title()), null, news.day() + (news.adjusted() ? "调整" : "印发"), false, news.post().label(),
                "任务分解表" + (news.paper() == null ? "" : "　" + news.paper()), "一般", name(organisation, news.office()),
                contact(organisation, news.office()), "涉及本单位 " + news.rows() + " 条", null, news.href(), null, null);
    }

    private static String name(Organisation organisation, @Nullable UnitId office) {
        return office == null ? "起草单位" : new Offices(organisation).name(office);
    }

    private static String contact(Organisation organisation, @Nullable UnitId office) {
        return office == null ? "" : new Offices(organisation).contact(office);
    }
}

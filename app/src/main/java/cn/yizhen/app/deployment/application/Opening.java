package cn.yizhen.app.deployment.application;

import cn.yizhen.app.access.Writing;
import cn.yizhen.app.deployment.model.ChargeTables;
import cn.yizhen.app.deployment.model.Deployment;
import cn.yizhen.app.deployment.model.Edit;
import cn.yizhen.app.deployment.model.Handling;
import cn.yizhen.app.deployment.model.Party;
import cn.yizhen.app.deployment.model.Row;
import cn.yizhen.app.deployment.model.Step;
import cn.yizhen.app.matter.Adjustment;
import cn.yizhen.app.matter.Matters;
import cn.yizhen.app.matter.NewMatter;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.UnitId;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Opens a supervised matter (督办事项) for an issued row, and carries later adjustments into it. */
@Component
class Opening {

    private final Matters matters;

    Opening(Matters matters) {
        this.matters = matters;
    }

    /** @param issued the paper the table was issued under; a row added later is numbered under it too */
    Outcome<Boolean> open(Writing writing, Organisation county, Deployment deployment, Step.Issued issued, Row row) {
        var lead = Objects.requireNonNull(row.assignment().lead()).unit();
        var source = "《" + deployment.source().title() + "》任务分解表第 " + row.number() + " 条";
        var asked = new NewMatter(issued.paper() + "第" + row.number() + "条", row.title(), row.wording(), source, issued.paper(), row.id().value(), null,
                lead, supporting(county, row, lead), Objects.requireNonNull(row.due().day()));
        return matters.open(writing, asked).map(_ -> true);
    }

    /** A change of units or of the day reaches the matter, and so does standing still; a row not to be followed up any longer ends it; an added one opens one. */
    Outcome<Boolean> adjust(Writing writing, Organisation county, Deployment deployment, Step.Adjusted adjusted, Row row) {
        if (adjusted.change() instanceof Edit.Promoted) {
            return row.opensMatter() ? open(writing, county, deployment, deployment.path().issue().orElseThrow(), row) : Outcome.done(true);
        }
        var change = switch (adjusted.change()) {
            case Edit.Assigned _ when row.assignment().lead() instanceof Party.One(var lead, _) ->
                    new Adjustment.OfUnits(lead, supporting(county, row, lead), adjusted.paper(), adjusted.approver(), adjusted.reason());
            case Edit.DueDecided(_, var day, _) -> new Adjustment.OfDay(day, adjusted.paper(), adjusted.approver(), adjusted.reason());
            case Edit.Suspended(_, var ground) when ground.isEmpty() ->
                    new Adjustment.Resumed(adjusted.paper(), adjusted.approver(), adjusted.reason());
            case Edit.Suspended _ -> new Adjustment.Suspended(adjusted.paper(), adjusted.approver(), adjusted.reason());
            case Edit.Regraded(_, var to) when to != Handling.PROJECT ->
                    new Adjustment.Terminated(adjusted.paper(), adjusted.approver(), adjusted.reason());
            default -> null;
        };
        return change == null ? Outcome.done(true) : matters.adjust(writing, row.id().value(), change).map(_ -> true);
    }

    private static Set<UnitId> supporting(Organisation county, Row row, UnitId lead) {
        var units = new HashSet<>(ChargeTables.asked(county, row.assignment()));
        units.remove(lead);
        return units;
    }
}

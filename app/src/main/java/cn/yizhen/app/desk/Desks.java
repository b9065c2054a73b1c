package cn.yizhen.app.desk;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.matter.DeskItem;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.app.web.Modules;
import cn.yizhen.rules.organisation.Organisation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Composes desks: what duties and matters put there, in order. A module that is switched off puts nothing there. */
@Component
public class Desks {

    private final Organisations organisations;
    private final DutyRows duties;
    private final MatterRows matters;
    private final DeploymentRows deployments;
    private final InvitationRows invitations;
    private final ChargeRows charges;
    private final FoundingRows foundings;
    private final Modules modules;

    Desks(Organisations organisations, DutyRows duties, MatterRows matters, DeploymentRows deployments, InvitationRows invitations,
            ChargeRows charges, FoundingRows foundings, Modules modules) {
        this.organisations = organisations;
        this.duties = duties;
        this.matters = matters;
        this.deployments = deployments;
        this.invitations = invitations;
        this.charges = charges;
        this.foundings = foundings;
        this.modules = modules;
    }

    /** The desk over all the posts the person holds today. */
    public Desk of(Scope scope) {
        Organisation organisation = organisations.asOf(scope);
        LocalDate today = scope.asOf().on();
        List<DeskItem> items = of("matter", () -> matters.items(scope));
        List<DutyRows.Placed> placed = new ArrayList<>(of("duty", () -> duties.of(scope, organisation)));
        items.stream().filter(item -> item.place() == DeskItem.Place.TO_DO)
                .forEach(item -> placed.add(matters.toDo(item, today, organisation)));
        placed.addAll(of("deployment", () -> deployments.consultations(scope, organisation)));
        placed.addAll(of("meeting", () -> invitations.of(scope, organisation)));
        placed.addAll(of("organisation", () -> of("overview", () -> charges.of(scope, organisation))));
        var information = new ArrayList<>(of("deployment", () -> deployments.news(scope, organisation)));
        information.addAll(of("overview", () -> foundings.of(scope, organisation)));
        information.addAll(rows(items, DeskItem.Place.FOR_INFORMATION, today, organisation));
        return Desk.of(DutyRows.grouped(placed), rows(items, DeskItem.Place.WAITING, today, organisation), List.copyOf(information));
    }

    private <T> List<T> of(String module, Supplier<List<T>> rows) {
        return modules.isOn(module) ? rows.get() : List.of();
    }

    private List<DeskRow> rows(List<DeskItem> items, DeskItem.Place place, LocalDate today, Organisation organisation) {
        return items.stream().filter(item -> item.place() == place)
                .map(item -> matters.row(item, today, organisation))
                .sorted(DeskRow.BY_DAY)
                .toList();
    }
}

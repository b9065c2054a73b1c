package cn.yizhen.app.desk;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.meeting.Invitations;
import cn.yizhen.app.meeting.Invitations.Errand;
import cn.yizhen.app.meeting.Invitations.Item;
import cn.yizhen.app.web.Modules;
import cn.yizhen.rules.organisation.Organisation;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** The rows that meetings put on a desk. */
@Component
class InvitationRows {

    private final Invitations invitations;
    private final Modules modules;

    InvitationRows(Invitations invitations, Modules modules) {
        this.invitations = invitations;
        this.modules = modules;
    }

    List<DutyRows.Placed> of(Scope scope, Organisation organisation) {
        var today = scope.asOf().on();
        return invitations.of(scope).stream().map(item -> new DutyRows.Placed(Horizon.of(item.due(), today), row(item, today, organisation))).toList();
    }

    private DeskRow row(Item item, LocalDate today, Organisation organisation) {
        var offices = new Offices(organisation);
        return new DeskRow(MatterRows.shortened(item.errand().chinese() + "：" + item.title()), item.due(), Until.words(item.due(), today), false,
                item.post().label(), "会议", "一般", offices.name(item.host()), offices.contact(item.host()), item.note(),
                item.room() != null && modules.isOn("room") ? new DeskRow.Link("进入会场", item.room())
                        : new DeskRow.Link(item.errand() == Errand.GO ? "打开" : item.errand().chinese(), item.href()), item.href(), null, null);
    }
}

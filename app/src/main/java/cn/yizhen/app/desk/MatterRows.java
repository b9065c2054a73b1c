package cn.yizhen.app.desk;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.matter.DeskItem;
import cn.yizhen.app.matter.DeskItems;
import cn.yizhen.rules.institution.Binding;
import cn.yizhen.rules.organisation.Organisation;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** The rows that matters put on a desk. */
@Component
class MatterRows {

    private static final int LONGEST = 16;

    private final DeskItems items;

    MatterRows(DeskItems items) {
        this.items = items;
    }

    List<DeskItem> items(Scope scope) {
        return items.of(scope);
    }

    DutyRows.Placed toDo(DeskItem item, LocalDate today, Organisation organisation) {
        boolean late = item.late() && item.binding() == Binding.MUST;
        Horizon horizon = late ? Horizon.passed(item.statutory()) : Horizon.of(item.due(), today);
        return new DutyRows.Placed(horizon, row(item, today, organisation));
    }

    DeskRow row(DeskItem item, LocalDate today, Organisation organisation) {
        String provisional = item.provisional() ? "（日历未公布，暂定）" : "";
        String contact = item.place() == DeskItem.Place.WAITING ? new Offices(organisation).contact(item.other()) : item.contact();
        var enter = item.place() == DeskItem.Place.TO_DO ? new DeskRow.Link("办理", item.href()) : null;
        return new DeskRow(shortened(item.title()), item.due(), Until.words(item.due(), today) + provisional,
                item.late() && item.binding() == Binding.MUST, item.post().label(), item.kind().chinese() + item.number(),
                item.binding().chinese(), new Offices(organisation).name(item.other()), contact, item.waitsFor(), enter,
                item.href(), null, null);
    }

    static String shortened(String title) {
        int length = title.codePointCount(0, title.length());
        return length <= LONGEST ? title : title.substring(0, title.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}

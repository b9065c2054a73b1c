package cn.yizhen.app.desk;

import cn.yizhen.app.access.HeldPost;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.organisation.ChargeKeeping;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitKind;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The yearly 有变化／无变化 of a unit's responsibility table, on the desk of the post that stands first in it, until
 * somebody of the unit has said so. One tap; a reminder that nobody chases.
 */
@Component
class ChargeRows {

    private static final Set<UnitKind> ASKED = Set.of(UnitKind.DEPARTMENT, UnitKind.PUBLIC_INSTITUTION, UnitKind.TOWNSHIP);

    private final ChargeKeeping charges;
    private final Ids ids;

    ChargeRows(ChargeKeeping charges, Ids ids) {
        this.charges = charges;
        this.ids = ids;
    }

    List<DutyRows.Placed> of(Scope scope, Organisation organisation) {
        LocalDate today = scope.asOf().on();
        LocalDate due = LocalDate.of(today.getYear(), Month.DECEMBER, 31);
        return scope.posts().stream()
                .filter(post -> organisation.unit(post.unit()).map(Unit::kind).filter(ASKED::contains).isPresent())
                .filter(post -> organisation.posts(post.unit()).stream().findFirst().filter(first -> first.id().equals(post.post())).isPresent())
                .filter(post -> charges.check(scope, post.unit(), today.getYear()).isEmpty())
                .map(post -> new DutyRows.Placed(Horizon.of(due, today), row(post, due, today)))
                .toList();
    }

    private DeskRow row(HeldPost post, LocalDate due, LocalDate today) {
        String table = "/responsibilities/units/" + post.unit();
        return new DeskRow("分工有变化吗", due, Until.words(due, today), false, post.label(), "分工表一年核对一次", "一般", "", "", "没有变化，点一下就行",
                new DeskRow.Link("有变化", table), table, null,
                new DeskRow.Tap("无变化", "/posts/" + post.post() + "/organisation/units/" + post.unit() + "/charge-check?changed=false", ids.next()));
    }
}

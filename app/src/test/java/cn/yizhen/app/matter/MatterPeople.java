package cn.yizhen.app.matter;

import cn.yizhen.app.access.Act;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.HeldPost;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.UnitId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Four units of a county of their own, each with one post, so that tests do not meet in one table. */
final class MatterPeople {

    private final String county;
    private final Scope office;
    private final Scope lead;
    private final Scope support;
    private final Scope stranger;
    private final Scope administrator;

    MatterPeople(Acts acts, Transactions transactions, Ids ids) {
        county = "T" + ids.next().toString().substring(24);
        office = someone(ids, "王某", "督查室", Set.of(Permission.SUPERVISE, Permission.DRAFT_DEPLOYMENT));
        lead = someone(ids, "张某", "农业农村局", Set.of());
        support = someone(ids, "李某", "水利局", Set.of());
        stranger = someone(ids, "赵某", "林草局", Set.of());
        administrator = Scope.of(county, UUID.randomUUID(), null, "管理员", Set.of(Permission.SYSTEM), List.of(), AsOf.on(LocalDate.of(2026, 11, 23)));
        var system = Scope.system(county, "测试", AsOf.on(LocalDate.of(2026, 11, 23)));
        acts.perform(system, new Act(ids.next(), "test.prepared", null, null, null, Map.of()), writing -> {
            for (var scope : List.of(office, lead, support, stranger)) {
                writing.sql().sql("insert into unit_reach (unit, ancestor, county) values (?, ?, ?)")
                        .params(scope.post().unit().value(), scope.post().unit().value(), county).update();
            }
            return Outcome.done("/");
        });
    }

    private Scope someone(Ids ids, String name, String unit, Set<Permission> permissions) {
        var unitId = new UnitId(ids.next());
        var post = new HeldPost(new PostId(ids.next()), unitId, "干部", unit, permissions, Set.of(unitId), Set.of());
        return Scope.of(county, UUID.randomUUID(), null, name, Set.of(), List.of(post), AsOf.on(LocalDate.of(2026, 11, 23)));
    }

    Scope office() {
        return office;
    }

    Scope lead() {
        return lead;
    }

    Scope support() {
        return support;
    }

    Scope stranger() {
        return stranger;
    }

    Scope administrator() {
        return administrator;
    }

    UnitId leadUnit() {
        return lead.post().unit();
    }

    UnitId supportUnit() {
        return support.post().unit();
    }

    UnitId strangerUnit() {
        return stranger.post().unit();
    }
}

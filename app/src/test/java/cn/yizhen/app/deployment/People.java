package cn.yizhen.app.deployment;

import cn.yizhen.app.access.HeldPost;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.PersonId;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.Unit;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** People of 云岭县 as far as a deployment needs them: a clerk of the office, contacts of units. */
final class People {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private People() {}

    /** Somebody in a unit of this short name. */
    static Scope in(Organisation county, String unitName, String name, Permission... permissions) {
        var unit = unit(county, unitName);
        var post = new HeldPost(new PostId(id("post" + unitName + name)), unit.id(), "干部", unit.shortName(), Set.of(permissions), Set.of(unit.id()), Set.of());
        return Scope.of("539900", id("account" + name), new PersonId(id("person" + name)), name, Set.of(), List.of(post), AsOf.on(TODAY));
    }

    static Unit unit(Organisation county, String name) {
        return county.units().stream().filter(u -> u.shortName().equals(name)).findFirst().orElseThrow();
    }

    private static UUID id(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}

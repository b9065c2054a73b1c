package cn.yizhen.app.institution;

import cn.yizhen.app.access.HeldPost;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.rules.institution.DutyId;
import cn.yizhen.rules.institution.Institution;
import java.util.List;
import java.util.Map;

/** What the page of an institution shows; whoever composes it adds who is to do each duty today. */
public final class InstitutionPage {

    public static final String TEMPLATE = "institution/page";

    private InstitutionPage() {}

    /** @param who per duty who is to do it now; a duty left out shows nothing about it */
    public static Map<String, Object> of(Scope scope, Rulebook rulebook, Institution institution, Map<DutyId, WhoToday> who) {
        return Map.of("institution", institution, "rulebook", rulebook, "today", scope.asOf().on(), "keepers", keepers(scope), "who", who);
    }

    /** The posts under which the asker keeps institutions. */
    static List<HeldPost> keepers(Scope scope) {
        return scope.posts().stream().filter(post -> post.permissions().contains(Permission.KEEP_INSTITUTIONS)).toList();
    }
}

package cn.yizhen.app.overview.charges;

import cn.yizhen.app.access.HeldPost;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.ChargeQuestion;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.organisation.UnitKind;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the tables leave open, as far as it is the asker's to settle. */
final class AskersQuestions {

    private AskersQuestions() {}

    /**
     * Those of the whole county for whoever keeps it or drafts its papers; those of a township for whoever leads it, and
     * those between the county's own leaders for whoever sees all of it as its leader.
     */
    static List<ChargeQuestion> of(Scope scope, Organisation organisation) {
        boolean all = scope.has(Permission.KEEP_ORGANISATION) || scope.has(Permission.DRAFT_DEPLOYMENT);
        var led = scope.posts().stream().filter(post -> organisation.post(post.post()).filter(one -> one.serves("leader") || one.serves("office")).isPresent())
                .flatMap(post -> settles(scope, organisation, post)).collect(Collectors.toSet());
        if (!all && led.isEmpty()) {
            return List.of();
        }
        return ChargeQuestion.of(organisation).stream()
                .filter(question -> all || led.contains(question.place()) || question.bearers().stream().anyMatch(bearer -> mine(scope, bearer))).toList();
    }

    private static Stream<UnitId> settles(Scope scope, Organisation organisation, HeldPost post) {
        var county = scope.has(Permission.OVERSEE) ? organisation.nearest(post.unit(), UnitKind.COUNTY).map(Unit::id).stream() : Stream.<UnitId>empty();
        return Stream.concat(Stream.of(post.unit()), county);
    }

    private static boolean mine(Scope scope, Bearer bearer) {
        return scope.posts().stream().anyMatch(post -> bearer.equals(new Bearer.OfPost(post.post())) || bearer.equals(new Bearer.OfUnit(post.unit())));
    }
}

package cn.yizhen.app.organisation.roster;

import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.organisation.Body;
import cn.yizhen.rules.organisation.BodyId;
import cn.yizhen.rules.organisation.Fact;
import cn.yizhen.rules.organisation.Holding;
import cn.yizhen.rules.organisation.MemberCount;
import cn.yizhen.rules.organisation.Membership;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.OrganisationHistory;
import cn.yizhen.rules.organisation.Post;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.Responsibility;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is known of a day, fact by fact, in the order of the organisation. */
record Known(
        OrganisationHistory history, Organisation organisation, Map<String, Fact<Unit>> units, Map<String, Fact<Post>> posts,
        Map<PostId, List<Fact<Holding>>> holdings, Map<UnitId, List<Fact<Body>>> bodies, Map<BodyId, List<Fact<Membership>>> memberships, Map<BodyId, Fact<MemberCount>> counts,
        List<Fact<Responsibility>> responsibilities) {

    static Known on(LocalDate day, OrganisationHistory history) {
        var organisation = history.asOf(AsOf.on(day));
        var posts = standing(history.posts(), day).stream().filter(fact -> organisation.post(fact.value().id()).isPresent()).toList();
        return new Known(history, organisation,
                inOrder(standing(history.units(), day), fact -> organisation.place(fact.value().id()), fact -> fact.value().code()),
                inOrder(posts, fact -> organisation.place(fact.value().unit()) * 1_000 + fact.value().rank(), fact -> fact.value().code()),
                standing(history.holdings(), day).stream().collect(Collectors.groupingBy(fact -> fact.value().post())),
                standing(history.bodies(), day).stream().collect(Collectors.groupingBy(fact -> fact.value().unit())),
                standing(history.memberships(), day).stream().collect(Collectors.groupingBy(fact -> fact.value().body())),
                standing(history.memberCounts(), day).stream()
                        .collect(Collectors.toMap(fact -> fact.value().body(), Function.identity(), (_, last) -> last)),
                standing(history.responsibilities(), day).stream()
                        .filter(fact -> organisation.responsibilities().contains(fact.value())).toList());
    }

    @Nullable Unit unit(String code) {
        var fact = units.get(code);
        return fact == null ? null : fact.value();
    }

    String nameOf(UnitId unit) {
        return organisation.unit(unit).map(Unit::name).orElse("");
    }

    private static <T> List<Fact<T>> standing(List<Fact<T>> facts, LocalDate day) {
        return OrganisationHistory.standing(facts, AsOf.LATEST).stream().filter(fact -> fact.valid().contains(day)).toList();
    }

    private static <T> Map<String, Fact<T>> inOrder(List<Fact<T>> facts, Function<Fact<T>, Integer> place, Function<Fact<T>, String> code) {
        var sorted = new ArrayList<>(facts);
        sorted.sort(Comparator.comparing(place));
        var byCode = new LinkedHashMap<String, Fact<T>>();
        sorted.forEach(fact -> byCode.put(code.apply(fact), fact));
        return byCode;
    }
}

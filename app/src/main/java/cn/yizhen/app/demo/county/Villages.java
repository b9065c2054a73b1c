package cn.yizhen.app.demo.county;

import cn.yizhen.rules.organisation.BodyKind;
import cn.yizhen.rules.organisation.HoldingKind;
import cn.yizhen.rules.organisation.PersonId;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.organisation.UnitKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Villages and communities. In four of five one person is secretary and director (一肩挑). */
final class Villages {

    private static final int WITH_COOPERATIVE = 3;
    private static final int BRANCHED_COOPERATIVES = 76;

    private final Draft draft;
    private final Branches branches;
    private int founded;
    private int branched;

    Villages(Draft draft, Branches branches) {
        this.draft = draft;
        this.branches = branches;
    }

    List<UnitId> found(String township, UnitId parent, int communities, int villages) {
        var places = new ArrayList<UnitId>();
        for (int i = 1; i <= communities; i++) {
            places.add(found("%s0%02d".formatted(township, i), draft.names.community(), UnitKind.COMMUNITY, parent, i));
        }
        for (int i = 1; i <= villages; i++) {
            places.add(found("%s2%02d".formatted(township, i), draft.names.village(), UnitKind.VILLAGE, parent, 100 + i));
        }
        return places;
    }

    /** What two villages become; the cooperatives of the old ones move to it. */
    UnitId foundByMerger(String code, String name, UnitId township, int rank) {
        return place(code, name, UnitKind.VILLAGE, township, rank, true).unit();
    }

    private UnitId found(String code, String name, UnitKind kind, UnitId township, int rank) {
        int number = founded++;
        var place = place(code, name, kind, township, rank, number % 5 != 4);
        if (number % WITH_COOPERATIVE != 0 || rank == 101) {
            cooperative(code, name, place.unit(), place.director());
        }
        return place.unit();
    }

    private record Place(UnitId unit, PersonId director) {}

    private Place place(String code, String name, UnitKind kind, UnitId township, int rank, boolean together) {
        var village = draft.unit(code, name, name, kind, township, rank, Map.of("finance", "monthly"));
        var plan = new Branches.Plan(code + "Z1", name + "党支部", village, draft.between(12, 58), draft.between(0, 2), rank == 101);
        var secretary = branches.found(plan, null).secretary();
        var director = together ? secretary : draft.person();
        committee(village, kind, director, secretary);
        return new Place(village, director);
    }

    private void committee(UnitId village, UnitKind kind, PersonId director, PersonId secretary) {
        boolean rural = kind == UnitKind.VILLAGE;
        var post = draft.post(village, rural ? "村民委员会主任" : "居民委员会主任", "director", "head");
        draft.hold(director, post);
        var clerk = draft.appoint(draft.post(village, rural ? "村文书" : "社区文书", "recorder", "contact", "office"));
        draft.hold(director.equals(secretary) ? secretary : clerk, draft.post(village, "网格长", "grid"), HoldingKind.CONCURRENT);
        var body = draft.body(village, rural ? BodyKind.VILLAGERS_COMMITTEE : BodyKind.RESIDENTS_COMMITTEE, rural ? "村民委员会" : "居民委员会");
        draft.count(body, 5, 0, 5);
        var representatives = draft.body(village,
                rural ? BodyKind.VILLAGERS_REPRESENTATIVES : BodyKind.RESIDENTS_REPRESENTATIVES, rural ? "村民代表会议" : "居民代表会议");
        int seats = draft.between(25, 45);
        draft.count(representatives, seats, 0, seats);
        draft.count(draft.body(village, BodyKind.VILLAGE_SUPERVISION, rural ? "村务监督委员会" : "居务监督委员会"), 3, 0, 3);
    }

    private void cooperative(String code, String villageName, UnitId village, PersonId chair) {
        var name = villageName.replaceAll("(村|社区)$", "") + draft.names.firm() + "专业合作社";
        var cooperative = draft.unit(code + "H1", name, name, UnitKind.COOPERATIVE, village, 50);
        draft.hold(chair, draft.post(cooperative, "合作社理事长", "head"));
        if (branched < BRANCHED_COOPERATIVES) {
            boolean five = branched++ % 4 == 0;
            branches.found(new Branches.Plan(code + "H1Z1", name + "党支部", cooperative,
                    five ? 5 : draft.between(3, 9), 0, five), null);
        }
    }
}

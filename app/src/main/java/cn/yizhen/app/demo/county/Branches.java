package cn.yizhen.app.demo.county;

import cn.yizhen.rules.organisation.BodyId;
import cn.yizhen.rules.organisation.BodyKind;
import cn.yizhen.rules.organisation.HoldingKind;
import cn.yizhen.rules.organisation.PersonId;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.organisation.UnitKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Founds Party branches: assembly, a committee from seven full members on, groups from thirty on
 * (中国共产党支部工作条例（试行）). Some keep their members by name, the others keep counts by day.
 */
final class Branches {

    private static final int COMMITTEE_FROM = 7;
    private static final int LARGER_COMMITTEE_FROM = 20;
    private static final int GROUPS_FROM = 30;
    private static final int MEMBERS_A_GROUP = 15;

    private final Draft draft;
    private final List<BodyId> counted = new ArrayList<>();

    Branches(Draft draft) {
        this.draft = draft;
    }

    /** What a branch is founded with. */
    record Plan(String code, String name, UnitId parent, int full, int probationary, boolean named) {}

    /** A branch founded; its secretary holds the post given back. */
    record Branch(UnitId unit, PersonId secretary) {}

    /** @param secretary who leads it besides other posts, or null for somebody of its own */
    Branch found(Plan plan, @Nullable PersonId secretary) {
        var unit = draft.unit(plan.code(), plan.name(), plan.name(), UnitKind.BRANCH, plan.parent(), 90);
        var post = draft.post(unit, "党支部书记", "secretary", "head");
        var lead = secretary == null ? draft.person() : secretary;
        draft.hold(lead, post);
        var people = new ArrayList<PersonId>(List.of(lead));
        if (plan.full() >= COMMITTEE_FROM) {
            people.addAll(plan.named() ? committee(unit, lead, plan.full()) : countedCommittee(unit, plan.full()));
        } else if (plan.full() >= 5) {
            people.add(draft.appoint(draft.post(unit, "党支部副书记", "deputy-secretary")));
        }
        assembly(unit, plan, people);
        return new Branch(unit, lead);
    }

    /** The assemblies that keep counts, for a later count. */
    List<BodyId> counted() {
        return List.copyOf(counted);
    }

    private List<PersonId> committee(UnitId unit, PersonId secretary, int full) {
        var body = draft.body(unit, BodyKind.BRANCH_COMMITTEE, "支部委员会");
        var others = new ArrayList<PersonId>();
        var organiser = draft.appoint(draft.post(unit, "组织委员", "organisation-member", "recorder"));
        others.add(organiser);
        if (full >= LARGER_COMMITTEE_FROM) {
            others.addFirst(draft.appoint(draft.post(unit, "党支部副书记", "deputy-secretary")));
            others.add(draft.appoint(draft.post(unit, "宣传委员", "propaganda-member")));
            others.add(draft.appoint(draft.post(unit, "纪检委员", "discipline-member")));
        } else {
            var both = draft.person();
            draft.hold(both, draft.post(unit, "宣传委员", "propaganda-member"));
            draft.hold(both, draft.post(unit, "纪检委员", "discipline-member"), HoldingKind.CONCURRENT);
            others.add(both);
        }
        draft.member(body, secretary);
        others.forEach(person -> draft.member(body, person));
        return others;
    }

    private List<PersonId> countedCommittee(UnitId unit, int full) {
        int seats = full >= LARGER_COMMITTEE_FROM ? 5 : 3;
        draft.count(draft.body(unit, BodyKind.BRANCH_COMMITTEE, "支部委员会"), seats, 0, seats);
        return List.of(draft.appoint(draft.post(unit, "组织委员", "organisation-member", "recorder")));
    }

    private void assembly(UnitId unit, Plan plan, List<PersonId> known) {
        var body = draft.body(unit, BodyKind.BRANCH_ASSEMBLY, "支部党员大会");
        var groups = groups(unit, plan.full());
        if (!plan.named()) {
            counted.add(body);
            draft.count(body, plan.full(), plan.probationary(), plan.full());
            groups.forEach(group -> draft.count(group, plan.full() / groups.size(), 0, plan.full() / groups.size()));
            return;
        }
        var people = new ArrayList<>(known);
        while (people.size() < plan.full()) {
            people.add(draft.person());
        }
        people.forEach(person -> draft.member(body, person));
        for (int i = 0; i < people.size() && !groups.isEmpty(); i++) {
            draft.member(groups.get(i % groups.size()), people.get(i));
        }
        for (int i = 0; i < plan.probationary(); i++) {
            draft.probationer(body, draft.person());
        }
    }

    private List<BodyId> groups(UnitId unit, int full) {
        var groups = new ArrayList<BodyId>();
        if (full >= GROUPS_FROM) {
            for (int i = 0; i < full / MEMBERS_A_GROUP; i++) {
                groups.add(draft.body(unit, BodyKind.PARTY_GROUP, "第" + "一二三四五六七八九".charAt(i) + "党小组"));
            }
        }
        return groups;
    }
}

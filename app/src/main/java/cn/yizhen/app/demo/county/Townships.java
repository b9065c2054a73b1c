package cn.yizhen.app.demo.county;

import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.BodyKind;
import cn.yizhen.rules.organisation.HoldingKind;
import cn.yizhen.rules.organisation.PersonId;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.ResponsibilityKind;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.organisation.UnitKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The townships, their leaders and offices, and the firms in them that have a branch. */
final class Townships {

    private static final int FIRMS = 90;

    private final Draft draft;
    private final CountyLevel county;
    private final Branches branches;
    private final Villages villages;

    Townships(Draft draft, CountyLevel county, Branches branches, Villages villages) {
        this.draft = draft;
        this.county = county;
        this.branches = branches;
        this.villages = villages;
    }

    void found(String countyCode) {
        var rows = Lists.read("townships.tsv");
        for (int i = 0; i < rows.size(); i++) {
            found(countyCode, rows.get(i), 100 + i, FIRMS / rows.size() + (i < FIRMS % rows.size() ? 1 : 0));
        }
    }

    private void found(String countyCode, List<String> row, int rank, int firms) {
        var code = countyCode + row.get(0);
        var name = row.get(1);
        var unit = draft.unit(code, name, name, UnitKind.TOWNSHIP, county.county, rank);
        var leaders = leaders(unit, name);
        office(unit);
        branches.found(new Branches.Plan(code + "Z1", name + "机关党支部", unit, draft.between(18, 34), 1, false), leaders.deputySecretary());
        for (int i = 1; i <= firms; i++) {
            firm("%sQ%02d".formatted(code, i), unit);
        }
        draft.charge(new Bearer.OfPost(county.post(row.get(2))), ResponsibilityKind.LIAISES,
                new Lists.Theme(name, List.of()), unit, null);
        var places = villages.found(code, unit, Integer.parseInt(row.get(3)), Integer.parseInt(row.get(4)));
        for (int i = 0; i < places.size(); i++) {
            draft.charge(new Bearer.OfPost(leaders.posts().get(i % leaders.posts().size())), ResponsibilityKind.LOOKS_AFTER,
                    new Lists.Theme("包村", List.of()), places.get(i), null);
        }
    }

    /** @param deputySecretary who leads the branch of the township's own people besides */
    private record Leaders(List<PostId> posts, PersonId deputySecretary) {}

    private Leaders leaders(UnitId unit, String name) {
        var mayor = name.endsWith("乡") ? "乡长" : "镇长";
        var posts = new ArrayList<PostId>();
        posts.add(draft.post(unit, "党委书记", "leader", "secretary", "head"));
        posts.add(draft.post(unit, mayor, "leader", "head"));
        posts.add(draft.post(unit, "人大主席", "leader"));
        posts.add(draft.post(unit, "党委副书记", "leader", "deputy-secretary"));
        posts.add(draft.post(unit, "纪委书记", "leader", "discipline-member"));
        posts.add(draft.post(unit, "组织委员", "leader", "organisation-member", "enters-for-below", "issues-slips"));
        posts.add(draft.post(unit, "宣传委员", "leader", "propaganda-member"));
        for (int i = 0; i < 3; i++) {
            posts.add(draft.post(unit, "副" + mayor, "leader"));
        }
        var persons = posts.stream()
                .filter(post -> !post.equals(posts.get(1)))
                .map(post -> appoint(post, post.equals(posts.getLast()) && name.equals("茶山乡")))
                .collect(Collectors.toCollection(ArrayList::new));
        if (name.equals("沙湾乡")) {
            draft.hold(persons.get(2), posts.get(1), HoldingKind.IN_CHARGE);
        } else {
            persons.add(1, draft.appoint(posts.get(1)));
        }
        bodies(unit, name, persons);
        return new Leaders(posts, persons.get(persons.size() - 7));
    }

    private PersonId appoint(PostId post, boolean seconded) {
        var person = draft.person();
        draft.hold(person, post, seconded ? HoldingKind.SECONDED : HoldingKind.HOLDS);
        return person;
    }

    private void bodies(UnitId unit, String name, List<PersonId> leaders) {
        var committee = draft.body(unit, BodyKind.PARTY_COMMITTEE, name + "党委");
        leaders.forEach(person -> draft.member(committee, person));
        var study = draft.body(unit, BodyKind.STUDY_GROUP, name + "党委理论学习中心组");
        leaders.forEach(person -> draft.member(study, person));
    }

    private void office(UnitId unit) {
        draft.appoint(draft.post(unit, "党政办公室主任", "office", "contact", "issues-slips", "enters-for-below"));
        draft.appoint(draft.post(unit, "党建办公室主任", "recorder", "enters-for-below", "issues-slips"));
        draft.appoint(draft.post(unit, "社会事务办公室主任", "staff"));
        draft.appoint(draft.post(unit, "便民服务中心主任", "staff"));
    }

    private void firm(String code, UnitId township) {
        var name = draft.names.firm() + "有限公司";
        var firm = draft.unit(code, name, name, UnitKind.ENTERPRISE, township, 50);
        branches.found(new Branches.Plan(code + "Z1", name + "党支部", firm, draft.between(3, 12), draft.between(0, 1), false), null);
    }
}

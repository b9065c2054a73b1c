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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The county, its four leading organs and its leaders with what each is in charge of. */
final class CountyLevel {

    private final Draft draft;
    private final Map<String, UnitId> organs = new HashMap<>();
    private final Map<String, PostId> posts = new HashMap<>();
    private final Map<String, PersonId> persons = new HashMap<>();
    final UnitId county;

    CountyLevel(Draft draft, String code, String name) {
        this.draft = draft;
        this.county = draft.unit(code, name, name, UnitKind.COUNTY, null, 1);
    }

    void found() {
        organs.put("XW", draft.unit("XW", "中共云岭县委员会", "县委", UnitKind.PARTY_COMMITTEE, county, 1));
        organs.put("RD", draft.unit("RD", "云岭县人民代表大会常务委员会", "县人大常委会", UnitKind.PEOPLES_CONGRESS, county, 2));
        organs.put("ZF", draft.unit("ZF", "云岭县人民政府", "县政府", UnitKind.GOVERNMENT, county, 3));
        organs.put("ZX", draft.unit("ZX", "中国人民政治协商会议云岭县委员会", "县政协", UnitKind.CONSULTATIVE_CONFERENCE, county, 4));
        var rows = Lists.read("leaders.tsv");
        rows.forEach(this::appoint);
        rows.forEach(this::charge);
        bodies(rows);
    }

    PostId post(String code) {
        return posts.get(code);
    }

    PersonId person(String code) {
        return persons.get(code);
    }

    UnitId organ(String code) {
        return organs.get(code);
    }

    private void appoint(List<String> row) {
        var title = row.get(2);
        var functions = new ArrayList<>(List.of("leader"));
        if (title.equals("县委书记")) {
            functions.addAll(List.of("secretary", "head"));
        } else if (title.equals("县长") || title.endsWith("主席") && !title.contains("副") || title.equals("县人大常委会主任")) {
            functions.add("head");
        } else if (title.equals("县委副书记")) {
            functions.add("deputy-secretary");
        }
        var post = draft.post(organs.get(row.get(1)), title, functions.toArray(String[]::new));
        posts.put(row.get(0), post);
        var person = draft.person();
        persons.put(row.get(0), person);
        draft.hold(person, post, row.get(6).equals("是")
                ? HoldingKind.SECONDED
                : HoldingKind.HOLDS);
    }

    private void charge(List<String> row) {
        for (var subject : row.get(4).split("、")) {
            draft.charge(new Bearer.OfPost(posts.get(row.get(0))), ResponsibilityKind.IN_CHARGE,
                    new Lists.Theme(subject, List.of(subject)), null, posts.get(row.get(5)));
        }
    }

    private void bodies(List<List<String>> rows) {
        body(rows, "C", "XW", BodyKind.STANDING_COMMITTEE, "中共云岭县委常务委员会");
        body(rows, "C", "XW", BodyKind.STUDY_GROUP, "县委理论学习中心组");
        body(rows, "G", "ZF", BodyKind.GOVERNMENT_MEETING, "县政府常务会议");
        body(rows, "G", "ZF", BodyKind.LEADING_PARTY_GROUP, "县政府党组");
        body(rows, "R", "RD", BodyKind.LEADING_PARTY_GROUP, "县人大常委会党组");
        body(rows, "Z", "ZX", BodyKind.LEADING_PARTY_GROUP, "县政协党组");
    }

    private void body(List<List<String>> rows, String letter, String organ, BodyKind kind, String name) {
        var body = draft.body(organs.get(organ), kind, name);
        rows.stream()
                .filter(row -> row.get(3).contains(letter))
                .forEach(row -> draft.member(body, persons.get(row.get(0))));
    }
}

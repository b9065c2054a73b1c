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

/** The county's departments with their posts, bodies and lines of the responsibility table. */
final class Departments {

    /** Heads who are county leaders at the same time. */
    private static final Map<String, String> LED_BY_A_LEADER = Map.of(
            "B01", "L10", "B02", "L04", "B03", "L06", "B04", "L07", "B05", "L08", "B06", "L09", "B20", "L16");

    /** Posts with a part in the platform itself, by department: title and functions. */
    private static final Map<String, List<String[]>> FURTHER = Map.of(
            "B01", List.of(
                    new String[] {"督查室主任", "drafts-deployments", "supervises"},
                    new String[] {"政策法规股股长", "keeps-institutions"},
                    new String[] {"整治形式主义为基层减负专班联络员", "reads-complaints"}),
            "B02", List.<String[]>of(new String[] {"党风政风监督室主任", "reads-second-complaints"}),
            "B03", List.of(
                    new String[] {"组织股股长", "keeps-organisation", "issues-slips"},
                    new String[] {"干部股股长", "recorder"}),
            "B14", List.<String[]>of(new String[] {"督查室主任", "supervises"}));

    /** Record kinds whose institution a department keeps. */
    private static final Map<String, String> KEEPS = Map.ofEntries(
            Map.entry("B01", "standing-committee-meeting,full-committee-meeting,contact-visit,supervision-summary,inspection-plan,"
                    + "process-walk,research-report"),
            Map.entry("B02", "leading-party-group-meeting,party-committee-meeting,accountability-report,responsibility-list,strict-governance-report"),
            Map.entry("B03", "branch-assembly,branch-committee,party-group-meeting,party-lesson,theme-day,organisational-life,member-review,"
                    + "heart-talk,democratic-life-meeting,democratic-life-report,party-building-report,branch-founding,joint-branch-founding,"
                    + "branch-adjustment,committee-election,party-election,training,party-school-plan,party-school-lecture"),
            Map.entry("B04", "study-session,study-plan,study-report,ideology-report,ideology-briefing,ideology-analysis"),
            Map.entry("B10", "channel-review,work-group-dissolution"),
            Map.entry("B14", "website-self-check"),
            Map.entry("B17", "leave-plan,leave-check"),
            Map.entry("B21", "village-disclosure,village-finance-disclosure,village-representatives-meeting,village-committee-review,"
                    + "self-government-election"),
            Map.entry("B38", "reception-day,petition-visit"),
            Map.entry("B40", "congress-standing-committee-meeting,congress-session"),
            Map.entry("B42", "union-assembly,mass-election"),
            Map.entry("B43", "youth-assembly,youth-committee,youth-lesson,youth-review,youth-registration,youth-league-committee"),
            Map.entry("B44", "womens-executive"));

    /** What a department is in this county where a rule falls to it alone. */
    private static final Map<String, String> ROLES = Map.of(
            "B12", "party-school", "B14", "government-office", "B43", "youth-league", "B44", "womens-federation");

    private final Draft draft;
    private final CountyLevel county;
    private final Branches branches;
    private final Map<String, UnitId> units = new HashMap<>();

    Departments(Draft draft, CountyLevel county, Branches branches) {
        this.draft = draft;
        this.county = county;
        this.branches = branches;
    }

    void found() {
        var rows = Lists.read("departments.tsv");
        for (int i = 0; i < rows.size(); i++) {
            found(rows.get(i), 10 + i);
        }
        Lists.read("supports.tsv").forEach(row -> Lists.themes(row.get(1)).forEach(theme ->
                draft.charge(new Bearer.OfUnit(units.get(row.get(0))), ResponsibilityKind.SUPPORTS, theme, null, null)));
    }

    private void found(List<String> row, int rank) {
        var code = row.get(0);
        var kind = row.get(3).equals("事") ? UnitKind.PUBLIC_INSTITUTION : UnitKind.DEPARTMENT;
        var unit = draft.unit(code, row.get(1), row.get(2), kind, county.county, rank, attributes(code));
        units.put(code, unit);
        var staff = staff(row, unit);
        charges(row, unit, staff);
        bodies(row, unit, staff);
        branches.found(new Branches.Plan(code + "Z1", row.get(2) + "机关党支部", unit, draft.between(9, 26), draft.between(0, 1), true),
                staff.persons().get(1));
        if (rank % 3 == 0) {
            branches.found(new Branches.Plan(code + "Z2", row.get(2) + "离退休党支部", unit, draft.between(7, 24), 0, false), null);
        }
    }

    private static Map<String, String> attributes(String code) {
        var attributes = new HashMap<String, String>();
        if (KEEPS.containsKey(code)) {
            attributes.put("keeps", KEEPS.get(code));
        }
        if (ROLES.containsKey(code)) {
            attributes.put("role", ROLES.get(code));
        }
        return attributes;
    }

    /** The leading posts, the head first, with who holds them. */
    private record Staff(List<PostId> posts, List<PersonId> persons) {}

    private Staff staff(List<String> row, UnitId unit) {
        var posts = new ArrayList<PostId>();
        var persons = new ArrayList<PersonId>();
        var head = draft.post(unit, row.get(4), "head");
        posts.add(head);
        for (int i = 0; i < 3; i++) {
            var deputy = draft.post(unit, deputyOf(row.get(4)), "deputy");
            posts.add(deputy);
            persons.add(draft.appoint(deputy));
        }
        persons.addFirst(head(row.get(0), head, persons.getFirst()));
        draft.appoint(draft.post(unit, "办公室主任", "office", "contact", "recorder"));
        draft.appoint(draft.post(unit, "综合股股长", "staff"));
        draft.appoint(draft.post(unit, "业务股股长", "staff"));
        for (var further : FURTHER.getOrDefault(row.get(0), List.of())) {
            draft.appoint(draft.post(unit, further[0], List.of(further).subList(1, further.length).toArray(String[]::new)));
        }
        return new Staff(posts, persons.stream().distinct().toList());
    }

    private PersonId head(String code, PostId post, PersonId firstDeputy) {
        if (code.equals("B36")) {
            draft.hold(firstDeputy, post, HoldingKind.IN_CHARGE);
            return firstDeputy;
        }
        if (LED_BY_A_LEADER.containsKey(code)) {
            var leader = county.person(LED_BY_A_LEADER.get(code));
            draft.hold(leader, post, HoldingKind.CONCURRENT);
            return leader;
        }
        return draft.appoint(post);
    }

    private static String deputyOf(String head) {
        if (head.contains("书记")) {
            return "副书记";
        }
        return "副" + head.replaceAll("^常务副", "");
    }

    private void charges(List<String> row, UnitId unit, Staff staff) {
        var themes = Lists.themes(row.get(6));
        draft.charge(new Bearer.OfPost(county.post(row.get(5))), ResponsibilityKind.IN_CHARGE,
                new Lists.Theme(row.get(2), List.of()), unit, null);
        for (int i = 0; i < themes.size(); i++) {
            draft.charge(new Bearer.OfUnit(unit), ResponsibilityKind.LEADS, themes.get(i), null, null);
            var a = staff.posts().get(1 + i % 3);
            var b = staff.posts().get(1 + (i + 1) % 3);
            draft.charge(new Bearer.OfPost(a), ResponsibilityKind.IN_CHARGE, themes.get(i), unit, b);
        }
    }

    private void bodies(List<String> row, UnitId unit, Staff staff) {
        if (row.get(3).equals("政") || row.get(3).equals("群")) {
            var group = draft.body(unit, BodyKind.LEADING_PARTY_GROUP, row.get(2) + "党组");
            staff.persons().forEach(person -> draft.member(group, person));
        }
        var study = draft.body(unit, BodyKind.STUDY_GROUP, row.get(2) + "理论学习中心组");
        staff.persons().forEach(person -> draft.member(study, person));
    }
}

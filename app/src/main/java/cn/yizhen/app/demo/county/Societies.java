package cn.yizhen.app.demo.county;

import cn.yizhen.rules.organisation.BodyKind;
import cn.yizhen.rules.organisation.ChannelKind;
import cn.yizhen.rules.organisation.Particular;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.organisation.UnitKind;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the county has besides its offices: assemblies that meet a few times a year, youth branches, unions and
 * women's federations, terms of office, firms whose Party members have no branch yet, own accounts and work groups.
 */
final class Societies {

    /** One in so many terms runs out soon; the others began less than two years ago. */
    private static final int ENDING = 24;

    /** Length of a code such as 539900100201Z1; firms' branches have a Q in theirs. */
    private static final int VILLAGE_BRANCH_CODE = 14;

    private final Draft draft;
    private final LocalDate today;

    Societies(Draft draft, LocalDate today) {
        this.draft = draft;
        this.today = today;
    }

    void found() {
        assemblies();
        unions();
        villages();
        terms();
        membersWithoutBranch();
        channels();
    }

    private void assemblies() {
        counted("XW", BodyKind.FULL_COMMITTEE, "县委全体会议", 35);
        counted("RD", BodyKind.CONGRESS, "县人民代表大会", 180);
        counted("RD", BodyKind.CONGRESS_STANDING_COMMITTEE, "县人大常委会", 25);
        counted("B04", BodyKind.IDEOLOGY_GROUP, "县委意识形态工作领导小组", 13);
        counted("B43", BodyKind.EXECUTIVE_COMMITTEE, "共青团云岭县委员会全体会议", 25);
        counted("B44", BodyKind.EXECUTIVE_COMMITTEE, "云岭县妇女联合会执行委员会", 27);
        draft.units(UnitKind.TOWNSHIP).forEach(township -> {
            int seats = draft.between(50, 65);
            draft.count(draft.body(township.id(), BodyKind.CONGRESS, township.name() + "人民代表大会"), seats, 0, seats);
        });
    }

    private void counted(String code, BodyKind kind, String name, int members) {
        draft.count(draft.body(draft.unitWith(code).id(), kind, name), members, 0, members);
    }

    private void unions() {
        var departments = draft.units(UnitKind.DEPARTMENT);
        for (int i = 0; i < departments.size(); i += 2) {
            var department = departments.get(i);
            var unit = draft.unit(department.code() + "G1", department.shortName() + "机关工会", department.shortName() + "工会",
                    UnitKind.TRADE_UNION, department.id(), 95);
            draft.appoint(draft.post(unit, "工会主席", "head"));
            int members = draft.between(25, 60);
            draft.count(draft.body(unit, BodyKind.UNION_ASSEMBLY, "工会会员大会"), members, 0, members);
            term(unit, i / 2, 33);
        }
    }

    private void villages() {
        var villages = draft.units(UnitKind.VILLAGE).stream().filter(village -> !DemoCounty.MERGED.contains(village.code())).toList();
        for (int i = 0; i < villages.size(); i++) {
            if (i % 3 == 0) {
                youthBranch(villages.get(i), i / 3);
            } else if (i % 3 == 1) {
                var unit = draft.unit(villages.get(i).code() + "F1", villages.get(i).name() + "妇联", villages.get(i).name() + "妇联",
                        UnitKind.WOMENS_FEDERATION, villages.get(i).id(), 96);
                draft.appoint(draft.post(unit, "妇联主席", "head"));
                term(unit, i / 3, 57);
            }
        }
    }

    private void youthBranch(Unit village, int number) {
        var unit = draft.unit(village.code() + "T1", village.name() + "团支部", village.name() + "团支部", UnitKind.YOUTH_BRANCH, village.id(), 97);
        draft.appoint(draft.post(unit, "团支部书记", "secretary", "head"));
        int members = draft.between(4, 16);
        draft.count(draft.body(unit, BodyKind.YOUTH_ASSEMBLY, "团员大会"), members, 0, members);
        if (members >= 7) {
            draft.count(draft.body(unit, BodyKind.YOUTH_COMMITTEE, "团支部委员会"), 3, 0, 3);
        }
        term(unit, number, 33);
    }

    private void terms() {
        term(draft.unitWith("XW").id(), 0, 56);
        each(draft.units(UnitKind.VILLAGE), 57);
        var branches = draft.units(UnitKind.BRANCH);
        each(branches.stream().filter(this::inAPlace).toList(), 57);
        each(branches.stream().filter(branch -> !inAPlace(branch)).toList(), 33);
    }

    private boolean inAPlace(Unit branch) {
        return branch.code().length() == VILLAGE_BRANCH_CODE && !branch.code().contains("Q");
    }

    private void each(List<Unit> units, int nearlyOver) {
        for (int i = 0; i < units.size(); i++) {
            term(units.get(i).id(), i, nearlyOver);
        }
    }

    /** Began some months ago; now and then so long ago that it runs out within half a year. */
    private void term(UnitId unit, int number, int nearlyOver) {
        int months = number % ENDING == 0 ? nearlyOver : draft.between(5, 22);
        draft.particular(unit, Particular.Sort.TERM_BEGAN, today.minusMonths(months).minusDays(draft.between(0, 20)).toString());
    }

    /** Cooperatives without a branch: a few with members enough for one, some with one or two. */
    private void membersWithoutBranch() {
        var without = draft.units(UnitKind.COOPERATIVE).stream()
                .filter(cooperative -> draft.below(List.of(cooperative), UnitKind.BRANCH).isEmpty()).toList();
        var joint = draft.units(UnitKind.BRANCH).stream().filter(branch -> branch.code().contains("Q")).findFirst().orElseThrow();
        for (int i = 0; i < without.size() && i < 20; i++) {
            var unit = without.get(i).id();
            draft.particular(unit, Particular.Sort.PARTY_MEMBERS, String.valueOf(i % 5 == 0 ? 3 + i % 2 : 1 + i % 2));
            if (i % 5 != 0 && i % 5 != 4) {
                draft.particular(unit, Particular.Sort.JOINT_BRANCH, i < 10 ? joint.code() : draft.unitWith("539900100Z1").code());
            }
        }
    }

    private void channels() {
        channel("B14", ChannelKind.WEBSITE, "云岭县人民政府网站", "发布政务信息，受理留言");
        channel("B14", ChannelKind.ACCOUNT, "云岭发布（公众号）", "发布全县政务信息");
        channel("B13", ChannelKind.ACCOUNT, "云岭融媒（公众号）", "新闻和服务信息");
        channel("B13", ChannelKind.ACCOUNT, "云岭融媒（视频号）", "短视频");
        channel("B20", ChannelKind.ACCOUNT, "平安云岭（公众号）", "警务信息和防骗提醒");
        channel("B30", ChannelKind.ACCOUNT, "云岭文旅（公众号）", "文化活动和景点开放信息");
        group("B01", "县委办文电群", "收发文提醒", null);
        group("B32", "汛期值班群", "汛期值班调度", today.minusDays(20));
        draft.units(UnitKind.TOWNSHIP).forEach(township -> {
            channel(township.code(), ChannelKind.ACCOUNT, township.name() + "发布（公众号）", "发布本镇（乡）政务信息");
            group(township.code(), township.name() + "村（社区）工作群", "通知各村（社区）", null);
        });
        group("539900100", "青岚镇秋季森林防火群", "防火值班调度", today.minusDays(12));
        group("539900101", "白石镇换届工作群", "换届工作调度", today.plusMonths(2));
    }

    private void channel(String code, ChannelKind kind, String name, String purpose) {
        note(code, kind, name, purpose, null);
    }

    private void group(String code, String name, String purpose, @Nullable LocalDate dissolveBy) {
        note(code, ChannelKind.WORK_GROUP, name, purpose, dissolveBy);
    }

    private void note(String code, ChannelKind kind, String name, String purpose, @Nullable LocalDate dissolveBy) {
        var unit = draft.unitWith(code).id();
        draft.channel(unit, kind, name, purpose, draft.posts(unit).getFirst(), dissolveBy);
    }
}

package cn.yizhen.app.demo.county;

import cn.yizhen.app.host.HostSettings;
import cn.yizhen.rules.organisation.Fact;
import cn.yizhen.rules.organisation.OrganisationHistory;
import cn.yizhen.rules.organisation.Succession;
import cn.yizhen.rules.organisation.SuccessionKind;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.organisation.UnitKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The invented county 云岭县 as one looks at it on a day: 14 townships, 180 villages and communities, 45
 * departments, 420 branches with their societies, about 2,300 posts, and what happened to them in the year before.
 *
 * @param today        the day it is made for
 * @param organisation every fact; act 1 founds it, the later acts follow in the order of {@link #chapters}
 * @param chapters     what each act is about, act 1 first
 */
public record DemoCounty(LocalDate today, OrganisationHistory organisation, List<Noted> chapters) {

    public static final String CODE = HostSettings.DEMO_COUNTY;
    public static final String NAME = "云岭县";

    /** The villages that merged, and what came of them. */
    public static final List<String> MERGED = List.of(CODE + "105202", CODE + "105203");
    public static final String MERGER = CODE + "105213";

    private static final String MERGER_PAPER = "云岭县人民政府关于石桥镇部分行政村合并的批复（云政复〔2026〕1号）";
    private static final long SEED = 5399;
    private static final LocalDate COUNTY_SINCE = LocalDate.of(1956, 10, 1);
    private static final LocalDate SINCE = LocalDate.of(2021, 3, 1);

    /**
     * @param title what an act of the organisation is about, as a page shows it
     * @param paper behind it, empty for none
     */
    public record Noted(String title, LocalDate day, String paper) {}

    public static DemoCounty of(LocalDate today) {
        var draft = new Draft(SEED, SINCE);
        draft.since(COUNTY_SINCE);
        var county = new CountyLevel(draft, CODE, NAME);
        draft.since(SINCE);
        county.found();
        var branches = new Branches(draft);
        new Departments(draft, county, branches).found();
        var villages = new Villages(draft, branches);
        new Townships(draft, county, branches, villages).found(CODE);
        new Societies(draft, today).found();

        var chapters = new ArrayList<Chapter>(List.of(
                new Chapter("石桥镇两村合并", latest(today, LocalDate.of(today.getYear(), 2, 10)), MERGER_PAPER, d -> merge(d, villages)),
                new Chapter("按年中统计更新党员人数", latest(today, LocalDate.of(today.getYear(), 7, 1)), "", d -> recount(d, branches)),
                new Chapter("青岚镇党委书记调整", middleOfAQuarter(today), "中共云岭县委关于青岚镇党委主要负责同志调整的通知（云委干〔2026〕18号）", DemoCounty::replaceALeader)));
        chapters.sort(Comparator.comparing(Chapter::day));
        chapters.forEach(chapter -> {
            draft.chapter(chapter.day());
            chapter.happening().accept(draft);
        });
        chapters.addFirst(new Chapter("建立机构名册", SINCE, "", _ -> {}));
        return new DemoCounty(today, draft.history(), chapters.stream().map(c -> new Noted(c.title(), c.day(), c.paper())).toList());
    }

    /** The facts one act noted. */
    public OrganisationHistory factsOf(long act) {
        return new OrganisationHistory(
                of(organisation.units(), act), of(organisation.persons(), act), of(organisation.posts(), act),
                of(organisation.holdings(), act), of(organisation.bodies(), act), of(organisation.memberships(), act),
                of(organisation.memberCounts(), act), of(organisation.responsibilities(), act), of(organisation.successions(), act),
                of(organisation.particulars(), act), of(organisation.channels(), act));
    }

    private static <T> List<Fact<T>> of(List<Fact<T>> facts, long act) {
        return facts.stream().filter(fact -> fact.act() == act).toList();
    }

    private record Chapter(String title, LocalDate day, String paper, Consumer<Draft> happening) {}

    private static void recount(Draft draft, Branches branches) {
        var counted = branches.counted();
        for (int i = 0; i < counted.size(); i += 3) {
            int full = draft.fullIn(counted.get(i)) + 1;
            draft.recount(counted.get(i), full, 0, full);
        }
    }

    private static void replaceALeader(Draft draft) {
        draft.replace(draft.holderOf(CODE + "100-01"), draft.person());
    }

    private static void merge(Draft draft, Villages villages) {
        var old = MERGED.stream().map(draft::unitWith).toList();
        var oldBranches = MERGED.stream().map(code -> draft.unitWith(code + "Z1")).toList();
        var cooperatives = draft.below(old, UnitKind.COOPERATIVE);
        var name = old.getFirst().name().charAt(0) + "" + old.getLast().name().charAt(0) + "合村";
        var township = old.getFirst().parent();
        old.forEach(unit -> draft.dissolve(unit.id()));
        oldBranches.forEach(unit -> draft.dissolve(unit.id()));
        var village = villages.foundByMerger(MERGER, name, township, 113);
        cooperatives.forEach(cooperative -> draft.move(cooperative.id(), village));
        succeed(draft, old, village);
        succeed(draft, oldBranches, draft.unitWith(MERGER + "Z1").id());
    }

    private static void succeed(Draft draft, List<Unit> old, UnitId successor) {
        draft.succession(new Succession(SuccessionKind.MERGER,
                Set.of(old.getFirst().id(), old.getLast().id()), Set.of(successor), MERGER_PAPER));
    }

    /** The day itself when it has come, else the same day a year before. */
    private static LocalDate latest(LocalDate today, LocalDate day) {
        return day.isAfter(today) ? day.minusYears(1) : day;
    }

    /** The 15th of a quarter's second month, the last one that has come. */
    private static LocalDate middleOfAQuarter(LocalDate today) {
        var day = LocalDate.of(today.getYear(), (today.getMonthValue() - 1) / 3 * 3 + 2, 15);
        return day.isAfter(today) ? day.minusMonths(3) : day;
    }
}

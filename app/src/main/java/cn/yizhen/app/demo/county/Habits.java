package cn.yizhen.app.demo.county;

import cn.yizhen.rules.calendar.Cadence;
import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.organisation.BodyKind;
import cn.yizhen.rules.organisation.UnitKind;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is usually done in the invented county, and how often it is. */
final class Habits {

    /**
     * @param unit   kind of the units that do it, or null for every unit with such a body
     * @param body   the body that meets, or null
     * @param by     function of the posts each of which does it, or null for the unit as one
     * @param every  how often
     * @param months first and last month of the part of the year it is done in, for what is yearly; null otherwise
     * @param often  of a hundred periods, how many have a record
     * @param topics one of which it is about; "" for what keeps no words
     * @param marks  topics of the catalogue it is marked with
     * @param hours  学时 it makes
     * @param meets  whether people came together for it, so that somebody counted them
     */
    record Habit(String kind, @Nullable UnitKind unit, @Nullable BodyKind body, @Nullable String by, Cadence every,
            int @Nullable [] months, int often, List<String> topics, Set<String> marks, int hours, boolean meets) {

        /** The spans it was done in up to the day: whole periods that are over, or the season of a year that is. */
        List<Period> spans(LocalDate today) {
            if (months == null) {
                return every.touching(today.minusYears(1), today).stream().filter(period -> !period.contains(today)).toList();
            }
            return Stream.of(today.getYear() - 1, today.getYear())
                    .map(year -> new Period(MonthDay.of(months[0], 1).atYear(year), LocalDate.of(year, months[1], 1).plusMonths(1)))
                    .filter(season -> !season.until().isAfter(today))
                    .toList();
        }

        Habit onPaper() {
            return new Habit(kind, unit, body, by, every, months, often, topics, marks, hours, false);
        }

        Habit by(String function) {
            return new Habit(kind, unit, body, function, every, months, often, topics, marks, hours, meets);
        }

        Habit marked(String... words) {
            return new Habit(kind, unit, body, by, every, months, often, topics, Set.of(words), hours, meets);
        }

        Habit making(int howMany) {
            return new Habit(kind, unit, body, by, every, months, often, topics, marks, howMany, meets);
        }
    }

    private Habits() {}

    static final List<Habit> ALL = List.of(
            meets("branch-assembly", BodyKind.BRANCH_ASSEMBLY, Cadence.QUARTER, 95, "讨论人居环境整治", "听取支部工作情况", "讨论灌溉用水安排", "研究发展党员计划"),
            meets("branch-committee", BodyKind.BRANCH_COMMITTEE, Cadence.MONTH, 90, "安排本月工作", "研究困难党员帮扶", "研究村集体用工安排", "商量党员大会议题"),
            meets("party-group-meeting", BodyKind.PARTY_GROUP, Cadence.MONTH, 86, "交流近期工作", "讨论小组分工", "学习并讨论本月主题"),
            meets("party-lesson", BodyKind.BRANCH_ASSEMBLY, Cadence.QUARTER, 88, "身边的老党员", "水从哪里来", "怎样把账记清楚"),
            meets("theme-day", BodyKind.BRANCH_ASSEMBLY, Cadence.MONTH, 92, "清理沟渠", "义务植树", "帮缺劳力户收洋芋", "学习并打扫公共场所"),
            meets("village-representatives-meeting", BodyKind.VILLAGERS_REPRESENTATIVES, Cadence.QUARTER, 93, "讨论集体收益使用", "讨论村规民约修改", "讨论道路维护用工"),
            does("village-disclosure", UnitKind.VILLAGE, Cadence.QUARTER, 94, "公布惠农补贴发放情况", "公布集体收支", "公布低保评议结果"),
            does("village-finance-disclosure", UnitKind.VILLAGE, Cadence.MONTH, 96, "公布本月集体收支", "公布本月财务往来"),
            meets("leading-party-group-meeting", BodyKind.LEADING_PARTY_GROUP, Cadence.MONTH, 94, "研究年度重点工作", "研究项目安排", "听取财务情况"),
            meets("leading-party-group-meeting", BodyKind.LEADING_PARTY_GROUP, Cadence.HALF_YEAR, 90, "专题研究从严治党和意识形态工作")
                    .marked("strict-governance", "ideology-study"),
            meets("party-committee-meeting", BodyKind.PARTY_COMMITTEE, Cadence.HALF_YEAR, 93, "专题研究从严治党和意识形态工作")
                    .marked("strict-governance", "ideology-study"),
            meets("standing-committee-meeting", BodyKind.STANDING_COMMITTEE, Cadence.HALF_YEAR, 100, "专题研究从严治党和意识形态工作")
                    .marked("strict-governance", "ideology-study"),
            meets("standing-committee-meeting", BodyKind.STANDING_COMMITTEE, Cadence.MONTH, 100, "研究近期重点工作"),
            meets("standing-committee-meeting", BodyKind.STANDING_COMMITTEE, Cadence.MONTH, 95, "听取有关工作汇报"),
            meets("study-session", BodyKind.STUDY_GROUP, Cadence.QUARTER, 94, "学习研讨基层治理", "学习研讨安全生产", "学习研讨纪律建设"),
            meets("ideology-analysis", BodyKind.IDEOLOGY_GROUP, Cadence.QUARTER, 90, "研究县属账号和阵地管理"),
            meets("congress-standing-committee-meeting", BodyKind.CONGRESS_STANDING_COMMITTEE, Cadence.TWO_MONTHS, 100, "听取专项工作报告"),
            meets("youth-assembly", BodyKind.YOUTH_ASSEMBLY, Cadence.QUARTER, 80, "商量假期服务活动", "讨论团员分工"),
            meets("youth-lesson", BodyKind.YOUTH_ASSEMBLY, Cadence.QUARTER, 78, "身边的青年故事", "怎样识别骗局"),
            meets("youth-committee", BodyKind.YOUTH_COMMITTEE, Cadence.MONTH, 76, "安排本月工作"),
            yearly("study-plan", null, BodyKind.STUDY_GROUP, 1, 1, 93, "年度学习计划").onPaper(),
            yearly("responsibility-list", null, BodyKind.LEADING_PARTY_GROUP, 1, 3, 92, "责任清单和年度任务安排").onPaper(),
            yearly("responsibility-list", null, BodyKind.PARTY_COMMITTEE, 1, 3, 92, "责任清单和年度任务安排").onPaper(),
            yearly("strict-governance-report", null, BodyKind.LEADING_PARTY_GROUP, 1, 3, 94, "上一年度主体责任落实情况报告").onPaper(),
            yearly("strict-governance-report", null, BodyKind.PARTY_COMMITTEE, 1, 3, 94, "上一年度主体责任落实情况报告").onPaper(),
            yearly("full-committee-meeting", null, BodyKind.FULL_COMMITTEE, 1, 1, 100, "县委全体会议"),
            yearly("full-committee-meeting", null, BodyKind.FULL_COMMITTEE, 8, 8, 100, "县委全体会议"),
            yearly("congress-session", null, BodyKind.CONGRESS, 1, 2, 100, "人民代表大会会议"),
            yearly("congress-session", UnitKind.TOWNSHIP, BodyKind.CONGRESS, 7, 8, 90, "人民代表大会会议"),
            yearly("youth-league-committee", null, BodyKind.EXECUTIVE_COMMITTEE, 2, 3, 100, "全体会议"),
            yearly("womens-executive", null, BodyKind.EXECUTIVE_COMMITTEE, 3, 3, 100, "执委会全体会议"),
            yearly("leave-plan", UnitKind.DEPARTMENT, null, 1, 3, 90, "年度年休假计划"),
            yearly("leave-plan", UnitKind.PUBLIC_INSTITUTION, null, 1, 3, 90, "年度年休假计划"),
            yearly("leave-plan", UnitKind.TOWNSHIP, null, 1, 3, 85, "年度年休假计划"),
            yearly("youth-registration", UnitKind.YOUTH_BRANCH, null, 1, 3, 88, ""),
            yearly("inspection-plan", UnitKind.DEPARTMENT, null, 1, 3, 100, "督查检查考核年度计划").by("supervises"),
            yearly("party-school-lecture", UnitKind.PARTY_COMMITTEE, null, 3, 10, 80, "讲分管工作").by("leader"),
            yearly("party-school-lecture", UnitKind.GOVERNMENT, null, 3, 10, 70, "讲分管工作").by("leader"),
            does("supervision-summary", UnitKind.DEPARTMENT, Cadence.QUARTER, 100, "季度督查情况").by("supervises"),
            does("contact-visit", UnitKind.PARTY_COMMITTEE, Cadence.QUARTER, 88, "到联系点了解情况").by("leader"),
            does("contact-visit", UnitKind.GOVERNMENT, Cadence.QUARTER, 88, "到联系点了解情况").by("leader"),
            does("reception-day", UnitKind.PARTY_COMMITTEE, Cadence.MONTH, 92, "").by("leader"),
            does("reception-day", UnitKind.GOVERNMENT, Cadence.MONTH, 92, "").by("leader"),
            does("petition-visit", UnitKind.PARTY_COMMITTEE, Cadence.QUARTER, 84, "").by("leader"),
            does("petition-visit", UnitKind.GOVERNMENT, Cadence.QUARTER, 84, "").by("leader"),
            does("reception-day", UnitKind.TOWNSHIP, Cadence.MONTH, 97, ""),
            does("reception-day", UnitKind.TOWNSHIP, Cadence.MONTH, 96, ""),
            does("reception-day", UnitKind.TOWNSHIP, Cadence.MONTH, 95, ""),
            does("reception-day", UnitKind.TOWNSHIP, Cadence.MONTH, 93, ""),
            does("process-walk", UnitKind.PARTY_COMMITTEE, Cadence.HALF_YEAR, 82, "办一次个体户登记", "办一次社保转移").by("leader"),
            does("process-walk", UnitKind.GOVERNMENT, Cadence.HALF_YEAR, 86, "办一次不动产登记", "办一次建房审批").by("leader"),
            yearly("training", UnitKind.DEPARTMENT, null, 4, 6, 70, "年度轮训班").by("head").making(40),
            yearly("training", UnitKind.DEPARTMENT, null, 3, 9, 75, "业务培训班").by("deputy").making(48),
            yearly("training", UnitKind.TOWNSHIP, null, 5, 10, 80, "乡村治理专题班").by("leader").making(40),
            yearly("training", UnitKind.GOVERNMENT, null, 4, 9, 80, "党校主体班").by("leader").making(80),
            yearly("training", UnitKind.PARTY_COMMITTEE, null, 4, 9, 80, "党校主体班").by("leader").making(80),
            yearly("training", UnitKind.BRANCH, null, 6, 9, 78, "党支部书记集中轮训班").by("secretary").marked("secretary-rotation").making(24));

    private static Habit meets(String kind, BodyKind body, Cadence every, int often, String... topics) {
        return new Habit(kind, null, body, null, every, null, often, List.of(topics), Set.of(), 0, true);
    }

    private static Habit does(String kind, UnitKind unit, Cadence every, int often, String... topics) {
        return new Habit(kind, unit, null, null, every, null, often, List.of(topics), Set.of(), 0, false);
    }

    private static Habit yearly(String kind, @Nullable UnitKind unit, @Nullable BodyKind body, int first, int last, int often, String topic) {
        return new Habit(kind, unit, body, null, Cadence.YEAR, new int[] {first, last}, often, List.of(topic), Set.of(), 0, body != null);
    }
}

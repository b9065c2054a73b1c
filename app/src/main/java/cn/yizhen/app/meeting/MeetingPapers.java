package cn.yizhen.app.meeting;

import cn.yizhen.app.document.Block;
import cn.yizhen.app.document.Column;
import cn.yizhen.app.document.Row;
import cn.yizhen.app.document.Table;
import cn.yizhen.app.document.Word;
import cn.yizhen.app.document.formal.FormalDocument;
import cn.yizhen.app.document.formal.FormalDocument.Annex;
import cn.yizhen.app.document.formal.FormalDocument.Closing;
import cn.yizhen.app.document.formal.FormalDocument.Head;
import cn.yizhen.app.document.formal.FormalDocument.Imprint;
import cn.yizhen.app.document.formal.FormalDocument.Particular;
import cn.yizhen.app.document.formal.FormalKind;
import cn.yizhen.app.document.formal.FormalLayout;
import cn.yizhen.app.document.formal.FormalText;
import cn.yizhen.app.meeting.Meeting.Mark;
import cn.yizhen.app.meeting.MeetingPlan.Minutes;
import cn.yizhen.rules.calendar.Days;
import cn.yizhen.rules.meeting.Answer;
import cn.yizhen.rules.meeting.Attended;
import cn.yizhen.rules.meeting.Capacity;
import cn.yizhen.rules.meeting.Invitation;
import cn.yizhen.rules.meeting.Seat;
import cn.yizhen.rules.meeting.Seating;
import cn.yizhen.rules.meeting.Venue;
import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.Holding;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Person;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The notice and the minutes of a meeting as formal documents. */
@Component
class MeetingPapers {

    private static final List<Column> ATTENDEES =
            List.of(Column.of("序号", 2).centred(), Column.of("单位", 6), Column.of("职务", 6), Column.of("姓名", 3).centred(), Column.of("参会地点", 5));

    FormalDocument notice(Meeting meeting, Organisation organisation, String number, LocalDate date) {
        var plan = meeting.plan();
        var host = organisation.unit(meeting.host()).orElseThrow().name();
        var annex = new Annex("参会人员名单", List.<Block>of(attendees(plan, organisation)), false);
        return FormalDocument.of(FormalKind.MEETING_NOTICE, Head.of(host + "文件", number), "关于召开" + plan.title() + "的通知", FormalText.of(asked(plan)))
                .to("各参会单位")
                .saying(List.of(new Particular("会议时间", when(plan)), new Particular("会议地点", where(plan)),
                        new Particular("参会人员", "见附件，共" + plan.seats().size() + "人"), new Particular("会议内容", plan.about())))
                .attaching(List.of("参会人员名单"), annex)
                .closed(new Closing(host, date, true, ""))
                .printed(new Imprint("", host, date));
    }

    FormalDocument minutes(Meeting meeting, Minutes said, Map<String, Mark> marks, Organisation organisation) {
        var plan = meeting.plan();
        var host = organisation.unit(meeting.host()).orElseThrow().name();
        return FormalDocument.of(FormalKind.MINUTES, Head.of(host + "会议纪要", said.number()), plan.title() + "纪要", FormalText.of(text(plan, said)))
                .saying(List.of(
                        new Particular("出席", came(plan, marks, organisation, seat -> seat.capacity() != Capacity.SITS_IN)),
                        new Particular("请假", named(plan, organisation, seat -> missing(seat, marks) && excused(meeting, seat))),
                        new Particular("缺席", named(plan, organisation, seat -> missing(seat, marks) && !excused(meeting, seat))),
                        new Particular("列席", came(plan, marks, organisation, seat -> seat.capacity() == Capacity.SITS_IN)),
                        new Particular("另有", others(said, organisation))))
                .closed(new Closing("", said.date(), false, ""))
                .printed(new Imprint("各参会单位", host, said.date()));
    }

    private static boolean missing(Seat seat, Map<String, Mark> marks) {
        return seat.capacity() != Capacity.SITS_IN && mark(marks, seat).attended() == Attended.ABSENT;
    }

    /** Whether leave was asked for: whoever stayed away without a word did not ask for it, and no paper may say so. */
    private static boolean excused(Meeting meeting, Seat seat) {
        return meeting.reply(seat).filter(reply -> reply.answer() == Answer.EXCUSED).isPresent();
    }

    /** Head counts of those before a venue's screen who have no seat. */
    static String others(Minutes said, Organisation organisation) {
        return said.others().stream().map(others -> siteName(others.site(), organisation) + others.people() + "人").collect(Collectors.joining("、"));
    }

    byte[] bytes(FormalDocument document) {
        return Word.write(FormalLayout.of(document));
    }

    /** 2026年12月3日（周四）上午9:00，约90分钟 */
    static String when(MeetingPlan plan) {
        return Days.full(plan.day()) + "（" + Days.weekday(plan.day()) + "）" + hour(plan.start()) + "，约" + plan.minutes() + "分钟";
    }

    /** 下午3:00 */
    static String hour(LocalTime start) {
        int hour = start.getHour();
        return (hour < 12 ? "上午" : hour < 18 ? "下午" : "晚上") + (hour > 12 ? hour - 12 : hour) + ":%02d".formatted(start.getMinute());
    }

    static String where(MeetingPlan plan) {
        return plan.place() + (plan.takingPart() == Venue.MAIN ? plan.video() ? "，可以视频参会" : "" : "；" + plan.venue().chinese());
    }

    /** 主会场, or the unit in whose room it is. */
    static String siteOf(MeetingPlan plan, Seat seat, Organisation organisation) {
        var site = plan.takingPart().siteOf(seat.unit(), organisation);
        return site == null ? "主会场" : siteName(site, organisation);
    }

    static String siteName(UnitId site, Organisation organisation) {
        return organisation.unit(site).map(Unit::shortName).orElse("") + "分会场";
    }

    private static String asked(MeetingPlan plan) {
        var lines = new ArrayList<String>();
        lines.add("请参会人员按时参会。分管同志不能到会的，可以委派本单位一位同志；主要负责人不在名单上的不用到会。");
        lines.add("请在平台上回执一次：本人参加、委派或者请假，不另报名单。");
        if (!plan.agenda().isEmpty()) {
            lines.add("会议议程：" + plan.agenda().stream().map(item -> item.title() + (item.minutes() > 0 ? "（" + item.minutes() + "分钟）" : ""))
                    .collect(Collectors.joining("；")) + "。");
        }
        return String.join("\n", lines);
    }

    private static Table attendees(MeetingPlan plan, Organisation organisation) {
        var rows = new ArrayList<Row>();
        var ordered = Seating.ordered(plan.seats(), organisation);
        var names = new Invitation(ordered, organisation);
        for (int i = 0; i < ordered.size(); i++) {
            var seat = ordered.get(i);
            rows.add(Row.of("" + (i + 1), unit(seat, organisation), title(seat, organisation), names.holder(seat), siteOf(plan, seat, organisation)));
        }
        return Table.of(ATTENDEES, rows);
    }

    static String unit(Seat seat, Organisation organisation) {
        return organisation.unit(seat.unit()).map(Unit::shortName).orElse("");
    }

    /** The title of the post; of a member its capacity. */
    static String title(Seat seat, Organisation organisation) {
        return seat.bearer() instanceof Bearer.OfPost(var post)
                ? organisation.post(post).map(found -> found.title()).orElse("") : seat.capacity().chinese();
    }

    private static String text(MeetingPlan plan, Minutes said) {
        var lines = new ArrayList<String>();
        lines.add(Days.full(plan.day()) + "，" + plan.title() + "在" + plan.place() + "召开，" + plan.about() + "。" + said.text().strip());
        said.agreed().stream().filter(agreed -> !agreed.about().isBlank())
                .forEach(agreed -> lines.add(agreed.item() + "." + agreed.about() + (agreed.voted() ? "（赞成" + agreed.inFavour() + "票，反对" + agreed.against() + "票，弃权" + agreed.abstained() + "票）" : "") + "。"));
        said.ballots().forEach(ballot -> lines.add(ballot.purpose().chinese() + "“" + ballot.about() + "”：" + ballot.chinese() + "。"));
        return String.join("\n", lines);
    }

    private static String came(MeetingPlan plan, Map<String, Mark> marks, Organisation organisation, Predicate<Seat> those) {
        var names = new Invitation(plan.seats(), organisation);
        return Seating.ordered(plan.seats(), organisation).stream().filter(those).filter(seat -> mark(marks, seat).attended() != Attended.ABSENT)
                .map(seat -> unit(seat, organisation) + (mark(marks, seat).attended() == Attended.REPRESENTED
                        ? person(mark(marks, seat).substitute(), organisation) + "（代）" : names.holder(seat)))
                .collect(Collectors.joining("、"));
    }

    private static String named(MeetingPlan plan, Organisation organisation, Predicate<Seat> those) {
        var names = new Invitation(plan.seats(), organisation);
        return Seating.ordered(plan.seats(), organisation).stream().filter(those).map(seat -> unit(seat, organisation) + names.holder(seat))
                .collect(Collectors.joining("、"));
    }

    static String person(@Nullable PostId post, Organisation organisation) {
        return post == null ? "" : organisation.holders(post).stream().map(Holding::person).flatMap(id -> organisation.person(id).stream()).map(Person::name)
                .collect(Collectors.joining("、"));
    }

    private static Mark mark(Map<String, Mark> marks, Seat seat) {
        return marks.getOrDefault(seat.key(), new Mark(Attended.ABSENT, null));
    }
}

package cn.yizhen.app.meeting;

import cn.yizhen.rules.Reason;
import cn.yizhen.rules.institution.Catalogue;
import cn.yizhen.rules.institution.Dated;
import cn.yizhen.rules.institution.DemandKind;
import cn.yizhen.rules.institution.DemandTrait;
import cn.yizhen.rules.institution.DemandView;
import cn.yizhen.rules.institution.Extent;
import cn.yizhen.rules.institution.Limit;
import cn.yizhen.rules.institution.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** The limits of the institutions that a meeting is held against, found by what they count; where several do, the tightest. */
record MeetingLimits(Catalogue catalogue) {

    /** How much, at most, with where that comes from. */
    record Most(int most, Limit limit, LocalDate day) {

        String clause() {
            return limit.atMost().entryOn(day).map(Dated.Entry::source).map(Source::cited).orElse(limit.source().cited());
        }
    }

    /** How many minutes the main speech may take; empty where no institution says. */
    Optional<Most> speech(MeetingPlan plan) {
        return most(Extent.SPEECH_MINUTES, plan);
    }

    /** Where a plan is beyond a limit; said, and left to the organiser. */
    List<Reason> notes(MeetingPlan plan, int systemWideBefore) {
        var notes = new ArrayList<Reason>();
        note(notes, Extent.SPEECH_MINUTES, plan, plan.speech(), "主要讲话");
        note(notes, Extent.HALF_DAYS, plan, plan.halfDays(), "会期");
        note(notes, Extent.PARTICIPANTS, plan, plan.seats().size(), "参会人数");
        if (plan.systemWide()) {
            note(notes, Extent.TIMES_A_YEAR, plan, systemWideBefore + 1, "今年的系统综合性会议（含这一次）");
        }
        return notes;
    }

    private void note(List<Reason> notes, Extent extent, MeetingPlan plan, int amount, String what) {
        most(extent, plan).filter(most -> amount > most.most()).ifPresent(most -> notes.add(new Reason("meeting-beyond-" + extent.word(),
                what + amount + most.limit().unit() + "，超过" + most.limit().title() + "的" + most.most() + most.limit().unit() + "。", most.clause(),
                "压缩一些；确实需要的，由召集单位说明。")));
    }

    private Optional<Most> most(Extent extent, MeetingPlan plan) {
        var traits = new HashSet<String>();
        if (plan.discussion()) {
            traits.add(DemandTrait.GROUP_DISCUSSION.word());
        }
        if (plan.systemWide()) {
            traits.add(DemandTrait.SYSTEM_WIDE.word());
        }
        return catalogue.limitsOn(extent, new DemandView(DemandKind.MEETING.word(), traits), plan.day()).stream()
                .flatMap(limit -> limit.on(plan.day()).flatMap(ceiling -> ceiling.given(Optional.empty())).map(most -> new Most(most, limit, plan.day())).stream())
                .min(Comparator.comparingInt(Most::most));
    }
}

package cn.yizhen.app.record;

import cn.yizhen.app.access.HeldPost;
import cn.yizhen.app.record.model.NotedRecord;
import cn.yizhen.app.record.model.OfferedKind;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.institution.RecordKind;
import cn.yizhen.rules.institution.Topic;
import cn.yizhen.rules.organisation.BodyKind;
import cn.yizhen.rules.organisation.Unit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The entry form as it is shown.
 *
 * @param account    whose draft it is when it has to wait for the network
 * @param onBehalf   who notes for the unit, as 青岚镇代为登记; empty for its own people
 * @param leaders    who can have led, each with post and name
 * @param members    named members of the body, for those who wish to note who was there; of a training whoever holds
 *                   a post in the unit and may have taken it too
 * @param correcting the version being corrected, or null for something new
 * @param newer      a version that came in between, to be shown beside what was typed, or null
 * @param confirm    true where only warnings are left and the asker may insist
 */
public record EntryView(
        HeldPost post,
        UUID account,
        Unit unit,
        OfferedKind offered,
        String onBehalf,
        EntryForm form,
        Preview preview,
        List<Named> leaders,
        List<Named> members,
        List<Topic> topics,
        List<Period> makeUps,
        List<Reason> reasons,
        @Nullable NotedRecord correcting,
        @Nullable RecordView newer,
        boolean confirm) {

    /** Somebody to choose. */
    public record Named(String id, String name) {}

    /** What the form says of itself before it is sent. */
    public record Preview(String roll, boolean rollKnown, List<CountsFor.Counting> counting, boolean asked, List<Reason> warnings, boolean askVoting) {}

    public boolean meeting() {
        return offered.kind().shape() == RecordKind.Shape.MEETING;
    }

    public boolean training() {
        return offered.kind().shape() == RecordKind.Shape.TRAINING;
    }

    public boolean onlyTheDay() {
        return offered.kind().shape() == RecordKind.Shape.OCCURRENCE;
    }

    private static final Set<BodyKind> OF_A_BRANCH = Set.of(BodyKind.BRANCH_ASSEMBLY, BodyKind.BRANCH_COMMITTEE, BodyKind.PARTY_GROUP);

    /** Whether what it decides is noted as 民主集中制 asks; a branch's votes need no more than their counts. */
    public boolean wholeDecisions() {
        return offered.body() != null && !OF_A_BRANCH.contains(offered.body().kind());
    }

    /** How many decisions its form has room for; further ones are folded. */
    public int decisionLines() {
        return wholeDecisions() ? Math.max(MOST_DECISIONS, new DecisionLines(form).decisions().size()) : OPEN_DECISIONS;
    }

    public static final int OPEN_DECISIONS = 3;
    private static final int MOST_DECISIONS = 12;

    public String topicLabel() {
        return switch (offered.kind().shape()) {
            case PAPER -> "标题";
            case ACTIVITY -> "做了什么";
            case TRAINING -> "学了什么";
            default -> "议题";
        };
    }

    public String leaderLabel() {
        return training() ? "参加人" : offered.kind().kind().contains("lesson") ? "讲课人" : meeting() ? "主持人" : "承担人";
    }

    public String address() {
        return "/posts/" + post.post() + "/records" + (correcting == null ? "" : "/" + correcting.subject() + "/correction");
    }

    /** Where the page asks what it would count for, as typed so far. */
    public String previewAddress() {
        return address() + "/preview";
    }
}

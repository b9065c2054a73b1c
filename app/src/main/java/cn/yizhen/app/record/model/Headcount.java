package cn.yizhen.app.record.model;

import cn.yizhen.rules.duty.Attendance;
import org.jspecify.annotations.Nullable;

/**
 * Who should have come and how many came.
 *
 * @param members       全体
 * @param due           应到
 * @param present       实到
 * @param votingDue     应到中有表决权的
 * @param votingPresent 实到中有表决权的; null where nobody counted, which is usual
 * @param notCounted    who of those due has no vote, in words; empty for nobody
 */
public record Headcount(
        int members, int due, int present, int votingDue, @Nullable Integer votingPresent, String notCounted) {

    /** The fewest with a vote that can have been there: everyone without one came. */
    public int votingPresentAtLeast() {
        return votingPresent != null ? votingPresent : Math.max(0, present - (due - votingDue));
    }

    /** The most with a vote that can have been there. */
    public int votingPresentAtMost() {
        return votingPresent != null ? votingPresent : Math.min(present, votingDue);
    }

    /** For quorums, on the safe side: what is certain. */
    public Attendance attendance() {
        return new Attendance(members, due, present, votingDue, votingPresentAtLeast());
    }
}

package cn.yizhen.rules.duty;

import cn.yizhen.rules.institution.Basis;
import cn.yizhen.rules.institution.Threshold;
import java.util.Optional;

/**
 * Who should have come and who came.
 *
 * @param members       全体组成人员
 * @param due           应到
 * @param present       实到
 * @param votingDue     应到有表决权
 * @param votingPresent 实到有表决权
 */
public record Attendance(int members, int due, int present, int votingDue, int votingPresent) {

    /** What a threshold asks for and does not get, in words; empty where it is reached. */
    Optional<String> missing(Threshold threshold) {
        int whole = whole(threshold.of());
        int part = threshold.of().votingOnly() ? votingPresent : present;
        return threshold.reachedBy(part, whole)
                ? Optional.empty()
                : Optional.of("到会" + part + "人，不足" + threshold.chinese() + "（" + threshold.neededOf(whole) + "人）");
    }

    private int whole(Basis base) {
        return switch (base) {
            case MEMBERS -> members;
            case DUE -> due;
            case PRESENT -> present;
            case VOTING_MEMBERS_DUE -> votingDue;
            case VOTING_MEMBERS_PRESENT -> votingPresent;
        };
    }
}

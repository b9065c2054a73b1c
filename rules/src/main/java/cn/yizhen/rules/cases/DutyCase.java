package cn.yizhen.rules.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import cn.yizhen.rules.duty.Attendance;
import cn.yizhen.rules.institution.DutyId;
import cn.yizhen.rules.institution.reading.Place;

/**
 * A case of a duty: who, what happened, and how the duty stands on a day.
 *
 * @param place     where it stands
 * @param says      the case in one sentence
 * @param duty      the duty it is about
 * @param on        the day it is asked on
 * @param periodOf  a day of the period it is about
 * @param facts     the world of the case
 * @param expected  what must come out
 * @param why       the reason
 */
public record DutyCase(Place place, String says, DutyId duty, LocalDate on, LocalDate periodOf, Facts facts,
                       Expected expected, String why) implements InstitutionCase {

    @Override
    public String rule() {
        return duty.value();
    }

    /**
     * @param unit    the unit, of which a body or a post is part
     * @param body    kind of the body that bears the duty, where one does
     * @param post    functions of the post that bears it, where one does
     * @param person  functions of the post whose holder bears it, where a person does
     * @param records what happened
     * @param inUse   启用日, where the case is about it
     * @param vote    a vote, where the case is about one
     */
    public record Facts(UnitFacts unit, Optional<String> body, Optional<Set<String>> post,
                        Optional<Set<String>> person, List<RecordFacts> records,
                        Optional<LocalDate> inUse, Optional<Vote> vote) {

        public Facts {
            records = List.copyOf(records);
        }
    }

    /**
     * @param founded     the first day the unit exists
     * @param ownBranch   whether a branch stands below it
     * @param joined      how many other units' members belong to it
     * @param particulars what is noted about it, by the word of the sort
     * @param accounts    number of its own official accounts
     * @param groups      days of dissolution of its work groups, {@code LocalDate.MAX} for one that stays
     */
    public record UnitFacts(String kind, String parentKind, int fullMembers, int probationary, boolean committee,
                            int partyGroups, Map<String, String> attributes, LocalDate founded, boolean ownBranch,
                            int joined, Map<String, String> particulars, int accounts, List<LocalDate> groups) {}

    /**
     * @param hours      学时 it made
     * @param makesUpFor a day of the period it makes up for
     */
    public record RecordFacts(String kind, LocalDate on, Set<String> topics, Set<String> ledBy, int hours,
                              Optional<LocalDate> makesUpFor, Optional<Attendance> attendance) {}

    /**
     * @param yes   votes in favour
     * @param whole how many the clause takes the part of
     */
    public record Vote(int yes, int whole) {}

    /** What can come out, in the words the pages use. */
    public enum Expected {
        NOT_ASKED("不应有"),
        COUNTED_OUT("不计入"),
        OPEN("期内"),
        MET("已记录"),
        MET_LATE("已记录（期后补办）"),
        NOT_SEEN("未见记录"),
        OVERDUE("已逾期"),
        PASSED("通过"),
        NOT_PASSED("不通过");

        private final String chinese;

        Expected(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }

        /** Whether the duty is asked of the bearer at all. */
        public boolean asked() {
            return this == OPEN || this == MET || this == MET_LATE || this == NOT_SEEN || this == OVERDUE;
        }
    }
}

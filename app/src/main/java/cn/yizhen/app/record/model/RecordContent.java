package cn.yizhen.app.record.model;

import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.institution.RecordView;
import cn.yizhen.rules.organisation.BodyId;
import cn.yizhen.rules.organisation.PersonId;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.UnitId;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a record says.
 *
 * @param kind       one of the catalogue's record kinds
 * @param unit       whose record it is
 * @param body       the body that met, or null
 * @param day        the day it happened
 * @param place      where, empty where it does not matter
 * @param chair      who led, taught or went; null where that does not matter
 * @param chairPosts the posts in the unit the chair held on the day
 * @param ledBy      functions of those posts
 * @param recorder   who took the minutes
 * @param headcount  null for what is not a meeting
 * @param topic      one line; empty for 谈心谈话 and the like, of which only the day is kept
 * @param topics     marks from the catalogue
 * @param present    persons noted as present, usually nobody
 * @param makesUpFor the period it makes up for, or null
 * @param hours      学时 of a training, 0 for anything else
 */
public record RecordContent(
        String kind,
        UnitId unit,
        @Nullable BodyId body,
        LocalDate day,
        String place,
        @Nullable PersonId chair,
        List<PostId> chairPosts,
        Set<String> ledBy,
        @Nullable PersonId recorder,
        @Nullable Headcount headcount,
        String topic,
        Set<String> topics,
        List<Decision> decisions,
        Set<PersonId> present,
        @Nullable Period makesUpFor,
        int hours) {

    /** Of a record without hours. */
    public RecordContent(
            String kind,
            UnitId unit,
            @Nullable BodyId body,
            LocalDate day,
            String place,
            @Nullable PersonId chair,
            List<PostId> chairPosts,
            Set<String> ledBy,
            @Nullable PersonId recorder,
            @Nullable Headcount headcount,
            String topic,
            Set<String> topics,
            List<Decision> decisions,
            Set<PersonId> present,
            @Nullable Period makesUpFor) {
        this(kind, unit, body, day, place, chair, chairPosts, ledBy, recorder, headcount, topic, topics, decisions, present, makesUpFor, 0);
    }

    public RecordContent {
        chairPosts = List.copyOf(chairPosts);
        ledBy = Set.copyOf(ledBy);
        topics = Set.copyOf(topics);
        decisions = List.copyOf(decisions);
        present = Set.copyOf(present);
    }

    /** The meeting as far as it dealt with one decision: a higher quorum for 任免 items is not one for the others. */
    public RecordContent dealingWith(Decision decision) {
        var marks = new HashSet<>(topics);
        marks.remove(DecisionCategory.PERSONNEL_TOPIC);
        if (decision.personnel()) {
            marks.add(DecisionCategory.PERSONNEL_TOPIC);
        }
        return new RecordContent(kind, unit, body, day, place, chair, chairPosts, ledBy, recorder, headcount, topic, marks, List.of(decision),
                present, makesUpFor, hours);
    }

    /** What conditions of the catalogue see. */
    public RecordView view() {
        return new RecordView(kind, topics, ledBy, hours);
    }
}

package cn.yizhen.rules.institution;

import java.util.Set;

/**
 * A record as conditions see it ({@code record.…}). Nothing that anyone said is in it.
 *
 * @param kind   one of the kinds the files declare
 * @param topics what it dealt with, each one of the topics the files declare
 * @param ledBy  functions of the post that led or taught, empty where not noted
 * @param hours  学时 it made, 0 where none were noted
 */
public record RecordView(String kind, Set<String> topics, Set<String> ledBy, int hours) implements View {

    /** Of a record without hours. */
    public RecordView(String kind, Set<String> topics, Set<String> ledBy) {
        this(kind, topics, ledBy, 0);
    }

    public RecordView {
        topics = Set.copyOf(topics);
        ledBy = Set.copyOf(ledBy);
    }
}

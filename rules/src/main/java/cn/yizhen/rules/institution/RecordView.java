package cn.yizhen.rules.institution;

import java.util.Set;

/**
 * A record as conditions see it ({@code record.…}). Nothing that anyone said is in it.
 *
 * @param kind   one of the kinds the files declare
 * @param topics what it dealt with, each one of the topics the files declare
 * @param ledBy  functions of the post that led or taught, empty where not noted
 */
public record RecordView(String kind, Set<String> topics, Set<String> ledBy) implements View {

    public RecordView {
        topics = Set.copyOf(topics);
        ledBy = Set.copyOf(ledBy);
    }
}

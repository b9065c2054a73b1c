package cn.yizhen.rules.institution;

/**
 * A body as of a day, as conditions see it ({@code body.…}).
 *
 * @param kind    word of {@link cn.yizhen.rules.organisation.BodyKind}
 * @param members how many belong to it on the day, 0 where not known
 */
public record BodyView(String kind, int members) implements View {}

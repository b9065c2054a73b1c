package cn.yizhen.rules.organisation;


/**
 * A body (班子): people who meet and decide as one. A branch's assembly, committee and groups are bodies
 * of the branch; its members are {@link Membership}s or a {@link MemberCount}.
 *
 * @param unit the unit whose body it is
 * @param rank place among the unit's bodies of the same kind, 1 first
 */
public record Body(BodyId id, UnitId unit, BodyKind kind, String name, int rank) {}

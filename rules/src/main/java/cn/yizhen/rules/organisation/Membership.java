package cn.yizhen.rules.organisation;


/**
 * A person belongs to a body (成员关系).
 *
 * @param voting whether the person votes there; a probationary member never does
 */
public record Membership(PersonId person, BodyId body, MembershipKind kind, boolean voting) {

    public Membership {
        if (voting && kind == MembershipKind.PROBATIONARY) {
            throw new IllegalArgumentException("a probationary member has no vote");
        }
    }
}

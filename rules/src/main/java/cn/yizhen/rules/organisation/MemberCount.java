package cn.yizhen.rules.organisation;


/**
 * How many belong to a body, where it keeps counts by day instead of names.
 *
 * @param full         正式 members
 * @param probationary 预备 members
 * @param voting       those of the full members who vote (有表决权)
 */
public record MemberCount(BodyId body, int full, int probationary, int voting) {

    public MemberCount {
        if (full < 0 || probationary < 0 || voting < 0 || voting > full) {
            throw new IllegalArgumentException(
                    "not a count of members: " + full + " full, " + probationary + " probationary, " + voting + " voting");
        }
    }
}

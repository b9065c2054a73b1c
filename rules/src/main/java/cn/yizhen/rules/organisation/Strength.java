package cn.yizhen.rules.organisation;


/**
 * The strength of a body on a day (应到): what quorums are taken of.
 *
 * @param full         正式 members
 * @param probationary 预备 members
 * @param voting       members with a vote
 * @param known        false where the county has noted neither names nor counts, which is not the same as none
 */
public record Strength(int full, int probationary, int voting, boolean known) {

    public static final Strength UNKNOWN = new Strength(0, 0, 0, false);

    /** Everyone who belongs (应到). */
    public int members() {
        return full + probationary;
    }
}

package cn.yizhen.directives.charges;

/**
 * A line a notice would make (拟定分工).
 *
 * @param person  name as written
 * @param title   title as written, perhaps empty
 * @param relation how the person stands to it
 * @param object  a subject or the name of a unit, as written
 * @param start   where {@code object} begins in the text, in code points
 * @param end     where it ends, exclusive
 * @param evidence the sentence it stands in
 */
public record ProposedCharge(String person, String title, Relation relation, String object, int start, int end, String evidence) {

    /** How a notice relates a leader to something. */
    public enum Relation {
        IN_CHARGE, ASSISTS, LIAISES, LOOKS_AFTER, LEADS,
        /** The object is the person who steps in (B角). */
        SUBSTITUTE
    }
}

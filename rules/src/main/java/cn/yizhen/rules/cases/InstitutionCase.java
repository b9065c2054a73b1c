package cn.yizhen.rules.cases;

import cn.yizhen.rules.institution.reading.Place;

/**
 * One case beside an institution file: a sentence, a day, the facts, what is expected, and why. A lawyer reads
 * it; the program is held to it.
 */
public sealed interface InstitutionCase permits DutyCase, ProcedureCase, LimitCase, FormCase {

    /** Where it stands. */
    Place place();

    /** The case in one sentence. */
    String says();

    /** The rule it is about: identifier of the duty, limit or form, or of the institution with the procedure. */
    String rule();

    /** The reason. */
    String why();
}

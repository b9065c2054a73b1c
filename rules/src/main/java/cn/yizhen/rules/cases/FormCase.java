package cn.yizhen.rules.cases;

import cn.yizhen.rules.cases.DutyCase.UnitFacts;
import cn.yizhen.rules.institution.reading.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A case of a form: who is asked for what, and whether that may be asked.
 *
 * @param rule      the form
 * @param on        the day it is to be asked
 * @param unit      who is asked
 * @param asked     the fields wanted
 * @param lastAsked the day it was last asked of the unit, where the case tells
 */
public record FormCase(Place place, String says, String rule, LocalDate on, UnitFacts unit, List<String> asked,
                       Optional<LocalDate> lastAsked, Expected expected, String why) implements InstitutionCase {

    public FormCase {
        asked = List.copyOf(asked);
    }

    /** What can come out. */
    public enum Expected {
        MAY_BE_ASKED("可以要"),
        MAY_NOT_BE_ASKED("不能要"),
        NOT_YET("尚未列入");

        private final String chinese;

        Expected(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }
}

package cn.yizhen.app.institution;

import cn.yizhen.rules.institution.InstitutionId;
import java.time.LocalDate;
import java.util.UUID;

/**
 * That a version of the county's own institution was adopted (采用): by whom, on which paper, from which day.
 *
 * @param from the day it takes effect (施行日)
 */
public record Adoption(InstitutionId institution, UUID version, String paper, LocalDate from, String adoptedBy,
                       LocalDate adoptedOn) {

    /** Where it comes from, in one sentence. */
    public String told() {
        return "本县办法，依据" + paper + "，由" + adoptedBy + "采用";
    }
}

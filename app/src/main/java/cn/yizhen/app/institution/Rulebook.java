package cn.yizhen.app.institution;

import cn.yizhen.rules.institution.Catalogue;
import cn.yizhen.rules.institution.InstitutionId;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What governs this county as far as an act knew it.
 *
 * @param catalogue the shipped catalogue with the county's own values laid over it
 * @param inUse     per institution the first day it is in use here (启用日); one without a day is not in use
 */
public record Rulebook(Catalogue catalogue, Map<InstitutionId, LocalDate> inUse) {

    public Rulebook {
        inUse = Map.copyOf(inUse);
    }

    public Optional<LocalDate> inUseSince(InstitutionId institution) {
        return Optional.ofNullable(inUse.get(institution));
    }
}

package cn.yizhen.app.institution;

import cn.yizhen.rules.Reason;
import cn.yizhen.rules.institution.Catalogue;
import cn.yizhen.rules.institution.InstitutionId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What governs this county as far as an act knew it.
 *
 * @param catalogue the shipped catalogue with the county's own values laid over it
 * @param setAside  why some of those values no longer apply
 * @param inUse     per institution the first day it is in use here (启用日); one without a day is not in use
 */
public record Rulebook(Catalogue catalogue, List<Reason> setAside, Map<InstitutionId, LocalDate> inUse) {

    public Rulebook {
        setAside = List.copyOf(setAside);
        inUse = Map.copyOf(inUse);
    }

    public Optional<LocalDate> inUseSince(InstitutionId institution) {
        return Optional.ofNullable(inUse.get(institution));
    }
}

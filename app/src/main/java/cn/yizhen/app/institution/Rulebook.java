package cn.yizhen.app.institution;

import cn.yizhen.rules.Reason;
import cn.yizhen.rules.institution.Catalogue;
import cn.yizhen.rules.institution.Institution;
import cn.yizhen.rules.institution.InstitutionId;
import cn.yizhen.rules.institution.LocalValue;
import cn.yizhen.rules.institution.Parameter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What governs this county as far as an act knew it.
 *
 * @param catalogue the shipped catalogue with the county's own values laid over it
 * @param setAside  why some of those values no longer apply
 * @param values    the county's own values, in the order they were adopted
 * @param own       the county's own institutions, each with its adoption
 * @param inUse     per institution the first day it is in use here (启用日); one without a day is not in use
 */
public record Rulebook(Catalogue catalogue, List<Reason> setAside, List<LocalValue> values, Map<InstitutionId, Adoption> own,
        Map<InstitutionId, LocalDate> inUse) {

    public Rulebook {
        setAside = List.copyOf(setAside);
        values = List.copyOf(values);
        own = Map.copyOf(own);
        inUse = Map.copyOf(inUse);
    }

    /** The county's own values of one institution's clocks, in the order they were adopted. */
    public List<LocalValue> clockValues(Institution institution) {
        return values.stream().filter(value -> value.parameter() == Parameter.BUDGET)
                .filter(value -> institution.clocks().stream().anyMatch(clock -> clock.id().equals(value.rule()))).toList();
    }

    /** How the county came to adopt an institution; empty for one that ships. */
    public Optional<Adoption> adoptionOf(InstitutionId institution) {
        return Optional.ofNullable(own.get(institution));
    }

    public Optional<LocalDate> inUseSince(InstitutionId institution) {
        return Optional.ofNullable(inUse.get(institution));
    }
}

package cn.yizhen.rules.cases;

import cn.yizhen.rules.institution.DemandView;
import cn.yizhen.rules.institution.Limit.Verdict;
import cn.yizhen.rules.institution.reading.Place;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A case of a limit: a demand, an amount, and how that stands.
 *
 * @param rule     the limit
 * @param on       the day
 * @param demand   what is demanded
 * @param amount   what was counted
 * @param lastYear what was counted the year before, where the case tells
 */
public record LimitCase(Place place, String says, String rule, LocalDate on, DemandView demand, int amount,
                        Optional<Integer> lastYear, Verdict expected, String why) implements InstitutionCase {}

package cn.yizhen.rules.institution;

import cn.yizhen.rules.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What must hold of a version of a county's own institution that takes effect on a day (施行日): nothing in it
 * begins earlier, and nothing that held before that day is changed without {@code corrects:}.
 */
public final class EffectiveDay {

    private EffectiveDay() {}

    /**
     * @param before what is in force of it, empty for the first version
     * @param after  the version to be adopted
     * @return every reason why it cannot take effect on the day
     */
    public static List<Reason> refusals(Optional<Institution> before, Institution after, LocalDate day) {
        var reasons = new ArrayList<Reason>();
        DatedValue.of(after).stream().filter(value -> before.stream().flatMap(old -> DatedValue.of(old).stream())
                        .noneMatch(old -> old.rule().equals(value.rule()) && old.parameter() == value.parameter()))
                .filter(value -> value.dated().begins().isBefore(day))
                .forEach(value -> reasons.add(Reason.of("begins-before-effect", "“" + value.title() + "”的“" + value.parameter().chinese()
                        + "”写的是" + value.dated().begins() + "起，早于施行日", "把日期改为施行日或以后，或者把施行日提前")));
        before.ifPresent(old -> reasons.addAll(PastChanges.undeclared(new Catalogue(List.of(old), ""),
                new Catalogue(List.of(after), ""), day)));
        return List.copyOf(reasons);
    }
}

package cn.yizhen.rules.organisation;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the units of a day keep about themselves: their particulars and their own channels. */
record Registers(
        Map<UnitId, Map<Particular.Sort, Particular>> particulars,
        Map<String, Long> joinedTo,
        Map<UnitId, List<Channel>> channels) {

    static Registers of(List<Particular> particulars, List<Channel> channels) {
        return new Registers(
                particulars.stream().collect(Collectors.groupingBy(Particular::unit,
                        Collectors.toMap(Particular::sort, Function.identity(), (_, last) -> last))),
                particulars.stream()
                        .filter(particular -> particular.sort() == Particular.Sort.JOINT_BRANCH)
                        .collect(Collectors.groupingBy(Particular::value, Collectors.counting())),
                channels.stream().collect(Collectors.groupingBy(Channel::unit)));
    }
}

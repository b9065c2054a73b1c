package cn.yizhen.app.desk;

import cn.yizhen.rules.duty.Standing;
import cn.yizhen.rules.duty.State;
import cn.yizhen.rules.institution.DutyId;
import cn.yizhen.rules.organisation.Bearer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Of the passed periods of one duty without a record, one row is enough: the latest, with how many came
 * before it. Ten months of one duty would push everything else off the desk.
 */
final class Latest {

    private record Whose(DutyId duty, Bearer bearer) {}

    private Latest() {}

    /** @param before how many periods before it stand the same */
    record Row(Standing standing, int before) {}

    static List<Row> of(List<Standing> standings) {
        Map<Whose, LocalDate> latest = new HashMap<>();
        Map<Whose, Integer> passed = new HashMap<>();
        standings.stream().filter(Latest::notSeen).forEach(standing -> {
            latest.merge(whose(standing), standing.instance().key().period().from(), (a, b) -> a.isAfter(b) ? a : b);
            passed.merge(whose(standing), 1, Integer::sum);
        });
        return standings.stream()
                .filter(standing -> !notSeen(standing)
                        || latest.get(whose(standing)).equals(standing.instance().key().period().from()))
                .map(standing -> new Row(standing, notSeen(standing) ? passed.get(whose(standing)) - 1 : 0))
                .toList();
    }

    private static boolean notSeen(Standing standing) {
        return standing.state() == State.NOT_SEEN;
    }

    private static Whose whose(Standing standing) {
        return new Whose(standing.duty().id(), standing.instance().key().bearer());
    }
}

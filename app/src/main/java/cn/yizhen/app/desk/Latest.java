package cn.yizhen.app.desk;

import cn.yizhen.rules.duty.Standing;
import cn.yizhen.rules.duty.State;
import cn.yizhen.rules.institution.DutyId;
import cn.yizhen.rules.organisation.Bearer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Of the passed periods without a record that a clause only calls usual, the latest of each duty and bearer is enough. */
final class Latest {

    private record Whose(DutyId duty, Bearer bearer) {}

    private Latest() {}

    static List<Standing> of(List<Standing> standings) {
        Map<Whose, LocalDate> latest = new HashMap<>();
        standings.stream().filter(Latest::passedAndUsual).forEach(standing ->
                latest.merge(whose(standing), standing.instance().key().period().from(), (a, b) -> a.isAfter(b) ? a : b));
        return standings.stream()
                .filter(standing -> !passedAndUsual(standing)
                        || latest.get(whose(standing)).equals(standing.instance().key().period().from()))
                .toList();
    }

    private static boolean passedAndUsual(Standing standing) {
        return standing.state() == State.NOT_SEEN && !standing.overdue();
    }

    private static Whose whose(Standing standing) {
        return new Whose(standing.duty().id(), standing.instance().key().bearer());
    }
}

package cn.yizhen.rules.clock;

import cn.yizhen.rules.calendar.HolidayNotice;
import cn.yizhen.rules.calendar.WorkCalendar;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A due moment that a new notice settled or moved (重新推算).
 *
 * @param before  as projected until then
 * @param after   as it stands now
 * @param settled whether it is no longer provisional
 * @param reason  what the journal says about it
 */
public record Reprojection(@Nullable Due before, @Nullable Due after, boolean settled, String reason) {

    /** What importing the notice did to this ledger, if it did anything. */
    public static Optional<Reprojection> of(Ledger ledger, WorkCalendar before, HolidayNotice notice) {
        return of(ledger, before, before.with(notice), "导入《" + notice.title() + "》（" + notice.number() + "）后重新推算");
    }

    /**
     * What another calendar did to this ledger, if it did anything.
     *
     * @param cause what happened to the calendar, as the journal begins: 导入…后重新推算
     */
    public static Optional<Reprojection> of(Ledger ledger, WorkCalendar before, WorkCalendar after, String cause) {
        var old = ledger.reckon(before);
        var now = ledger.reckon(after);
        if (ledger.stoppedAt() != null || old.due() == null || now.due() == null
                || old.due().equals(now.due()) && old.provisional() == now.provisional()) {
            return Optional.empty();
        }
        var change = old.due().equals(now.due()) ? "到期日不变，仍为" + now.due() : "到期日由" + old.due() + "改为" + now.due();
        return Optional.of(new Reprojection(old.due(), now.due(), !now.provisional(),
                cause + "，" + change
                        + (now.provisional() ? "，仍为暂定" : "，不再是暂定")));
    }
}

package cn.yizhen.rules.duty;

import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.institution.DutyId;
import cn.yizhen.rules.organisation.Bearer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What identifies an instance (应办事项): one duty, one bearer, one period. What has been said about an
 * instance is kept under it.
 */
public record InstanceKey(DutyId duty, Bearer bearer, Period period) {

    /** Spelling for addresses: {@code branch-assembly~unit:0198…~2026-10-01~2027-01-01}. */
    public String text() {
        return duty + "~" + bearer.key() + "~" + period.from() + "~" + period.until();
    }

    /** The key spelt by {@link #text}; empty for anything else. */
    public static Optional<InstanceKey> parse(String text) {
        String[] parts = text.split("~", -1);
        if (parts.length != 4) {
            return Optional.empty();
        }
        try {
            Period period = new Period(LocalDate.parse(parts[2]), LocalDate.parse(parts[3]));
            DutyId duty = new DutyId(parts[0]);
            return Bearer.parse(parts[1]).map(bearer -> new InstanceKey(duty, bearer, period));
        } catch (DateTimeException | IllegalArgumentException notAKey) {
            return Optional.empty();
        }
    }
}

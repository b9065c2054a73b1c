package cn.yizhen.rules.duty;

import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.institution.RecordView;
import cn.yizhen.rules.organisation.Bearer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record as far as duties ask: that something happened, when, and for whom it can count.
 *
 * @param record     the record's id
 * @param title      what to call it in an explanation
 * @param day        the day it happened
 * @param notedOn    the day it was noted; noting late is not lateness, it shows as 补记
 * @param whose      the bearers it can count for, the one it most belongs to first: the body that met, its
 *                   unit, those who led it
 * @param view       what the conditions of the catalogue see of it
 * @param makesUpFor the period a make-up record names, or null: it counts only there, and as late
 * @param attendance what quorums are taken of; empty where it was not noted
 */
public record Happened(
        UUID record,
        String title,
        LocalDate day,
        LocalDate notedOn,
        List<Bearer> whose,
        RecordView view,
        @Nullable Period makesUpFor,
        Optional<Attendance> attendance) {

    public Happened {
        whose = List.copyOf(whose);
    }

    /** Whether it counts for a period: the one it names, else the one it happened in. */
    boolean fallsIn(Period period) {
        return makesUpFor == null ? period.contains(day) : makesUpFor.equals(period);
    }
}

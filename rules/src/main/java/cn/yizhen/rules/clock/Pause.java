package cn.yizhen.rules.clock;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A span in which a clock stands still (停计). A day counts only if the clock ran through the whole of
 * it, so the days of stopping and of resuming do not count.
 *
 * @param from     when it stopped
 * @param until    when it went on, or null while it stands
 * @param ground   why, in Chinese
 * @param document the paper or words it rests on, or null where the step itself is the ground
 */
public record Pause(LocalDateTime from, @Nullable LocalDateTime until, String ground, @Nullable String document) {

    public Pause {
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("resumed before it stopped: " + from + ", " + until);
        }
    }

    boolean open() {
        return until == null;
    }

    boolean touches(LocalDate day) {
        return !from.toLocalDate().isAfter(day) && (until == null || !until.toLocalDate().isBefore(day));
    }

    Pause until(LocalDateTime moment) {
        return new Pause(from, moment, ground, document);
    }
}

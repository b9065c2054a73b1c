package cn.yizhen.app.room;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A recording that a 主持人 turned on.
 *
 * @param title   of the room, as it was called
 * @param until   the last day on which it is kept
 * @param removed deleted before that, by whoever may see it
 */
public record KeptRecording(UUID id, UUID room, String title, LocalDate on, LocalDate until, boolean removed) {

    /** Whether it can still be seen on this day. */
    public boolean isKept(LocalDate today) {
        return !removed && !today.isAfter(until);
    }

    /** Where it is played. */
    public String address() {
        return "/rooms/recordings/" + id;
    }
}

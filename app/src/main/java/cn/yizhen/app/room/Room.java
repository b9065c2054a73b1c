package cn.yizhen.app.room;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A room for meetings by video.
 *
 * @param phone    whom a village rings up when something does not work
 * @param openedBy the account that is 主持人 in any case
 * @param agenda   what is planned to be on it, in order
 */
public record Room(UUID id, String title, String phone, UUID openedBy, LocalDate openedOn, List<String> agenda) {

    public Room {
        agenda = List.copyOf(agenda);
    }

    /** Where it is entered. */
    public String address() {
        return "/rooms/" + id;
    }
}

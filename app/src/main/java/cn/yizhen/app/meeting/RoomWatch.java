package cn.yizhen.app.meeting;

import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.app.room.RoomEntered;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Hears from the room whom it reaches, and remembers the seat that is theirs, or that they stand in for. A screen is its
 * unit's venue: of those who sit before it nobody is known, so the venue is remembered.
 */
@Component
class RoomWatch {

    private final Meetings meetings;
    private final Organisations organisations;
    private final ConnectedSeats connected;

    RoomWatch(Meetings meetings, Organisations organisations, ConnectedSeats connected) {
        this.meetings = meetings;
        this.organisations = organisations;
        this.connected = connected;
    }

    @EventListener
    void entered(RoomEntered entered) {
        var scope = entered.scope();
        meetings.find(scope, entered.room()).filter(Meeting::awaitsReplies).ifPresent(meeting -> {
            var seats = new Seats(scope, organisations.asOf(scope));
            var standing = meeting.standingIn();
            meeting.plan().seats().stream()
                    .filter(seat -> seats.own(seat).isPresent() || scope.posts().stream().anyMatch(post -> post.post().equals(standing.get(seat.key()))))
                    .forEach(seat -> connected.connected(meeting.id(), seat.key()));
            if (entered.screen()) {
                scope.posts().forEach(post -> connected.screen(meeting.id(), post.unit()));
            }
        });
    }
}

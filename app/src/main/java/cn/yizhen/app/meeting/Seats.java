package cn.yizhen.app.meeting;

import cn.yizhen.app.access.Scope;
import cn.yizhen.rules.meeting.Seat;
import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Post;
import cn.yizhen.rules.organisation.PostId;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Under which post somebody may answer for a seat: whoever sits there, the office of the unit, the organiser by telephone. */
record Seats(Scope scope, Organisation organisation) {

    private static final Set<String> OFFICE = Set.of("office", "contact", "recorder");

    /** Who answers. */
    enum Right {
        /** whoever sits there */
        OWN,
        /** the office of the unit */
        OFFICE,
        /** the organiser, as told by telephone */
        HOST
    }

    /** @param post the post to act under */
    record Answering(PostId post, Right right) {}

    Optional<Answering> answering(Meeting meeting, Seat seat) {
        return own(seat).map(post -> new Answering(post, Right.OWN))
                .or(() -> first(post -> post.unit().equals(seat.unit()) && OFFICE.stream().anyMatch(post::serves)).map(post -> new Answering(post, Right.OFFICE)))
                .or(() -> first(post -> post.unit().equals(meeting.host())).map(post -> new Answering(post, Right.HOST)));
    }

    /** The asker's own post that the seat belongs to. */
    Optional<PostId> own(Seat seat) {
        return switch (seat.bearer()) {
            case Bearer.OfPost(var post) -> first(found -> found.id().equals(post));
            case Bearer.OfPerson(var person) -> person.equals(scope.person()) ? first(_ -> true) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** The asker's post that looks after a venue of the meeting: the office of the unit in whose room others take part. */
    Optional<PostId> venue(Meeting meeting) {
        var sites = meeting.plan().seats().stream().map(seat -> meeting.plan().takingPart().siteOf(seat.unit(), organisation)).filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return first(post -> sites.contains(post.unit()) && OFFICE.stream().anyMatch(post::serves));
    }

    /** The asker's post in the unit that calls the meeting. */
    Optional<PostId> host(Meeting meeting) {
        return first(post -> post.unit().equals(meeting.host()));
    }

    private Optional<PostId> first(Predicate<Post> those) {
        return scope.posts().stream().flatMap(held -> organisation.post(held.post()).stream()).filter(those).map(Post::id).findFirst();
    }
}

package cn.yizhen.rules.meeting;

import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.Holding;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.PersonId;
import cn.yizhen.rules.organisation.Post;
import cn.yizhen.rules.organisation.UnitId;
import java.util.List;

/**
 * One place at a meeting (席位). It belongs to a post, so that a successor inherits the invitation, or to a named
 * member of the body that meets.
 *
 * @param bearer a post or a person
 * @param unit   whose seat it is; those of the unit see and answer it
 * @param why    from what it was proposed: the line of the responsibility table, or how the organiser chose
 * @param ground why a head is asked in person; empty where that does not arise
 */
public record Seat(Bearer bearer, UnitId unit, Capacity capacity, String why, String ground) {

    public Seat {
        if (!(bearer instanceof Bearer.OfPost) && !(bearer instanceof Bearer.OfPerson)) {
            throw new IllegalArgumentException("only a post or a person takes a seat: " + bearer);
        }
        why = why.strip();
        ground = ground.strip();
    }

    /** Names the seat within its meeting. */
    public String key() {
        return bearer.key();
    }

    /** Whoever sits there on the day of the organisation; empty where the post is vacant. */
    public List<PersonId> holders(Organisation organisation) {
        return switch (bearer) {
            case Bearer.OfPost(var post) -> organisation.holders(post).stream().map(Holding::person).toList();
            case Bearer.OfPerson(var person) -> List.of(person);
            default -> List.of();
        };
    }

    /** Whether whoever sits there heads the unit: by the post itself, or by another one held in the same unit. */
    public boolean heads(Organisation organisation) {
        return bearer instanceof Bearer.OfPost(var id) && organisation.post(id).filter(post -> heads(post, organisation)).isPresent();
    }

    /** Whether whoever holds a post heads its unit, by that post or by another one. */
    public static boolean heads(Post post, Organisation organisation) {
        return post.serves("head") || organisation.holders(post.id()).stream()
                .flatMap(holding -> organisation.postsOf(holding.person()).stream())
                .flatMap(holding -> organisation.post(holding.post()).stream())
                .anyMatch(other -> other.serves("head") && organisation.reaches(other.unit(), post.unit()));
    }
}

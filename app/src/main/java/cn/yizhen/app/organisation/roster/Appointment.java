package cn.yizhen.app.organisation.roster;

import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.organisation.BodyId;
import cn.yizhen.rules.organisation.Fact;
import cn.yizhen.rules.organisation.Holding;
import cn.yizhen.rules.organisation.HoldingKind;
import cn.yizhen.rules.organisation.Membership;
import cn.yizhen.rules.organisation.OrganisationHistory;
import cn.yizhen.rules.organisation.Person;
import cn.yizhen.rules.organisation.PersonId;
import cn.yizhen.rules.organisation.Post;
import cn.yizhen.rules.organisation.PostId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Somebody leaves a post and somebody takes it (任免). What the post is to do stays with the post, so nothing else has
 * to be handed over; seats in the unit's bodies that went with it are taken over where ticked.
 *
 * @param day     first day of the new holder
 * @param paper   title and number of the paper
 * @param leaving who holds the post no longer
 * @param name    of the new holder, empty for a vacancy
 * @param person  the new holder where the county knows the person already, or null for somebody new
 * @param seats   bodies in which the new holder takes the place of who leaves
 */
public record Appointment(
        PostId post, LocalDate day, String paper, Set<PersonId> leaving, String name, @Nullable PersonId person, HoldingKind kind, Set<BodyId> seats) {

    public Appointment {
        leaving = Set.copyOf(leaving);
        seats = Set.copyOf(seats);
    }

    /** Persons of the county who hold or held a post and bear the name: whether it is one of them, somebody has to say. */
    public static List<Person> namesakes(OrganisationHistory history, String name) {
        var officials = history.standing().holdings().stream().map(fact -> fact.value().person()).distinct().toList();
        return history.standing().persons().stream().map(Fact::value)
                .filter(person -> person.name().equals(name) && officials.contains(person.id())).distinct().toList();
    }

    /** What it changes, or every reason against it. */
    public Outcome<OrganisationHistory> plan(OrganisationHistory history, Supplier<UUID> ids) {
        var known = Known.on(day, history);
        var found = known.posts().values().stream().filter(fact -> fact.value().id().equals(post)).findFirst();
        var held = known.holdings().getOrDefault(post, List.of());
        var reasons = new ArrayList<Reason>();
        if (paper.isBlank()) {
            reasons.add(Reason.of("appointment-paper-missing", "没有写任免文件。", "写任免文件的标题和文号。"));
        }
        if (found.isEmpty()) {
            reasons.add(Reason.of("post-not-then", day + " 这一天没有这个岗位。", "请核对日期；岗位是后来才设的，选设岗以后的日期。"));
        }
        if (name.isBlank() && leaving.isEmpty()) {
            reasons.add(Reason.of("nobody-moves", "没有人离任，也没有人到任。", "勾选离任的人，或者填写到任的人。"));
        }
        if (leaving.stream().anyMatch(person -> held.stream().noneMatch(fact -> fact.value().person().equals(person)))) {
            reasons.add(Reason.of("leaver-not-there", "离任的人在 " + day + " 这一天不担任这个岗位。", "请核对日期。"));
        }
        if (person != null && !leaving.contains(person) && held.stream().anyMatch(fact -> fact.value().person().equals(person))) {
            reasons.add(Reason.of("holder-already", name + " 已经担任这个岗位。", "任职方式变了的，先勾选本人离任，再填新的任职方式。"));
        }
        return reasons.isEmpty() ? checked(history, carriedOut(history, known, held, found.orElseThrow().value(), new Edits(day, ids))) : Outcome.refused(reasons);
    }

    private Outcome<OrganisationHistory> checked(OrganisationHistory history, OrganisationHistory facts) {
        var against = Planning.against(history, facts, day);
        return against.isEmpty() ? Outcome.done(facts) : Outcome.refused(against);
    }

    private OrganisationHistory carriedOut(OrganisationHistory history, Known known, List<Fact<Holding>> held, Post at, Edits edits) {
        held.stream().filter(fact -> leaving.contains(fact.value().person())).forEach(fact -> edits.end(edits.holdings, fact));
        var arriving = name.isBlank() ? null : person != null ? person : newcomer(edits);
        if (arriving != null) {
            edits.begin(edits.holdings, new Holding(arriving, post, kind));
        }
        known.organisation().bodies(at.unit()).stream().filter(body -> seats.contains(body.id())).forEach(body -> {
            var members = known.memberships().getOrDefault(body.id(), List.of());
            members.stream().filter(fact -> leaving.contains(fact.value().person()))
                    .filter(fact -> !stays(history, fact.value().person(), at)).forEach(fact -> {
                        edits.end(edits.memberships, fact);
                        take(edits, members, fact.value(), arriving);
                    });
        });
        return edits.facts();
    }

    private static void take(Edits edits, List<Fact<Membership>> members, Membership seat, @Nullable PersonId arriving) {
        boolean there = arriving == null || members.stream().anyMatch(fact -> fact.value().person().equals(arriving))
                || edits.memberships.stream().anyMatch(fact -> fact.value().person().equals(arriving) && fact.value().body().equals(seat.body()));
        if (!there) {
            edits.begin(edits.memberships, new Membership(arriving, seat.body(), seat.kind(), seat.voting()));
        }
    }

    /** Who keeps another post of the same unit keeps the seat. */
    private boolean stays(OrganisationHistory history, PersonId leaver, Post at) {
        var then = history.asOf(AsOf.on(day));
        return then.postsOf(leaver).stream().anyMatch(holding -> !holding.post().equals(post)
                && then.post(holding.post()).filter(other -> other.unit().equals(at.unit())).isPresent());
    }

    private PersonId newcomer(Edits edits) {
        var fresh = new Person(new PersonId(edits.id()), name.strip());
        edits.begin(edits.persons, fresh);
        return fresh.id();
    }
}

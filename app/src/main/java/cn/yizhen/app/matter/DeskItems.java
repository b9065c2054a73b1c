package cn.yizhen.app.matter;

import cn.yizhen.app.access.HeldPost;
import cn.yizhen.app.access.Scope;
import cn.yizhen.rules.institution.Binding;
import cn.yizhen.rules.procedure.Actor;
import cn.yizhen.rules.procedure.Opening;
import cn.yizhen.rules.procedure.Timing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What matters put on a desk: once for each matter, under the first post for which there is something to do,
 * else to wait for, else to know. A clock that only limits a step (the days in which a matter may be returned)
 * asks nothing of anybody.
 */
@Component
public class DeskItems {

    private final Matters matters;
    private final Calendars calendars;
    private final Actors actors;

    DeskItems(Matters matters, Calendars calendars, Actors actors) {
        this.matters = matters;
        this.calendars = calendars;
        this.actors = actors;
    }

    /** In no order; the desk orders. */
    public List<DeskItem> of(Scope scope) {
        var now = matters.now();
        var calendar = calendars.calendar(scope);
        var seats = scope.posts().stream().collect(Collectors.toMap(Function.identity(), post -> actors.of(scope, post), (one, _) -> one, LinkedHashMap::new));
        return matters.inReach(scope).stream().filter(matter -> !matter.here().over())
                .flatMap(matter -> new OnDesk(seats, matter, matter.here().awaited(now, calendar)).item().stream()).toList();
    }

    private record OnDesk(SequencedMap<HeldPost, Actor> seats, Matter matter, List<Timing> awaited) {

        Optional<DeskItem> item() {
            return first(this::toDo).or(() -> first(this::waiting)).or(() -> first(this::forInformation));
        }

        private Optional<DeskItem> first(Function<HeldPost, Optional<DeskItem>> question) {
            return seats.keySet().stream().map(question).flatMap(Optional::stream).findFirst();
        }

        private Optional<DeskItem> toDo(HeldPost post) {
            var roles = roles(post);
            var mine = awaited.stream().filter(timing -> roles.contains(timing.rule().runs())).findFirst();
            if (mine.isPresent()) {
                return mine.map(timing -> item(post, DeskItem.Place.TO_DO, timing));
            }
            return awaited.isEmpty() && movable(roles) ? Optional.of(item(post, DeskItem.Place.TO_DO, null)) : Optional.empty();
        }

        private Optional<DeskItem> waiting(HeldPost post) {
            return roles(post).contains(Opening.RAISER)
                    ? awaited.stream().findFirst().map(timing -> item(post, DeskItem.Place.WAITING, timing))
                    : Optional.empty();
        }

        private Optional<DeskItem> forInformation(HeldPost post) {
            return roles(post).stream().anyMatch(role -> !role.equals(Opening.RAISER) && matter.here().parties().containsKey(role))
                    ? Optional.of(item(post, DeskItem.Place.FOR_INFORMATION, awaited.stream().findFirst().orElse(null)))
                    : Optional.empty();
        }

        /** Whether one of the roles can move the matter on from a stage no clock runs in. */
        private boolean movable(Set<String> roles) {
            return matter.here().procedure().steps().stream()
                    .anyMatch(step -> step.from().contains(matter.here().stage()) && step.to().isPresent() && step.by().stream().anyMatch(roles::contains));
        }

        private Set<String> roles(HeldPost post) {
            return matter.here().rolesOf(seats.get(post));
        }

        private DeskItem item(HeldPost post, DeskItem.Place place, @Nullable Timing timing) {
            var other = place == DeskItem.Place.WAITING && timing != null
                    ? matter.here().party(timing.rule().runs()).stream().findFirst().orElse(matter.raiser())
                    : matter.here().party(Opening.RAISER).stream().findFirst().orElse(matter.raiser());
            return new DeskItem(matter.id(), matter.kind(), matter.number(), matter.title(), post, place,
                    timing == null ? matter.here().standing().title() : timing.rule().title(), timing == null ? Binding.USUAL : timing.rule().binding(),
                    timing == null || timing.reckoning().due() == null ? null : timing.reckoning().due().day(),
                    timing != null && timing.overdue(), timing != null && timing.rule().source().status().statutory(), timing != null && timing.reckoning().provisional(), other, matter.openedBy());
        }
    }
}

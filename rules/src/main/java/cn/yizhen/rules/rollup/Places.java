package cn.yizhen.rules.rollup;

import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Timeline;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.organisation.Valid;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Units, posts and bodies in preorder as a period sees them: the tree of its last day, or of today while it
 * runs. What ended within the period stands where it last stood, behind what lives on, so that it is counted
 * out in the same part of the tree.
 */
public final class Places {

    private final Map<Bearer, Integer> nodes = new HashMap<>();
    private final List<Integer> parents = new ArrayList<>();
    private final Preorder preorder;

    private Places(Organisation organisation, List<Bearer> ended, Timeline timeline) {
        for (Unit unit : organisation.units()) {
            add(new Bearer.OfUnit(unit.id()), unit.parent());
            organisation.posts(unit.id()).forEach(post -> add(new Bearer.OfPost(post.id()), unit.id()));
            organisation.bodies(unit.id()).forEach(body -> add(new Bearer.OfBody(body.id()), unit.id()));
        }
        ended.stream().filter(bearer -> bearer instanceof Bearer.OfUnit).forEach(bearer -> addEnded(bearer, timeline));
        ended.stream().filter(bearer -> !(bearer instanceof Bearer.OfUnit)).forEach(bearer -> addEnded(bearer, timeline));
        this.preorder = Preorder.of(parents.stream().mapToInt(Integer::intValue).toArray());
    }

    /**
     * @param seenOn the period's last day, or today while it runs; any day of that stretch does
     * @param ended  who ended within the period
     */
    static Places of(Timeline timeline, LocalDate seenOn, List<Bearer> ended) {
        return new Places(timeline.on(seenOn), ended, timeline);
    }

    public int size() {
        return preorder.size();
    }

    /** The place of a bearer; empty for a person and for what the period does not know. */
    public OptionalInt place(Bearer bearer) {
        Integer node = nodes.get(bearer);
        return node == null ? OptionalInt.empty() : OptionalInt.of(preorder.place(node));
    }

    /** From which place to before which one the unit and everything below it stand; empty where it does not exist. */
    public Optional<Slice> slice(UnitId unit) {
        return Optional.ofNullable(nodes.get(new Bearer.OfUnit(unit)))
                .map(node -> new Slice(preorder.place(node), preorder.end(node)));
    }

    /** @param to the place after the last */
    public record Slice(int from, int to) {}

    private void add(Bearer bearer, @Nullable UnitId above) {
        Integer parent = above == null ? null : nodes.get(new Bearer.OfUnit(above));
        nodes.put(bearer, parents.size());
        parents.add(parent == null ? Preorder.NOBODY : parent);
    }

    /** Whatever it stood under ended no earlier, so it has a place already or gets one first. */
    private void addEnded(Bearer bearer, Timeline timeline) {
        if (bearer instanceof Bearer.OfPerson || nodes.containsKey(bearer)) {
            return;
        }
        timeline.lifeOf(bearer).map(Valid::until).ifPresent(until -> {
            Organisation last = timeline.on(until.minusDays(1));
            last.unitOf(bearer).ifPresent(unit -> {
                UnitId above = bearer instanceof Bearer.OfUnit ? unit.parent() : unit.id();
                if (above != null) {
                    addEnded(new Bearer.OfUnit(above), timeline);
                }
                add(bearer, above);
            });
        });
    }
}

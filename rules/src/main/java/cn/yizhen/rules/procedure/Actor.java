package cn.yizhen.rules.procedure;

import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.UnitId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who takes a step (行动人).
 *
 * @param name     the person's name, as printed
 * @param post     the post it is taken under
 * @param unit     the unit of that post; decides the roles a party to the case has
 * @param standing roles held whatever the case, such as {@code office} for whoever may supervise
 * @param inherits units whose place this unit took, and whose roles it therefore has
 */
public record Actor(String name, PostId post, UnitId unit, Set<String> standing, Set<UnitId> inherits) {

    /** The role of whoever took the step in the matter above; no actor has it of its own. */
    public static final String ABOVE = "above";

    public Actor {
        standing = Set.copyOf(standing);
        inherits = Set.copyOf(inherits);
    }

    public Actor(String name, PostId post, UnitId unit, Set<String> standing) {
        this(name, post, unit, standing, Set.of());
    }

    /** The same actor, for whom a step in a sub-task follows from one in the matter above it. */
    public Actor fromAbove() {
        return new Actor(name, post, unit, Stream.concat(standing.stream(), Stream.of(ABOVE)).collect(Collectors.toSet()), inherits);
    }

    boolean answersFor(UnitId party) {
        return unit.equals(party) || inherits.contains(party);
    }
}

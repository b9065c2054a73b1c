package cn.yizhen.rules.procedure;

import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.UnitId;
import java.util.Set;

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

    public Actor {
        standing = Set.copyOf(standing);
        inherits = Set.copyOf(inherits);
    }

    public Actor(String name, PostId post, UnitId unit, Set<String> standing) {
        this(name, post, unit, standing, Set.of());
    }

    boolean answersFor(UnitId party) {
        return unit.equals(party) || inherits.contains(party);
    }
}

package cn.yizhen.rules.organisation;

import java.util.Set;

/**
 * Units took the place of units (承继). It takes effect on the first day of its fact's validity, on which
 * the predecessors no longer exist and the successors do. Where one village swallows another and keeps its
 * identity, it stands on both sides.
 *
 * @param basis title and number of the paper
 */
public record Succession(SuccessionKind kind, Set<UnitId> predecessors, Set<UnitId> successors, String basis) {

    public Succession {
        predecessors = Set.copyOf(predecessors);
        successors = Set.copyOf(successors);
        if (predecessors.isEmpty() || successors.isEmpty()) {
            throw new IllegalArgumentException("a succession needs units on both sides");
        }
    }
}

package cn.yizhen.rules.institution;

import java.util.Set;

/**
 * A unit as of a day, as conditions see it ({@code unit.…}). For a post, a body or a person's post it is the
 * unit it belongs to.
 *
 * @param kind         word of {@link cn.yizhen.rules.organisation.UnitKind}
 * @param parentKind   the same of the unit above it, "" for the root
 * @param hasCommittee whether it has a branch committee (支委会) on the day
 * @param groups       number of its party groups (党小组) on the day
 * @param fullMembers  正式 members of its assembly on the day, 0 where not known
 * @param members      all members of its assembly on the day, 0 where not known
 * @param marks        its further attributes, each as {@code name=value}, such as {@code finance=monthly}
 */
public record UnitView(String kind, String parentKind, boolean hasCommittee, int groups, int fullMembers,
                       int members, Set<String> marks) implements View {

    public UnitView {
        marks = Set.copyOf(marks);
    }
}

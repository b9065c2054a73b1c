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
 * @param branch       {@code own} where a branch stands right below it, {@code joint} where its members belong to
 *                     a joint branch, {@code none} otherwise
 * @param partyMembers 正式 Party members who work there: those of its own branches, else the number noted
 * @param jointUnits   of a branch, how many other units' members belong to it
 * @param termMonths   whole months since the present term of office began, 0 where not known
 * @param accounts     its own websites and official accounts
 * @param workGroups   its own work groups
 * @param groupsPast   those of them whose day of dissolution has passed
 */
public record UnitView(String kind, String parentKind, boolean hasCommittee, int groups, int fullMembers,
                       int members, Set<String> marks, String branch, int partyMembers, int jointUnits, @OfTheDay int termMonths,
                       int accounts, int workGroups, @OfTheDay int groupsPast) implements View {

    public UnitView {
        marks = Set.copyOf(marks);
    }
}

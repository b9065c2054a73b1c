package cn.yizhen.app.organisation.roster;

import cn.yizhen.app.document.reading.Finding;
import cn.yizhen.rules.organisation.OrganisationHistory;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What bringing in a workbook would change, before anybody confirmed anything.
 *
 * @param day      the day the workbook speaks of, from which its changes hold
 * @param firstDay the first day anything changes: that day, or an earlier one of 变更
 * @param steps    additions and changes, in the order of the workbook
 * @param endings  what the workbook no longer names; each ends only if somebody confirms it
 * @param findings everything to be said about its rows; with a fault among them nothing can be brought in
 */
public record Plan(LocalDate day, LocalDate firstDay, String basis, List<Step> steps, List<Ending> endings, List<Finding> findings, OrganisationHistory facts) {

    /** @param what 变更, 单位, 人员, 岗位, 任职, 班子, 成员 or 分工 */
    public record Step(Kind kind, String what, String label, String detail) {

        /** Whether something is new or differs from what is known. */
        public enum Kind { ADDITION, CHANGE }
    }

    /**
     * @param key    names the ending in the form that confirms it
     * @param facts  what is noted if it is confirmed
     */
    public record Ending(String key, String what, String label, OrganisationHistory facts) {}

    public Plan {
        steps = List.copyOf(steps);
        endings = List.copyOf(endings);
        findings = List.copyOf(findings);
    }

    public boolean sound() {
        return findings.stream().noneMatch(Finding::fault);
    }

    public boolean changesNothing() {
        return steps.isEmpty() && endings.isEmpty();
    }

    public List<Step> additions() {
        return steps.stream().filter(step -> step.kind() == Step.Kind.ADDITION).toList();
    }

    public List<Step> changes() {
        return steps.stream().filter(step -> step.kind() == Step.Kind.CHANGE).toList();
    }

    /** What is noted when these endings are confirmed and the others are not. */
    public OrganisationHistory confirmed(Set<String> keys) {
        return Edits.joined(Stream.concat(Stream.of(facts),
                endings.stream().filter(ending -> keys.contains(ending.key())).map(Ending::facts)).toList());
    }
}

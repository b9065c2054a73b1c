package cn.yizhen.rules.institution;

/** Identity of a duty (应办), unique in the whole catalogue and never given a second meaning. */
public record DutyId(String value) implements Comparable<DutyId> {

    public DutyId {
        Names.requireIdentifier(value);
    }

    @Override
    public int compareTo(DutyId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

package cn.yizhen.rules.institution;

/** Identity of an institution (制度): the name of its file without the ending, such as {@code branch-life}. */
public record InstitutionId(String value) implements Comparable<InstitutionId> {

    public InstitutionId {
        Names.requireIdentifier(value);
    }

    @Override
    public int compareTo(InstitutionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

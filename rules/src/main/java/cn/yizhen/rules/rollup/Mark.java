package cn.yizhen.rules.rollup;

/**
 * How one place of a column stands. Open and not seen are one mark, since the day alone tells them apart,
 * and it does so for the whole column. Three bits of a mark's number are spread over three bit planes.
 */
public enum Mark {
    /** No instance here. */
    NONE,
    COUNTED_OUT,
    EXEMPT,
    MET,
    MET_LATE,
    /** Expected, and nothing seen so far. */
    UNMET;

    private static final Mark[] ALL = values();

    static Mark of(int number) {
        return ALL[number];
    }
}

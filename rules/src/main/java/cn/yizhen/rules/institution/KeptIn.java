package cn.yizhen.rules.institution;

import org.jspecify.annotations.Nullable;

/**
 * Where the facts of an institution are kept.
 *
 * @param system the system above that already holds them, or null where they are kept here
 */
public record KeptIn(@Nullable String system) {

    public static final KeptIn HERE = new KeptIn(null);

    public boolean here() {
        return system == null;
    }

    /** What the one tap says: 已在××登记; only where the facts are kept elsewhere. */
    public String settles() {
        if (system == null) {
            throw new IllegalStateException("kept here, nothing to settle elsewhere");
        }
        return "已在" + system + "登记";
    }
}

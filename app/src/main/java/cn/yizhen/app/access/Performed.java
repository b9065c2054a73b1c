package cn.yizhen.app.access;

import cn.yizhen.rules.Reason;
import java.util.List;
import java.util.UUID;

/** What came of performing an act. */
public sealed interface Performed {

    /**
     * It stands.
     *
     * @param act      identity of the act that did it
     * @param result   where to go next, as the first performance answered
     * @param repeated true when an earlier act with the same key had already done it
     */
    record Done(UUID act, String result, boolean repeated) implements Performed {}

    /** A rule forbids it; nothing was changed. */
    record Refused(List<Reason> reasons) implements Performed, Transactions.Refusal {}

    /** Somebody changed the subject meanwhile; nothing was changed, show both. */
    record Overtaken(UUID latest) implements Performed, Transactions.Refusal {}
}

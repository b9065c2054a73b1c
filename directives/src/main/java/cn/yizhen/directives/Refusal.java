package cn.yizhen.directives;

import cn.yizhen.rules.Reason;

/** Carries a refusal out of a reader's depth to {@link DocumentReader}, which turns it into an outcome. */
final class Refusal extends Exception {

    private final transient Reason reason;

    Refusal(Reason reason) {
        super(reason.text(), null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}

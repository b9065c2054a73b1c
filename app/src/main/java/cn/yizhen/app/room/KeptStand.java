package cn.yizhen.app.room;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The stand of a running room: changed in turn, read from anywhere, written down at every change. */
final class KeptStand {

    private final Consumer<Stand> keep;
    private volatile Stand stand;

    /** @param keep writes it where it survives a restart */
    KeptStand(Stand stand, Consumer<Stand> keep) {
        this.stand = stand;
        this.keep = keep;
    }

    Stand now() {
        return stand;
    }

    void change(UnaryOperator<Stand> how) {
        var next = how.apply(stand);
        if (!next.equals(stand)) {
            stand = next;
            keep.accept(next);
        }
    }
}

package cn.yizhen.app.room;

import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stand of a running room: changed in turn, read from anywhere, written down at every change. A disk that takes
 * nothing stops no meeting: what it would not take is tried again.
 */
final class KeptStand {

    private static final Logger LOG = LoggerFactory.getLogger(KeptStand.class);

    private final Consumer<Stand> keep;
    private volatile Stand stand;
    private boolean owed;

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
            write();
        }
    }

    /** Once more what could not be written. */
    void settle() {
        if (owed) {
            write();
        }
    }

    private void write() {
        try {
            keep.accept(stand);
            owed = false;
        } catch (UncheckedIOException e) {
            if (!owed) {
                LOG.warn("the stand of a room was not written, and is tried again: {}", e.getCause().getClass().getSimpleName());
            }
            owed = true;
        }
    }
}

package cn.yizhen.app.room;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs what it is given one after another, on threads of somebody else. */
final class InTurn implements Executor {

    private static final Logger LOG = LoggerFactory.getLogger(InTurn.class);

    private final Executor threads;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean busy;

    InTurn(Executor threads) {
        this.threads = threads;
    }

    @Override
    public synchronized void execute(Runnable work) {
        waiting.add(work);
        if (!busy) {
            busy = true;
            threads.execute(this::run);
        }
    }

    private void run() {
        for (var next = next(); next != null; next = next()) {
            try {
                next.run();
            } catch (RuntimeException | Error e) {
                // whatever went wrong with one message must not stop the room: nobody else would run the rest
                LOG.error("room", e);
            }
        }
    }

    private synchronized @org.jspecify.annotations.Nullable Runnable next() {
        var next = waiting.poll();
        busy = next != null;
        return next;
    }
}

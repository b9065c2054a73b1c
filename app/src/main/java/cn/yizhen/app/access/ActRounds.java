package cn.yizhen.app.access;

import cn.yizhen.app.host.ByItself;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Numbers what was committed and seals it, several times a second. At a fixed rate, because tasks with a fixed delay
 * share one thread and would wait for whichever of them is slow; rounds of its own never overlap.
 */
@Component
class ActRounds implements ByItself {

    private static final Logger LOG = LoggerFactory.getLogger(ActRounds.class);
    private static final long TOLD_EVERY = TimeUnit.MINUTES.toNanos(1);

    private final ActSequencer sequencer;
    private final ActSealer sealer;
    private final ReentrantLock alone = new ReentrantLock();
    private boolean unsealed = true;
    private long told = System.nanoTime() - TOLD_EVERY;

    ActRounds(ActSequencer sequencer, ActSealer sealer) {
        this.sequencer = sequencer;
        this.sealer = sealer;
    }

    @Scheduled(fixedRate = 200)
    void next() {
        if (!alone.tryLock()) {
            return;
        }
        try {
            unsealed |= sequencer.round() > 0;
            if (unsealed) {
                sealer.round();
                unsealed = false;
            }
        } catch (RuntimeException failed) {
            tell(failed);
        } finally {
            alone.unlock();
        }
    }

    /** A database that is away for an hour fills no disk with its traces. */
    private void tell(RuntimeException failed) {
        if (System.nanoTime() - told >= TOLD_EVERY) {
            LOG.error("操作记录暂时不能编号和封存（{}），会一直再试。", failed.getClass().getSimpleName());
            told = System.nanoTime();
        }
    }
}

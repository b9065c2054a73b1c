package cn.yizhen.app.room;

import cn.yizhen.app.host.ByItself;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes what is kept no longer: recordings after their day, stand and pages of rooms long unused. */
@Component
class Sweeping implements ByItself {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeping.class);

    private final Recordings recordings;
    private final Tapes tapes;
    private final Stands stands;
    private final LiveRooms live;
    private final MediaSettings settings;
    private final Clock clock;

    Sweeping(Recordings recordings, Tapes tapes, Stands stands, LiveRooms live, MediaSettings settings, Clock clock) {
        this.recordings = recordings;
        this.tapes = tapes;
        this.stands = stands;
        this.live = live;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 60_000, fixedDelay = 3_600_000)
    void sweep() {
        for (var id : tapes.kept()) {
            // without a row nobody could ever see it
            if (recordings.find(live.system(), id).filter(one -> one.isKept(recordings.today())).isEmpty()) {
                tapes.delete(id);
                LOG.info("a recording was deleted after its day");
            }
        }
        var oldest = clock.instant().minus(settings.roomKept());
        stands.unusedSince(oldest).stream().filter(room -> !live.isRunning(room)).forEach(room -> Folders.delete(stands.of(room)));
    }
}

package cn.yizhen.app.room;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.host.ByItself;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Rooms in which one browser tries its network with itself: one an account, for five minutes, and no more at once than the
 * operator allows, so that trying the line takes no meeting's place.
 */
@Component
class NetworkChecks implements ByItself {

    private static final Duration LASTS = Duration.ofMinutes(5);

    private final LiveRooms live;
    private final Stands stands;
    private final MediaSettings settings;
    private final Clock clock;
    private final Map<UUID, Running> byAccount = new HashMap<>();

    NetworkChecks(LiveRooms live, Stands stands, MediaSettings settings, Clock clock) {
        this.live = live;
        this.stands = stands;
        this.settings = settings;
        this.clock = clock;
    }

    private record Running(UUID room, Instant until) {}

    /** @param there the token of the end that sends, {@code back} that of the end that receives */
    record Check(UUID room, String there, String back) {}

    synchronized Outcome<Check> begin(Scope scope) {
        giveBackOld();
        end(scope.account());
        if (byAccount.size() >= settings.mostChecks()) {
            return Outcome.refused(Reason.of("checks-full", "同时在自测的已有 " + settings.mostChecks() + " 处。", "请过几分钟再测，免得占了会议的线路。"));
        }
        var room = new Room(UUID.randomUUID(), "网络自测", "", UUID.randomUUID(), LocalDate.now(clock), List.of());
        var stand = stands.fresh();
        live.passing(room, stand, 2);
        var until = clock.instant().plus(LASTS);
        byAccount.put(scope.account(), new Running(room.id(), until));
        return Outcome.done(new Check(room.id(), RoomToken.ofCheck(room.id(), "there", "去", until).signed(stand.secret()),
                RoomToken.ofCheck(room.id(), "back", "回", until).signed(stand.secret())));
    }

    private void end(UUID account) {
        var earlier = byAccount.remove(account);
        if (earlier != null) {
            live.giveBack(earlier.room());
        }
    }

    @Scheduled(fixedDelay = 10_000)
    synchronized void giveBackOld() {
        var now = clock.instant();
        byAccount.values().removeIf(running -> {
            boolean over = running.until().isBefore(now);
            if (over) {
                live.giveBack(running.room());
            }
            return over;
        });
    }
}

package cn.yizhen.app.room;

import cn.yizhen.sfu.room.Figures;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** How meetings by video do, for whoever watches the machine: numbers of all rooms together, of no room and nobody. */
@Component
class RoomMetrics {

    private static final List<RoomError> ADMISSIONS = List.of(RoomError.ROOM_FULL, RoomError.MACHINE_FULL, RoomError.LINE_FULL, RoomError.SOUND_ONLY,
            RoomError.BAD_TOKEN, RoomError.WRONG_ROOM, RoomError.TOO_MANY);

    RoomMetrics(ObjectProvider<MeterRegistry> meters, LiveRooms rooms, MediaLine line, Refusals refusals) {
        meters.ifAvailable(registry -> {
            Gauge.builder("yizhen.rooms", rooms, LiveRooms::rooms).description("rooms somebody is in").register(registry);
            Gauge.builder("yizhen.rooms.people", rooms, LiveRooms::people).description("lines that stand").register(registry);
            gauge(registry, line, "yizhen.media.participants", "joined to the forwarding unit", Figures::participants);
            gauge(registry, line, "yizhen.media.publishers", "tracks that come in now", Figures::publishers);
            gauge(registry, line, "yizhen.media.loss", "share of the last second's packets, over all receivers", Figures::lossShare);
            gauge(registry, line, "yizhen.media.admitted.bits", "what those inside are counted as, a second", Figures::admittedBits);
            gauge(registry, line, "yizhen.media.uplink.bits", "what the line carries, a second", Figures::uplinkBits);
            counter(registry, line, "yizhen.media.sent.bytes", "out to receivers", Figures::octetsOut);
            counter(registry, line, "yizhen.media.key.frame.requests", "to publishers", Figures::keyFrameRequests);
            for (var error : ADMISSIONS) {
                FunctionCounter.builder("yizhen.rooms.refused", refusals.of(error), AtomicLong::get).description("not let in, or with sound alone")
                        .tag("cause", error.id()).register(registry);
            }
        });
    }

    private static void gauge(MeterRegistry registry, MediaLine line, String name, String about, ToDoubleFunction<Figures> figure) {
        Gauge.builder(name, line, now -> figure.applyAsDouble(now.figures())).description(about).register(registry);
    }

    private static void counter(MeterRegistry registry, MediaLine line, String name, String about, ToDoubleFunction<Figures> figure) {
        FunctionCounter.builder(name, line, now -> figure.applyAsDouble(now.figures())).description(about).register(registry);
    }
}

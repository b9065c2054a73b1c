package cn.yizhen.app.room;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** Tells people what was refused, and counts how often each kind was: of nobody, and of no room. */
@Component
class Refusals {

    private final Map<RoomError, AtomicLong> counts = new EnumMap<>(RoomError.class);

    Refusals() {
        for (var error : RoomError.values()) {
            counts.put(error, new AtomicLong());
        }
    }

    void tell(Present who, RoomError error) {
        count(error);
        who.tell(message(error));
    }

    static Map<String, String> message(RoomError error) {
        return Map.of("type", "error", "id", error.id(), "text", error.text());
    }

    void count(RoomError error) {
        of(error).incrementAndGet();
    }

    AtomicLong of(RoomError error) {
        return counts.get(error);
    }
}

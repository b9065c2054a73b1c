package cn.yizhen.app.room;

import cn.yizhen.sfu.media.Kind;
import cn.yizhen.sfu.room.Participant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Somebody whose line to a running room stands now. In memory only; it goes with the line. */
final class Present {

    /** Seconds after which a line that says nothing is dead: a page that has media speaks every two, one that waits at the door may be in the background. */
    private static final int SILENT = 20;
    private static final int SILENT_AT_THE_DOOR = 90;

    private final RoomToken token;
    private final Consumer<Map<String, ?>> tell;
    private final Runnable hangUp;
    private final Set<Kind> sending = EnumSet.noneOf(Kind.class);
    private @Nullable Participant participant;
    private boolean reached;
    private boolean weak;
    private boolean hand;
    private boolean pictures = true;
    private int silent;

    /** @param tell sends one message; @param hangUp closes the line */
    Present(RoomToken token, Consumer<Map<String, ?>> tell, Runnable hangUp) {
        this.token = token;
        this.tell = tell;
        this.hangUp = hangUp;
    }

    RoomToken token() {
        return token;
    }

    String seat() {
        return token.seat();
    }

    void tell(Map<String, ?> message) {
        tell.accept(message);
    }

    void hangUp() {
        hangUp.run();
    }

    Set<Kind> sending() {
        return sending;
    }

    void sending(Set<Kind> kinds) {
        sending.clear();
        sending.addAll(kinds);
    }

    void heard() {
        silent = 0;
    }

    /** Another second went by; true once it is one too many. Counted and not read from a clock, which may be set. */
    boolean fellSilent() {
        return ++silent > (participant == null ? SILENT_AT_THE_DOOR : SILENT);
    }

    @Nullable Participant participant() {
        return participant;
    }

    void participant(@Nullable Participant admitted, boolean withPictures) {
        participant = admitted;
        pictures = withPictures;
    }

    boolean pictures() {
        return pictures;
    }

    /** Whether pictures and sound get to them now. */
    boolean reached() {
        return reached;
    }

    void reached(boolean now) {
        reached = now;
    }

    boolean weak() {
        return weak;
    }

    void weak(boolean now) {
        weak = now;
    }

    boolean hand() {
        return hand;
    }

    void hand(boolean up) {
        hand = up;
    }
}

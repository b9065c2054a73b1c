package cn.yizhen.app.room;

import cn.yizhen.app.access.Accounts;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Scopes;
import cn.yizhen.app.host.ByItself;
import cn.yizhen.app.host.HostSettings;
import cn.yizhen.rules.AsOf;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The rooms somebody is in, or was in lately. */
@Component
class LiveRooms implements ByItself, DisposableBean {

    /** A room that nobody came back to is forgotten here; its stand lies in its file. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(30);

    private final Rooms rooms;
    private final Stands stands;
    private final Tapes tapes;
    private final MediaLine line;
    private final MediaSettings settings;
    private final Refusals refusals;
    private final Accounts accounts;
    private final Scopes scopes;
    private final ApplicationEventPublisher events;
    private final HostSettings host;
    private final Clock clock;
    private final Map<UUID, LiveRoom> running = new ConcurrentHashMap<>();
    private final ExecutorService turns = Executors.newVirtualThreadPerTaskExecutor();

    LiveRooms(Rooms rooms, Stands stands, Tapes tapes, MediaLine line, MediaSettings settings, Refusals refusals, Accounts accounts, Scopes scopes,
            ApplicationEventPublisher events, HostSettings host, Clock clock) {
        this.rooms = rooms;
        this.stands = stands;
        this.tapes = tapes;
        this.line = line;
        this.settings = settings;
        this.refusals = refusals;
        this.accounts = accounts;
        this.scopes = scopes;
        this.events = events;
        this.host = host;
        this.clock = clock;
    }

    /** The room, begun if nobody was in it yet. */
    Optional<LiveRoom> find(UUID id) {
        var live = running.get(id);
        return live != null ? Optional.of(live) : rooms.find(system(), id).map(room -> running.computeIfAbsent(id, _ -> begin(room)));
    }

    private LiveRoom begin(Room room) {
        return new LiveRoom(room, new KeptStand(begun(room), stand -> stands.write(room.id(), stand)), around(settings.mostInRoom()));
    }

    /** As it was left; what was planned is on the agenda until a 主持人 was there. */
    private Stand begun(Room room) {
        var stand = stands.read(room.id());
        return stand.chair() == null ? Chairing.after(stand, new Wish.Agenda(room.agenda(), 0), stands::code) : stand;
    }

    /** Another agenda was planned: it is up at once, also where a 主持人 had been in before. */
    @EventListener
    void planned(AgendaPlanned planned) {
        if (running.get(planned.room()) instanceof LiveRoom room) {
            room.inTurn(() -> room.planned(planned.items()));
        } else if (stands.exists(planned.room())) {
            stands.write(planned.room(), Chairing.after(stands.read(planned.room()), new Wish.Agenda(planned.items(), 0), stands::code));
        }
    }

    /** A room of which nothing is kept, until it is given back. */
    LiveRoom passing(Room room, Stand stand, int most) {
        var live = new LiveRoom(room, new KeptStand(stand, _ -> { }), around(most));
        running.put(room.id(), live);
        return live;
    }

    void giveBack(UUID passing) {
        running.remove(passing);
    }

    private LiveRoom.Around around(int most) {
        return new LiveRoom.Around(line::server, refusals, stands::code, () -> people() < settings.mostOnMachine(), this::connected, tapes::open, most,
                new InTurn(turns), clock);
    }

    /** Pictures and sound reach somebody who signed in: whoever takes minutes may propose that the seat was there. */
    private void connected(Present who) {
        var account = who.token().account();
        if (account != null) {
            accounts.find(host.county(), account).ifPresent(found -> events.publishEvent(new RoomEntered(who.token().room(), scopes.of(found), who.token().screen())));
        }
    }

    /** What is kept of a room, running or not. */
    Stand stand(UUID id) {
        var live = running.get(id);
        return live != null ? live.stand() : stands.read(id);
    }

    boolean isRunning(UUID id) {
        return running.containsKey(id);
    }

    /** Whether this recording is being written now. */
    boolean records(KeptRecording recording) {
        var live = running.get(recording.room());
        return live != null && live.stand().recording() instanceof Stand.Recorded now && now.id().equals(recording.id());
    }

    /** The room that somebody is in and whose code this is. */
    Optional<Room> withCode(String code) {
        return running.values().stream().filter(room -> !room.isEmpty() && room.stand().code().equals(code)).map(LiveRoom::room).findFirst();
    }

    int rooms() {
        return (int) running.values().stream().filter(room -> !room.isEmpty()).count();
    }

    int people() {
        return running.values().stream().mapToInt(LiveRoom::size).sum();
    }

    /** At a rate: what runs with a delay shares one thread, and a meeting must not wait for a package that is written. */
    @Scheduled(fixedRate = 1000)
    void tick() {
        var old = clock.instant().minus(FORGOTTEN);
        running.values().removeIf(room -> room.emptySince() instanceof Instant since && since.isBefore(old));
        running.values().forEach(room -> room.inTurn(room::tick));
    }

    Instant now() {
        return clock.instant();
    }

    Scope system() {
        return Scope.system(host.county(), "视频会议", AsOf.on(LocalDate.now(clock)));
    }

    @Override
    public void destroy() {
        running.values().forEach(LiveRoom::stopTape);
        tapes.awaitEnds();
        turns.shutdown();
    }
}

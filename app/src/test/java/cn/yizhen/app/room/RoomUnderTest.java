package cn.yizhen.app.room;

import cn.yizhen.app.TestClock;
import cn.yizhen.sfu.Settings;
import cn.yizhen.sfu.room.MediaServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** One room of three seats on a clock of the test's own, with a disk that can be full. */
abstract class RoomUnderTest {

    static final UUID ID = new UUID(1, 2);

    final TestClock clock = new TestClock();
    final Map<String, List<Map<String, ?>>> told = new HashMap<>();
    final List<String> hungUp = new ArrayList<>();
    final List<Tape> tapes = new ArrayList<>();
    final List<String> reached = new ArrayList<>();
    @TempDir Path directory;
    boolean machineHasRoom = true;
    boolean diskHasRoom = true;
    boolean diskTakes = true;
    MediaServer media;
    Stand kept = Stand.fresh("00".repeat(32), "123456");
    LiveRoom room;

    @BeforeEach
    void begin() throws Exception {
        media = MediaServer.start(Settings.loopback(), Clock.systemUTC(), System::nanoTime);
        room = open(3);
    }

    @AfterEach
    void end() throws Exception {
        room.stopTape();
        tapes.forEach(Tape::awaitEnd);
        media.close();
    }

    LiveRoom open(int most) {
        return new LiveRoom(new Room(ID, "会", "0539-1", new UUID(0, 1), LocalDate.of(2026, 11, 26), List.of()), new KeptStand(kept, this::keep),
                new LiveRoom.Around(() -> media, new Refusals(), () -> "654321", () -> machineHasRoom, who -> reached.add(who.seat()),
                        wanted -> tape(wanted), most, Runnable::run, clock));
    }

    void keep(Stand stand) {
        if (!diskTakes) {
            throw new UncheckedIOException(new IOException("No space left on device"));
        }
        kept = stand;
    }

    Tape tape(Tapes.Wanted wanted) {
        keep(kept);
        try {
            var files = new RecordingFiles(Files.createDirectories(directory.resolve(wanted.recording().toString())));
            tapes.add(new Tape(files, wanted, files.timeline().orElse(Timeline.from(clock.instant())), 0, 10, () -> diskHasRoom, _ -> Optional.empty()));
            return tapes.getLast();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Present comes(String seat, boolean host, boolean guest) {
        var messages = told.computeIfAbsent(seat, _ -> new ArrayList<>());
        var who = new Present(new RoomToken(ID, seat, seat, host, guest, false, clock.instant().plusSeconds(60), null), messages::add, () -> hungUp.add(seat));
        room.enter(who);
        return who;
    }

    List<String> errorsOf(String seat) {
        return told.get(seat).stream().filter(message -> "error".equals(message.get("type"))).map(message -> (String) message.get("id")).toList();
    }
}

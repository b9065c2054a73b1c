package cn.yizhen.app.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("会议室里录制，磁盘会满")
class RoomTapeTest extends RoomUnderTest {

    @Test
    @DisplayName("磁盘写不下，会照开，人照进；腾出来以后补写")
    void theDiskTakesNothing() {
        var host = comes("host", true, false);
        diskTakes = false;
        comes("village", false, false);
        room.asked(host, new Wish.Floor("village", true));
        assertThat(told.get("village").getLast().get("type")).isEqualTo("state");
        assertThat(room.stand().seats().get("village").floor()).isTrue();
        assertThat(kept.seats()).doesNotContainKey("village");
        diskTakes = true;
        room.tick();
        assertThat(kept.seats().get("village").floor()).isTrue();
    }

    @Test
    @DisplayName("录着录着磁盘快满了：录制停，人人都知道为什么，会照开")
    void theDiskFillsUp() {
        comes("host", true, false);
        comes("village", false, false);
        records();
        room.tick();
        assertThat(kept.recording()).isNotNull();
        diskHasRoom = false;
        room.tick();
        room.tick();
        assertThat(kept.recording()).isNull();
        assertThat(errorsOf("host")).containsExactly("disk-full");
        assertThat(errorsOf("village")).containsExactly("disk-full");
        assertThat(hungUp).isEmpty();
    }

    @Test
    @DisplayName("重启以后磁盘满了，接不上录制：说出来，人照进")
    void aRecordingThatCannotGoOn() {
        comes("host", true, false);
        records();
        room.stopTape();
        room = open(3);
        diskTakes = false;
        comes("village", false, false);
        assertThat(errorsOf("village")).containsExactly("disk-full");
        assertThat(told.get("village")).anyMatch(message -> "media".equals(message.get("type")));
    }

    @Test
    @DisplayName("开始录制，人人一直看得到，没进门的来宾也看得到；停了就没有")
    void everybodySeesTheRecording() {
        var host = comes("host", true, false);
        comes("guest", false, true);
        records();
        assertThat(told.get("host").getLast().get("recording")).isEqualTo("2026-12-26");
        assertThat(told.get("guest").getLast().get("recording")).isEqualTo("2026-12-26");
        var late = comes("late", false, false);
        assertThat(told.get("late").getLast().get("recording")).isEqualTo("2026-12-26");
        room.asked(late, new Wish.EndRecording());
        assertThat(errorsOf("late")).containsExactly("not-host");
        room.asked(host, new Wish.EndRecording());
        assertThat(told.get("late").getLast().get("recording")).isEqualTo("");
    }

    @Test
    @DisplayName("重启以后接着录在同一次录制里；人走光十分钟，录制自己停")
    void theRecordingGoesOn() {
        comes("host", true, false);
        records();
        room.stopTape();
        room = open(3);
        var host = comes("host", true, false);
        assertThat(told.get("host").getLast().get("recording")).isEqualTo("2026-12-26");
        room.left(host);
        clock.advance(Duration.ofMinutes(9));
        room.tick();
        assertThat(kept.recording()).isNotNull();
        clock.advance(Duration.ofMinutes(1));
        room.tick();
        assertThat(kept.recording()).isNull();
    }

    @Test
    @DisplayName("录像的时间线里是文件和议程，没有谁几点来几点走")
    void theTimelineTellsNoComings() throws IOException {
        var host = comes("host", true, false);
        room.asked(host, new Wish.Agenda(List.of("汛情", "部署"), 0));
        records();
        comes("village", false, false);
        room.asked(host, new Wish.Agenda(List.of("汛情", "部署"), 1));
        var files = new RecordingFiles(directory.resolve(new UUID(7, 7).toString()));
        assertThat(files.timeline().orElseThrow().marks()).extracting(Timeline.Mark::item).containsExactly("汛情", "部署");
        assertThat(Files.readString(files.directory().resolve("timeline.json"))).doesNotContain("village").doesNotContain("host");
    }

    /** As after 开始录制, kept for a month. */
    private void records() {
        room.record(new Stand.Recorded(new UUID(7, 7), LocalDate.of(2026, 12, 26)));
    }
}

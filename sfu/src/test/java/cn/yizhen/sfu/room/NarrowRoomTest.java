package cn.yizhen.sfu.room;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.sfu.line.Condition;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("窄线路，整个服务器，时间由测试走")
class NarrowRoomTest {

    private static final long WIDE = 2_000_000;
    private static final long NARROW = 300_000;
    private static final long TWO_PACKETS = 2 * 1500 * 8;

    private static Condition line(String words) {
        return Condition.CLEAR.with(words);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    @DisplayName("2 Mbit/s 降到 300 kbit/s 再回到 2 Mbit/s：三秒后发的不超过线路，十五秒内用回八成，排队九五分位不到四分之一秒")
    void thereAndBack(long seed) {
        thereAndBack(new NarrowRoom(seed, line("rate=2m")), 1);
    }

    @Test
    @DisplayName("运营商的整形器歇过以后先放过几千字节：同样")
    void behindAShaper() {
        thereAndBack(new NarrowRoom(1, line("rate=2m,burst=4000,queue=20000")), 3);
    }

    @Test
    @DisplayName("机器忙，两头各有一成的时间站着不动：同样")
    void onABusyMachine() {
        var room = new NarrowRoom(1, line("rate=2m"));
        room.stalls(0.1);
        thereAndBack(room, 3);
    }

    /** @param seconds over which what is sent is held against the line: a shaper passes more than its rate for one */
    private static void thereAndBack(NarrowRoom room, int seconds) {
        room.run(20, _ -> { });
        assertThat(room.used(5)).as("before").isGreaterThan(WIDE * 8 / 10);

        room.rate(NARROW);
        long narrowed = room.now;
        var over = new AtomicLong(narrowed);
        room.run(20, now -> {
            // the pacer lets two packets pass at once
            if (now % (NarrowRoom.SECOND / 10) == 0 && now > narrowed + seconds * NarrowRoom.SECOND && room.used(seconds) > NARROW + TWO_PACKETS) {
                over.set(now);
            }
        });
        assertThat(over.get() - narrowed).as("last second in which more was sent than the line carries").isLessThan((2 + seconds) * NarrowRoom.SECOND);

        room.rate(WIDE);
        room.run(15, _ -> { });
        assertThat(room.used(5)).as("after").isGreaterThan(WIDE * 8 / 10);
        assertThat(room.wait95()).as("queueing delay").isLessThan(250);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rate=150k", "rate=150k,burst=4000,queue=6000"})
    @DisplayName("150 kbit/s，也在整形器后面：声音九成八以上听得到，一个画面包都不发，人被告知")
    void soundOnly(String words) {
        var room = new NarrowRoom(1, line(words));
        room.run(10, _ -> { });
        int soundBefore = room.soundSent();
        int heardBefore = room.heard.frames();
        long picturesBefore = room.heard.pictures();
        room.run(60, _ -> { });
        assertThat(room.weak).isTrue();
        assertThat(room.heard.pictures() - picturesBefore).isZero();
        assertThat((double) (room.heard.frames() - heardBefore) / (room.soundSent() - soundBefore)).isGreaterThanOrEqualTo(0.98);
    }

    @Test
    @DisplayName("一成的包晚到二十毫秒、被后面的超过：声音一帧不少，画面照用一半以上的线路")
    void reordering() {
        var room = new NarrowRoom(1, line("rate=2m,reordered=0.1,held=20"));
        room.run(20, _ -> { });
        int soundBefore = room.soundSent();
        int heardBefore = room.heard.frames();
        room.run(10, _ -> { });
        assertThat((double) (room.heard.frames() - heardBefore) / (room.soundSent() - soundBefore)).isGreaterThanOrEqualTo(0.98);
        assertThat(room.used(5)).isGreaterThan(WIDE / 2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    @DisplayName("随机丢三成：九成以上的声音听得到")
    void heavyLoss(long seed) {
        var room = new NarrowRoom(seed, line("rate=2m,loss=0.3"));
        room.run(10, _ -> { });
        int soundBefore = room.soundSent();
        int heardBefore = room.heard.frames();
        room.run(30, _ -> { });
        assertThat((double) (room.heard.frames() - heardBefore) / (room.soundSent() - soundBefore)).isGreaterThanOrEqualTo(0.90);
    }
}

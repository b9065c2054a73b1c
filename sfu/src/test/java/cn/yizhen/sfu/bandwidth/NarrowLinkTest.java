package cn.yizhen.sfu.bandwidth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("窄线路")
class NarrowLinkTest {

    private static final long MILLI = SimulatedLink.MILLI;
    private static final long SECOND = 1000 * MILLI;

    private static SimulatedLink line(long seed, long rate) {
        return new SimulatedLink(seed, rate, 30 * MILLI, 60_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    @DisplayName("2 Mbit/s 降到 300 kbit/s 再回到 2 Mbit/s：三秒后的每三秒发的不超过线路，十五秒内用回八成，排队九五分位不到四分之一秒")
    void thereAndBack(long seed) {
        var receiver = new OneReceiver(line(seed, 2_000_000));
        receiver.run(20, _ -> { });
        assertThat(used(receiver, 5)).as("before").isGreaterThan(1_500_000);

        receiver.link.rate(300_000);
        var over = new AtomicLong();
        receiver.run(20, now -> {
            if (receiver.sending.bitsPerSecond(now) > 300_000) {
                over.set(now);
            }
        });
        assertThat(over.get() - 20 * SECOND).as("last second in which more was sent than the line carries").isLessThan(5 * SECOND);

        receiver.link.rate(2_000_000);
        receiver.run(15, _ -> { });
        assertThat(used(receiver, 3)).as("after").isGreaterThan(1_600_000);

        var waits = receiver.link.arrived.stream().mapToLong(SimulatedLink.Arrival::waited).sorted().toArray();
        assertThat(waits[waits.length * 95 / 100]).as("queueing delay").isLessThan(250 * MILLI);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    @DisplayName("150 kbit/s：声音九成八以上到达，不发画面，人被告知")
    void soundOnly(long seed) {
        var receiver = new OneReceiver(line(seed, 150_000));
        receiver.run(20, _ -> { });
        int sentBefore = receiver.soundSent;
        long arrivedBefore = arrived(receiver, "sound");
        long picturesBefore = arrived(receiver, "picture");
        receiver.run(30, _ -> { });
        assertThat(receiver.weak).isTrue();
        assertThat(arrived(receiver, "picture") - picturesBefore).isZero();
        assertThat((double) (arrived(receiver, "sound") - arrivedBefore) / (receiver.soundSent - sentBefore)).isGreaterThan(0.98);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    @DisplayName("随机丢三成：带着前几帧的声音九成以上能听到")
    void heavyLoss(long seed) {
        var link = line(seed, 2_000_000);
        link.loss(0.3);
        var receiver = new OneReceiver(link);
        receiver.run(30, _ -> { });
        var heard = new TreeSet<Long>();
        link.arrived.stream().filter(arrival -> arrival.packet().what().startsWith("sound")).forEach(arrival -> {
            int along = arrival.packet().what().charAt(6) - '0';
            for (int frame = 0; frame <= along; frame++) {
                heard.add(arrival.packet().sent() - frame * 20 * MILLI);
            }
        });
        assertThat((double) heard.size() / receiver.soundSent).isGreaterThan(0.90);
    }

    private static long arrived(OneReceiver receiver, String what) {
        return receiver.link.arrived.stream().filter(arrival -> arrival.packet().what().startsWith(what)).count();
    }

    /** Bits a second that arrived over the last seconds. */
    private static long used(OneReceiver receiver, int seconds) {
        long since = receiver.now - seconds * SECOND;
        return receiver.link.arrived.stream().filter(arrival -> arrival.at() > since).mapToLong(arrival -> arrival.packet().bytes() * 8L).sum() / seconds;
    }
}

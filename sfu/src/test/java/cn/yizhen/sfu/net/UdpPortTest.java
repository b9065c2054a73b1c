package cn.yizhen.sfu.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("一个 UDP 端口的两种做法")
class UdpPortTest {

    private static final InetSocketAddress ANY = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private record Got(int first, int length, long age) {}

    private static UdpPort open(String kind) throws Exception {
        return kind.equals("成批") && BatchedUdp.available() ? new BatchedUdp(ANY, Clock.systemUTC()) : new ChannelUdp(ANY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"成批", "逐个"})
    @DisplayName("两百个报文：按次序、原样、来处对；叫醒不等")
    void twoHundred(String kind) throws Exception {
        try (var here = open(kind); var there = open(kind)) {
            for (int i = 0; i < 200; i++) {
                byte[] datagram = new byte[100 + i];
                datagram[0] = (byte) i;
                here.send(there.local(), datagram, 0, datagram.length);
            }
            here.flush();
            List<Got> got = new ArrayList<>();
            for (int tries = 0; tries < 50 && got.size() < 200; tries++) {
                there.receive(100_000_000L, (from, datagram, age) -> {
                    assertThat(from).isEqualTo(here.local());
                    got.add(new Got(datagram[0] & 0xFF, datagram.length, age));
                });
            }
            assertThat(got).extracting(Got::first).isEqualTo(IntStream.range(0, 200).boxed().toList());
            assertThat(got).allSatisfy(one -> assertThat(one.length()).isEqualTo(100 + one.first()));
            assertThat(got).allSatisfy(one -> assertThat(one.age()).isBetween(0L, 1_000_000_000L));
            long began = System.nanoTime();
            there.wake();
            there.receive(20_000_000_000L, (_, _, _) -> { });
            assertThat(System.nanoTime() - began).isLessThan(10_000_000_000L);
        }
    }
}

package cn.yizhen.sfu.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
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

    @ParameterizedTest
    @ValueSource(ints = {Posix.AF_INET6, Posix.AF_INET})
    @DisplayName("一台机器几个地址：问哪个地址，就从哪个地址答；同一个人两个地址都问，各答各的")
    void answersLeaveFromTheAddressAsked(int family) throws Exception {
        Assumptions.assumeTrue(BatchedUdp.available(), "只有 Linux 上成批收发");
        try (var server = new BatchedUdp(new InetSocketAddress("0.0.0.0", 0), Clock.systemUTC(), family);
                var client = new DatagramSocket(new InetSocketAddress("127.0.0.9", 0))) {
            for (String asked : List.of("127.0.0.2", "127.0.0.3", "127.0.0.2")) {
                assertThat(answers(server, client, asked)).isEqualTo(asked);
            }
        }
    }

    @Test
    @DisplayName("绑在所有地址上的，IPv4 和 IPv6 都通")
    void bothFamilies() throws Exception {
        Assumptions.assumeTrue(BatchedUdp.available() && hasSix(), "这台机器没有 IPv6");
        try (var server = new BatchedUdp(new InetSocketAddress(0), Clock.systemUTC());
                var four = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0));
                var six = new DatagramSocket(new InetSocketAddress("::1", 0))) {
            assertThat(answers(server, four, "127.0.0.1")).isEqualTo("127.0.0.1");
            assertThat(answers(server, six, "::1")).isEqualTo("0:0:0:0:0:0:0:1");
        }
    }

    private static boolean hasSix() {
        try (var _ = new DatagramSocket(new InetSocketAddress("::1", 0))) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** From where an answer comes to who asks this address. */
    private static String answers(UdpPort server, DatagramSocket client, String asked) throws IOException {
        client.send(new DatagramPacket(new byte[] {7}, 1, new InetSocketAddress(asked, server.local().getPort())));
        List<InetSocketAddress> from = new ArrayList<>();
        for (int tries = 0; tries < 50 && from.isEmpty(); tries++) {
            server.receive(100_000_000L, (sender, _, age) -> {
                assertThat(age).isBetween(0L, 1_000_000_000L);
                from.add(sender);
            });
        }
        assertThat(from).containsExactly((InetSocketAddress) client.getLocalSocketAddress());
        server.send(from.getFirst(), new byte[] {8, 9}, 0, 2);
        server.flush();
        var answer = new DatagramPacket(new byte[10], 10);
        client.setSoTimeout(10_000);
        client.receive(answer);
        assertThat(answer.getLength()).isEqualTo(2);
        return answer.getAddress().getHostAddress();
    }
}

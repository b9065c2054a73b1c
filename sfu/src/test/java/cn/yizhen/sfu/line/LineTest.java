package cn.yizhen.sfu.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("坏线路")
class LineTest {

    private static final long MILLI = 1_000_000;

    @Test
    @DisplayName("300 kbit/s：每个包按线速占用，排满队列以后的丢掉")
    void rate() {
        var line = new Line(1, Condition.CLEAR.with("rate=300k,queue=3000"));
        assertThat(line.send(1500, 0)).contains(new Line.Passage(40 * MILLI, 40 * MILLI));
        assertThat(line.send(1500, 0)).contains(new Line.Passage(80 * MILLI, 80 * MILLI));
        assertThat(line.send(1500, 0)).contains(new Line.Passage(120 * MILLI, 120 * MILLI));
        assertThat(line.send(1500, 0)).isEmpty();
        assertThat(line.send(1500, 100 * MILLI)).contains(new Line.Passage(160 * MILLI, 60 * MILLI));
    }

    @Test
    @DisplayName("整形的线路：歇过以后先让几个包立刻过去")
    void burst() {
        var line = new Line(1, Condition.CLEAR.with("rate=300k,burst=3000"));
        assertThat(line.send(1500, 1000 * MILLI)).contains(new Line.Passage(1000 * MILLI, 0));
        assertThat(line.send(1500, 1000 * MILLI)).contains(new Line.Passage(1000 * MILLI, 0));
        assertThat(line.send(1500, 1000 * MILLI)).contains(new Line.Passage(1040 * MILLI, 40 * MILLI));
    }

    @Test
    @DisplayName("同一个种子，丢的是同样的包；丢失和扣留的份额相符")
    void seeded() {
        var once = passages(7);
        assertThat(passages(7)).isEqualTo(once);
        assertThat(passages(8)).isNotEqualTo(once);
        assertThat(once.stream().filter(at -> at < 0).count()).isBetween(2800L, 3200L);
        assertThat(once.stream().filter(at -> at == 60 * MILLI).count()).isBetween(600L, 800L);
    }

    private static List<Long> passages(long seed) {
        var line = new Line(seed, Condition.CLEAR.with("loss=0.3,reordered=0.1,held=20,delay=40"));
        var at = new ArrayList<Long>();
        for (int i = 0; i < 10_000; i++) {
            at.add(line.send(100, 0).map(Line.Passage::at).orElse(-1L));
        }
        return at;
    }

    @Test
    @DisplayName("写错的线路：说出哪个词不懂")
    void wrongWords() {
        assertThat(Condition.CLEAR.with("rate=2m,delay=5")).isEqualTo(Condition.CLEAR.rate(2_000_000).delay(Duration.ofMillis(5)));
        assertThatThrownBy(() -> Condition.CLEAR.with("speed=3")).hasMessageContaining("speed=3");
        assertThatThrownBy(() -> Condition.CLEAR.with("loss=2")).hasMessageContaining("loss=2");
    }

    @Test
    @DisplayName("中继：去的和回的都经过，两个客户端在服务器看来是两个地址")
    void relay() throws Exception {
        var loopback = InetAddress.getLoopbackAddress();
        try (var server = new DatagramSocket(0, loopback);
                var relay = UdpRelay.start(new InetSocketAddress(loopback, 0), (InetSocketAddress) server.getLocalSocketAddress(), 1, Condition.CLEAR, Condition.CLEAR);
                var one = new DatagramSocket(0, loopback);
                var two = new DatagramSocket(0, loopback)) {
            server.setSoTimeout(5000);
            one.setSoTimeout(5000);
            one.send(new DatagramPacket(new byte[] {1}, 1, relay.local()));
            var first = received(server);
            two.send(new DatagramPacket(new byte[] {2}, 1, relay.local()));
            var second = received(server);
            assertThat(first.getSocketAddress()).isNotEqualTo(second.getSocketAddress());
            server.send(new DatagramPacket(new byte[] {3}, 1, first.getSocketAddress()));
            var answer = received(one);
            assertThat(answer.getData()[0]).isEqualTo((byte) 3);
            assertThat(answer.getSocketAddress()).isEqualTo(relay.local());
        }
    }

    private static DatagramPacket received(DatagramSocket socket) throws Exception {
        var packet = new DatagramPacket(new byte[100], 100);
        socket.receive(packet);
        return packet;
    }
}

package cn.yizhen.sfu.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yizhen.sfu.Settings;
import cn.yizhen.sfu.dtls.ClientHandshake;
import cn.yizhen.sfu.media.Kind;
import cn.yizhen.sfu.rtp.RtpPacket;
import cn.yizhen.sfu.rtp.Vp8;
import cn.yizhen.sfu.sdp.BadDescription;
import cn.yizhen.sfu.stun.StunClient;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("转发服务器，真的套接字和真的握手")
class MediaServerTest {

    private MediaServer server;

    /** What one participant was told, one word a time. */
    private static final class Told implements Events {
        final BlockingQueue<String> words = new LinkedBlockingQueue<>();

        @Override
        public void upConnected() {
            words.add("up");
        }

        @Override
        public void downConnected() {
            words.add("down");
        }

        @Override
        public void slots(Map<String, String> slots) {
            words.add("slots " + new TreeMap<>(slots));
        }

        @Override
        public void weak(boolean weak) {
            words.add("weak " + weak);
        }

        @Override
        public void speakers(List<String> participants) {
            words.add("speakers " + participants);
        }

        @Override
        public void ended(String why) {
            words.add("ended " + why);
        }

        void await(String word) throws InterruptedException {
            var heard = new ArrayList<String>();
            for (String next = words.poll(20, TimeUnit.SECONDS); next != null; next = words.poll(20, TimeUnit.SECONDS)) {
                heard.add(next);
                if (next.startsWith(word)) {
                    return;
                }
            }
            throw new AssertionError("not told " + word + " but " + heard);
        }
    }

    @BeforeEach
    void start() throws Exception {
        server = MediaServer.start(Settings.loopback(), Clock.systemUTC(), System::nanoTime);
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private Participant join(String name, Told told) {
        var participant = ((MediaServer.Admission.Admitted) server.join("hall", name, told)).participant();
        participant.allow(EnumSet.allOf(Kind.class));
        return participant;
    }

    private static Client connectUp(Participant participant, Told told) throws Exception {
        // the offer names the certificate before the answer tells where to connect
        var handshake = new ClientHandshake();
        var client = new Client(participant.offerUp(Packets.offer(handshake.fingerprint()), Map.of()), handshake);
        client.connect();
        told.await("up");
        return client;
    }

    private static Client connectDown(Participant participant, Told told) throws Exception {
        String offer = participant.offerDown();
        var client = new Client(offer, new ClientHandshake());
        participant.answerDown(Packets.answer(offer, client.fingerprint()));
        client.connect();
        told.await("down");
        return client;
    }

    @Test
    @DisplayName("一个人的画面到了另一个人那里：从关键帧开始，编号不断，换到大画面也不断")
    void aPictureArrives() throws Exception {
        var told = new Told();
        var listening = new Told();
        var speaker = join("speaker", told);
        var listener = join("listener", listening);
        try (var up = connectUp(speaker, told); var down = connectDown(listener, listening)) {
            down.patience(5);
            var got = new ArrayList<RtpPacket>();
            for (int frame = 0; frame < 400 && got.size() < 150; frame++) {
                boolean key = frame % 20 == 0;
                up.sendRtp(Packets.vp8(0x1111, 7000 + frame, 3000 * frame, 900 + frame, key, "1", "q"));
                up.sendRtp(Packets.vp8(0x2222, 65_500 + frame & 0xFFFF, 50_000 + 3000 * frame, 20 + frame, key, "1", "h"));
                for (var next = down.receiveRtp(); next.isPresent(); next = down.receiveRtp()) {
                    if (next.get().payloadType() == 96) {
                        got.add(next.get());
                    }
                }
            }
            assertThat(got).hasSizeGreaterThan(100);
            assertThat(Vp8.read(got.getFirst()).keyFrame()).isTrue();
            for (int i = 1; i < got.size(); i++) {
                assertThat(got.get(i).sequence()).as("sequence of packet %d", i).isEqualTo(got.get(i - 1).sequence() + 1 & 0xFFFF);
                assertThat(Vp8.read(got.get(i)).picture()).isEqualTo(Vp8.read(got.get(i - 1)).picture() + 1 & 0x7FFF);
                assertThat(got.get(i).timestamp() - got.get(i - 1).timestamp()).isPositive();
            }
            assertThat(got).extracting(RtpPacket::ssrc).containsOnly(got.getFirst().ssrc());
        }
    }

    @Test
    @DisplayName("声音到达；没有获准发言的人听不见")
    void soundNeedsTheFloor() throws Exception {
        var told = new Told();
        var listening = new Told();
        var speaker = join("speaker", told);
        var listener = join("listener", listening);
        try (var up = connectUp(speaker, told); var down = connectDown(listener, listening)) {
            down.patience(500);
            up.sendRtp(Packets.opus(0x3333, 1, 960, "0", 20));
            assertThat(down.receiveRtp()).isPresent();
            speaker.allow(EnumSet.of(Kind.CAMERA));
            listening.await("slots {v0=speaker}");
            for (int i = 2; i < 10; i++) {
                up.sendRtp(Packets.opus(0x3333, i, 960 * i, "0", 20));
            }
            assertThat(down.receiveRtp().filter(packet -> packet.payloadType() == 111)).isEmpty();
        }
    }

    @Test
    @DisplayName("换了地址：先证明口令，第一个验得过的包把连接搬过去，回答也发往新地址")
    void theAddressMoves() throws Exception {
        var told = new Told();
        var speaker = join("speaker", told);
        try (var up = connectUp(speaker, told)) {
            up.sendRtp(Packets.opus(0x3333, 1, 960, "0", 20));
            up.moves();
            up.patience(400);
            up.sendRtp(Packets.opus(0x3333, 2, 1920, "0", 20));
            assertThat(up.receive()).as("not checked yet").isEmpty();
            assertThat(up.checkAgain()).as("answer to the check").isPresent();
            up.sendRtp(Packets.opus(0x3333, 3, 2880, "0", 20));
            up.patience(3000);
            assertThat(up.receive()).as("a report at the new address").isPresent();
        }
    }

    @Test
    @DisplayName("三十秒没有动静：连接结束并告知")
    void silenceEnds() throws Exception {
        server.close();
        var ahead = new AtomicLong();
        server = MediaServer.start(Settings.loopback(), Clock.systemUTC(), () -> System.nanoTime() + ahead.get());
        var told = new Told();
        var speaker = join("speaker", told);
        try (var _ = connectUp(speaker, told)) {
            ahead.addAndGet(31_000_000_000L);
            told.await("ended silence");
        }
    }

    @Test
    @DisplayName("从来不应答的客户端：到时候就没有了，不占着")
    void neverAnswers() throws Exception {
        server.close();
        var ahead = new AtomicLong();
        server = MediaServer.start(Settings.loopback(), Clock.systemUTC(), () -> System.nanoTime() + ahead.get());
        var told = new Told();
        join("speaker", told).offerDown();
        ahead.addAndGet(31_000_000_000L);
        told.await("ended silence");
    }

    @Test
    @DisplayName("墙上的钟跳了一年：媒体不断")
    void theWallClockJumps() throws Exception {
        server.close();
        var wall = new AtomicReference<>(Clock.systemUTC());
        server = MediaServer.start(Settings.loopback(), new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return wall.get().instant();
            }
        }, System::nanoTime);
        var told = new Told();
        var listening = new Told();
        var speaker = join("speaker", told);
        var listener = join("listener", listening);
        try (var up = connectUp(speaker, told); var down = connectDown(listener, listening)) {
            wall.set(Clock.offset(Clock.systemUTC(), Duration.ofDays(365)));
            up.sendRtp(Packets.opus(0x3333, 1, 960, "0", 20));
            assertThat(down.receiveRtp()).isPresent();
        }
    }

    @Test
    @DisplayName("一个地址灌进两万个乱报文：别人的声音照样到")
    void flood() throws Exception {
        var told = new Told();
        var listening = new Told();
        var speaker = join("speaker", told);
        var listener = join("listener", listening);
        try (var up = connectUp(speaker, told); var down = connectDown(listener, listening); var stranger = new DatagramSocket()) {
            var random = new Random(3);
            for (int i = 0; i < 20_000; i++) {
                byte[] junk = new byte[20 + random.nextInt(1000)];
                random.nextBytes(junk);
                junk[0] = (byte) new int[] {0, 22, 0x80, 0x90}[i % 4];
                stranger.send(new DatagramPacket(junk, junk.length, server.udpAddress()));
            }
            down.patience(2000);
            boolean heard = false;
            for (int i = 1; i < 50 && !heard; i++) {
                up.sendRtp(Packets.opus(0x3333, i, 960 * i, "0", 20));
                heard = down.receiveRtp().isPresent();
            }
            assertThat(heard).isTrue();
            stranger.setSoTimeout(100);
            assertThatThrownBy(() -> stranger.receive(new DatagramPacket(new byte[100], 100))).as("not one answer").isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    @DisplayName("只有 TCP 通的网络：检查、握手和声音都从那一个端口过")
    void overTcp() throws Exception {
        var told = new Told();
        var speaker = join("speaker", told);
        var handshake = new ClientHandshake();
        String answer = speaker.offerUp(Packets.offer(handshake.fingerprint()), Map.of());
        try (var tcp = new TcpClient(answer)) {
            tcp.send(StunClient.request(Client.attribute(answer, "ice-ufrag") + ":them", Client.attribute(answer, "ice-pwd")));
            assertThat(tcp.receive(5000)).isNotEmpty();
            handshake.run(tcp);
            told.await("up");
        }
    }

    @Test
    @DisplayName("证书和描述里写的不一样：握手失败，一个字节的媒体也不收")
    void anotherCertificate() throws Exception {
        var told = new Told();
        var speaker = join("speaker", told);
        String other = new ClientHandshake().fingerprint();
        try (var client = new Client(speaker.offerUp(Packets.offer(other), Map.of()), new ClientHandshake())) {
            assertThatThrownBy(client::connect).isInstanceOf(IOException.class);
            told.await("ended handshake");
        }
    }

    @Test
    @DisplayName("没有先证明口令的地址，握手报文没有回音")
    void dtlsNeedsACheck() throws Exception {
        var told = new Told();
        var speaker = join("speaker", told);
        var handshake = new ClientHandshake();
        try (var client = new Client(speaker.offerUp(Packets.offer(handshake.fingerprint()), Map.of()), handshake)) {
            client.patience(300);
            client.send(new byte[] {22, (byte) 0xFE, (byte) 0xFD, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1});
            assertThat(client.receive()).isEmpty();
            assertThat(client.check("a wrong password, long enough")).isEmpty();
        }
    }

    @Test
    @DisplayName("线路满了：先只给声音，再如实拒绝")
    void theLineIsFull() throws Exception {
        server.close();
        var settings = Settings.loopback();
        server = MediaServer.start(new Settings(settings.udp(), null, List.of(), List.of(), 2_150_000, 1_000_000, 100_000), Clock.systemUTC(), System::nanoTime);
        for (int i = 0; i < 2; i++) {
            assertThat(((MediaServer.Admission.Admitted) server.join("hall", "p" + i, new Told())).pictures()).isTrue();
        }
        assertThat(((MediaServer.Admission.Admitted) server.join("hall", "p2", new Told())).pictures()).isFalse();
        assertThat(server.join("hall", "p3", new Told())).isEqualTo(new MediaServer.Admission.Full(100_000, 2_150_000, 2_100_000));
        assertThat(server.join("hall", "p1", new Told())).as("joins again in its own place").isInstanceOf(MediaServer.Admission.Admitted.class);
        assertThat(server.join("hall", "p3", new Told())).isEqualTo(new MediaServer.Admission.Full(100_000, 2_150_000, 2_100_000));
    }

    @Test
    @DisplayName("不成样子的描述：说出缺什么")
    void badDescriptions() {
        var speaker = join("speaker", new Told());
        assertThatThrownBy(() -> speaker.offerUp("hello", Map.of())).isInstanceOf(BadDescription.class);
        assertThatThrownBy(() -> speaker.offerUp("v=0\r\nm=audio 9 x 111\r\na=mid:0\r\n", Map.of())).isInstanceOf(BadDescription.class).hasMessage("no fingerprint");
        assertThatThrownBy(() -> speaker.offerUp("v=0\r\n" + "a=x\r\n".repeat(50_000), Map.of())).isInstanceOf(BadDescription.class);
    }
}

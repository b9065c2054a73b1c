package cn.yizhen.sfu.recording;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.sfu.media.Incoming;
import cn.yizhen.sfu.media.Kind;
import cn.yizhen.sfu.media.Layer;
import cn.yizhen.sfu.media.Track;
import cn.yizhen.sfu.recording.Recorder.News;
import cn.yizhen.sfu.rtp.Bits;
import cn.yizhen.sfu.rtp.RtpPacket;
import cn.yizhen.sfu.rtp.Vp8;
import cn.yizhen.sfu.sdp.Codec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("录制")
class RecorderTest {

    private static final long MILLI = 1_000_000;
    private static final int MANY = 100_000;

    @TempDir Path directory;
    private final AtomicLong now = new AtomicLong();
    private final List<News> news = Collections.synchronizedList(new ArrayList<>());
    private final Track camera = new Track("village", "1", Kind.CAMERA, true);
    private final Layer small = camera.add(0, 1000).orElseThrow();
    private final Layer large = camera.add(1, 1001).orElseThrow();
    private final Track microphone = new Track("village", "0", Kind.MICROPHONE, false);
    private final Layer sound = microphone.add(0, 1002).orElseThrow();

    private Recorder recorder(int most, int waiting) {
        return new Recorder(directory, 0, most, waiting, now::get, news::add);
    }

    private void picture(Recorder recorder, Layer layer, int number, boolean key, long millis) {
        byte[] payload = new byte[200];
        payload[0] = (byte) 0x90;
        payload[1] = (byte) 0xC0;
        Bits.put16(payload, 2, 0x8000 | number & 0x7FFF);
        payload[4] = (byte) number;
        payload[5] = (byte) (key ? 0 : 1);
        payload[8] = (byte) 0x9D;
        payload[11] = (byte) (layer == large ? 0xC0 : 0xE0);
        payload[12] = (byte) (layer == large ? 3 : 1);
        payload[13] = 0x1C;
        payload[14] = 2;
        hand(recorder, layer, packet(96, number, (int) (millis * 90), payload), Codec.VP8, key, millis);
    }

    private void sound(Recorder recorder, int number, long millis) {
        hand(recorder, sound, packet(111, number, (int) (millis * 48), new byte[80]), Codec.OPUS, false, millis);
    }

    private void hand(Recorder recorder, Layer layer, RtpPacket packet, Codec codec, boolean key, long millis) {
        layer.arrived(packet, codec, false, millis * MILLI, millis * MILLI);
        recorder.accept(new Incoming(layer, packet, codec, key, codec == Codec.VP8 ? Vp8.read(packet) : Vp8.UNREADABLE), millis * MILLI);
    }

    private static RtpPacket packet(int type, int sequence, int timestamp, byte[] payload) {
        byte[] bytes = new byte[12 + payload.length];
        bytes[0] = (byte) 0x80;
        bytes[1] = (byte) (0x80 | type);
        Bits.put16(bytes, 2, sequence & 0xFFFF);
        Bits.put32(bytes, 4, timestamp);
        System.arraycopy(payload, 0, bytes, 12, payload.length);
        return RtpPacket.read(bytes, bytes.length).orElseThrow();
    }

    /** Everything that was handed over is written, then the clock goes on. */
    private void finish(Recorder recorder) {
        recorder.start();
        recorder.close();
    }

    private List<String> files() throws IOException {
        try (var all = Files.list(directory)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    @DisplayName("一路画面一个文件，一路声音一个文件，各帧都在，时间照它们自己的钟")
    void oneFileATrack() throws IOException {
        var recorder = recorder(10, MANY);
        for (int i = 0; i < 50; i++) {
            sound(recorder, i, i * 20L);
            if (i % 3 == 0) {
                picture(recorder, large, i / 3, i == 0, i * 20L);
            }
        }
        finish(recorder);
        assertThat(files()).containsExactly("001-microphone.webm", "002-camera.webm");
        var heard = new Reading(directory.resolve("001-microphone.webm"));
        assertThat(heard.codec).isEqualTo("A_OPUS");
        assertThat(heard.blocks).hasSize(50).allMatch(block -> block.octets() == 80);
        assertThat(heard.blocks.getLast().millis()).isEqualTo(980);
        var seen = new Reading(directory.resolve("002-camera.webm"));
        // the descriptor of four octets and one is no part of the picture
        assertThat(seen.blocks).hasSize(17).allMatch(block -> block.octets() == 195);
        assertThat(seen.width).isEqualTo(960);
        assertThat(seen.height).isEqualTo(540);
        assertThat(news).filteredOn(News.Begun.class::isInstance).extracting(one -> ((News.Begun) one).participant()).containsOnly("village");
    }

    @Test
    @DisplayName("乱了次序的、重发才到的，照次序写")
    void outOfOrder() throws IOException {
        var recorder = recorder(10, MANY);
        for (int number : new int[] {0, 1, 4, 3, 2, 5}) {
            picture(recorder, large, number, number == 0, number * 66L);
        }
        finish(recorder);
        var seen = new Reading(directory.resolve("001-camera.webm"));
        assertThat(seen.blocks).extracting(Reading.Block::millis).containsExactly(0L, 66L, 132L, 198L, 264L, 330L);
        assertThat(news).contains(new News.Ended("001-camera.webm", 0, 350, 0));
    }

    @Test
    @DisplayName("网络或机器停了五秒，攒着的一下子到：照它们自己的时间接上，不叠在一起放两遍")
    void aStall() throws IOException {
        var recorder = recorder(10, MANY);
        for (int i = 0; i < 350; i++) {
            long due = i * 20L;
            hand(recorder, sound, packet(111, i, (int) (due * 48), new byte[80]), Codec.OPUS, false, due < 1000 ? due : Math.max(due, 6000));
        }
        finish(recorder);
        var ended = news.stream().filter(News.Ended.class::isInstance).map(News.Ended.class::cast).toList();
        assertThat(ended).extracting(News.Ended::at).containsExactly(0L, 1000 * MILLI);
        assertThat(ended).extracting(News.Ended::millis).containsExactly(1000L, 6000L);
    }

    @Test
    @DisplayName("丢了的画面不硬接：记一处缺口，从下一个关键帧接着写")
    void aGap() throws IOException {
        var recorder = recorder(10, MANY);
        for (int number : new int[] {0, 1, 3, 4}) {
            picture(recorder, large, number, number == 0, number * 66L);
        }
        picture(recorder, large, 30, false, 1900);
        picture(recorder, large, 31, true, 1966);
        picture(recorder, large, 32, false, 2032);
        picture(recorder, large, 60, false, 2900);
        finish(recorder);
        var seen = new Reading(directory.resolve("001-camera.webm"));
        assertThat(seen.blocks).extracting(Reading.Block::millis).containsExactly(0L, 66L, 1966L, 2032L);
        assertThat(news.getLast()).isEqualTo(new News.Ended("001-camera.webm", 0, 2052, 3));
    }

    @Test
    @DisplayName("大的一路没了，换小的一路接着写在同一个文件里")
    void anotherLayer() throws IOException {
        var recorder = recorder(10, MANY);
        for (int i = 0; i < 20; i++) {
            picture(recorder, large, i, i == 0, i * 66L);
        }
        for (int i = 20; i < 80; i++) {
            picture(recorder, small, 500 + i, i == 60, i * 66L);
        }
        finish(recorder);
        assertThat(files()).containsExactly("001-camera.webm");
        var seen = new Reading(directory.resolve("001-camera.webm"));
        assertThat(seen.blocks).hasSize(40);
        assertThat(seen.blocks.get(20).key()).isTrue();
        assertThat(seen.blocks.get(20).millis()).isCloseTo(60 * 66L, Offset.offset(70L));
    }

    @Test
    @DisplayName("关了话筒再开，是另一个文件：时间不会接错")
    void againAfterSilence() throws IOException {
        var recorder = recorder(10, MANY);
        sound(recorder, 0, 0);
        sound(recorder, 1, 20);
        // browsers do not count the time in which nothing was sent
        hand(recorder, sound, packet(111, 2, 40 * 48, new byte[80]), Codec.OPUS, false, 300_000);
        finish(recorder);
        assertThat(files()).containsExactly("001-microphone.webm", "002-microphone.webm");
        assertThat(news).filteredOn(News.Begun.class::isInstance).extracting(one -> ((News.Begun) one).at()).containsExactly(0L, 300_000 * MILLI);
    }

    @Test
    @DisplayName("磁盘慢，排队满了：媒体那一边不等，缺的记作缺口")
    void theDiskIsSlow() throws IOException {
        var recorder = recorder(10, 100);
        for (int i = 0; i < 1000; i++) {
            sound(recorder, i, i * 20L);
        }
        assertThat(recorder.dropped()).isEqualTo(900);
        finish(recorder);
        assertThat(new Reading(directory.resolve("001-microphone.webm")).blocks).hasSize(100);
    }

    @Test
    @DisplayName("目录没了，说一声录不成，别的照旧")
    void theDirectoryIsGone() throws IOException {
        Files.delete(directory);
        var recorder = recorder(10, MANY);
        sound(recorder, 0, 0);
        finish(recorder);
        assertThat(news).containsExactly(new News.Failed());
        sound(recorder, 1, 20);
        Files.createDirectory(directory);
    }

    @Test
    @DisplayName("同时录的路数到了上限，多出来的说明没有录")
    void tooMany() throws IOException {
        var recorder = recorder(1, MANY);
        sound(recorder, 0, 0);
        picture(recorder, large, 0, true, 5);
        picture(recorder, large, 1, false, 70);
        finish(recorder);
        assertThat(files()).containsExactly("001-microphone.webm");
        assertThat(news).containsOnlyOnce(new News.LeftOut("village", Kind.CAMERA));
    }
}

package cn.yizhen.sfu.media;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.sfu.rtp.Bits;
import cn.yizhen.sfu.rtp.RtpPacket;
import cn.yizhen.sfu.sdp.Codec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("一路上行的流")
class LayerTest {

    private static final long MILLI = 1_000_000;
    private static final byte SPS = 0x67;
    private static final byte PPS = 0x68;
    private static final byte IDR = 0x65;
    private static final byte INTER = 0x41;

    private final Layer layer = new Track("p", "1", Kind.CAMERA, true).add(0, 7).orElseThrow();
    private int sequence = 65_534;

    private static RtpPacket packet(int sequence, int timestamp, byte... payload) {
        byte[] bytes = new byte[12 + payload.length];
        bytes[0] = (byte) 0x80;
        bytes[1] = 102;
        Bits.put16(bytes, 2, sequence & 0xFFFF);
        Bits.put32(bytes, 4, timestamp);
        System.arraycopy(payload, 0, bytes, 12, payload.length);
        return RtpPacket.read(bytes, bytes.length).orElseThrow();
    }

    /** What goes on, in order: whether a key frame begins, and the first octet. */
    private List<String> comes(int timestamp, byte... payload) {
        var told = new ArrayList<String>();
        for (var ready : layer.ready(packet(sequence++, timestamp, payload), Codec.H264)) {
            told.add((ready.keyFrame() ? "key " : "") + Integer.toHexString(ready.packet().bytes()[12] & 0xFF));
        }
        return told;
    }

    @Test
    @DisplayName("H.264：SPS、PPS 等到同一时刻的 IDR 才一起放行，从 SPS 起算关键帧")
    void parametersWaitForThePicture() {
        assertThat(comes(90, INTER)).containsExactly("41");
        assertThat(comes(180, SPS, (byte) 1)).isEmpty();
        assertThat(comes(180, PPS, (byte) 1)).isEmpty();
        assertThat(comes(180, IDR, (byte) 1)).containsExactly("key 67", "68", "65");
        assertThat(comes(180, IDR, (byte) 2)).containsExactly("65");
    }

    @Test
    @DisplayName("H.264：合在一个包里的 SPS、PPS 后面跟分片的 IDR，也是关键帧")
    void aggregatedThenFragmented() {
        assertThat(comes(90, (byte) 24, (byte) 0, (byte) 1, SPS, (byte) 0, (byte) 1, PPS)).isEmpty();
        assertThat(comes(90, (byte) 0x7C, (byte) 0x85, (byte) 1)).containsExactly("key 18", "7c");
    }

    @Test
    @DisplayName("H.264：只有 SPS，或只有 IDR，都不是关键帧，包照样放行")
    void aloneIsNoBeginning() {
        assertThat(comes(90, SPS, (byte) 1)).isEmpty();
        assertThat(comes(180, INTER, (byte) 1)).containsExactly("67", "41");
        assertThat(comes(270, IDR, (byte) 1)).containsExactly("65");
        assertThat(comes(360, SPS, (byte) 1)).isEmpty();
        assertThat(comes(360, IDR, (byte) 1)).containsExactly("67", "65");
    }

    @Test
    @DisplayName("报告：丢了几个、抖动多大、发送方上次报时在多久以前")
    void reception() {
        for (int i = 0; i < 100; i++) {
            if (i % 10 != 9) {
                layer.arrived(packet(65_500 + i, i * 3000), Codec.VP8, false, i * 33 * MILLI, i * 33_333_333L);
            }
        }
        layer.senderReported(0x0123_4567_89AB_CDEFL, 4000 * MILLI);
        var told = layer.reception(4500 * MILLI);
        assertThat(told.lost()).isEqualTo(9);
        assertThat(told.lostShare()).isEqualTo(9 * 256 / 99);
        assertThat(told.jitter()).isZero();
        assertThat(told.lastReport()).isEqualTo(0x4567_89AB);
        assertThat(told.sinceReport()).isEqualTo(32_768);
        assertThat(layer.highestSequence()).isEqualTo(65_598);
        assertThat(layer.reception(4600 * MILLI).lostShare()).as("nothing since").isZero();
    }
}

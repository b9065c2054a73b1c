package cn.yizhen.sfu.recording;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.sfu.rtp.RtpPacket;
import cn.yizhen.sfu.sdp.Codec;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("H.264 画面")
class H264FramesTest {

    /** Made with openh264: 640 × 360, constrained baseline. */
    private static final String SEQUENCE_SET = "6742c01e8c8d405017fcb00f08846a";
    private static final String PICTURE_SET = "68ce3c80";

    private final H264Frames frames = new H264Frames();

    private static RtpPacket packet(boolean marker, String payload) {
        byte[] bytes = HexFormat.of().parseHex("80" + (marker ? "e0" : "60") + "0000" + "00000000" + "00000000" + payload);
        return RtpPacket.read(bytes, bytes.length).orElseThrow();
    }

    private static String sized(String unit) {
        return "%04x".formatted(unit.length() / 2) + unit;
    }

    @Test
    @DisplayName("参数集进文件头，拆开的一帧拼起来，长度写在前面")
    void aKeyFrameInParts() {
        assertThat(frames.take(packet(false, "78" + sized(SEQUENCE_SET) + sized(PICTURE_SET)), Codec.H264, 0, 0)).isEmpty();
        assertThat(frames.take(packet(false, "7c85" + "aabb"), Codec.H264, 0, 0)).isEmpty();
        var frame = frames.take(packet(true, "7c45" + "cc"), Codec.H264, 0, 7).orElseThrow();
        assertThat(HexFormat.of().formatHex(frame.bytes())).isEqualTo("00000004" + "65aabbcc");
        assertThat(frame.key()).isTrue();
        var format = frames.format().orElseThrow();
        assertThat(HexFormat.of().formatHex(format.set())).isEqualTo("0142c01effe1" + sized(SEQUENCE_SET) + "01" + sized(PICTURE_SET));
        assertThat(new int[] {format.width(), format.height()}).containsExactly(640, 360);
    }

    @Test
    @DisplayName("没有关键帧以前、缺了包以后，都等下一个关键帧")
    void waits() {
        assertThat(frames.take(packet(true, "41aa"), Codec.H264, 0, 0)).isEmpty();
        frames.take(packet(false, SEQUENCE_SET), Codec.H264, 0, 0);
        frames.take(packet(false, PICTURE_SET), Codec.H264, 0, 0);
        assertThat(frames.take(packet(true, "65aa"), Codec.H264, 0, 0)).isPresent();
        assertThat(frames.take(packet(true, "41aa"), Codec.H264, 1, 0)).isPresent();
        frames.lost();
        assertThat(frames.take(packet(true, "41aa"), Codec.H264, 2, 0)).isEmpty();
    }

    @Test
    @DisplayName("读不懂的参数集不出错")
    void nonsense() {
        assertThat(SequenceSet.size(new byte[] {0x67, 1, 2, 3})).isEqualTo(new SequenceSet.Size(16, 16));
        assertThat(SequenceSet.size(new byte[40]).width()).isPositive();
        assertThat(frames.take(packet(true, "7c"), Codec.H264, 0, 0)).isEmpty();
        assertThat(frames.take(packet(true, "78ffff01"), Codec.H264, 0, 0)).isEmpty();
    }
}

package cn.yizhen.sfu.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("到达情况报告")
class TransportFeedbackTest {

    @Test
    @DisplayName("写出去再读回来，缺的还是缺的，时刻差不到八分之一毫秒")
    void thereAndBack() {
        var random = new Random(3);
        for (int round = 0; round < 500; round++) {
            long[] times = new long[1 + random.nextInt(200)];
            long time = random.nextInt(1_000_000_000);
            for (int i = 0; i < times.length; i++) {
                time += random.nextInt(20_000);
                times[i] = random.nextInt(4) == 0 ? TransportFeedback.LOST : time;
            }
            byte[] bytes = new byte[TransportFeedback.longest(times.length)];
            int length = new TransportFeedback(65_500, round & 0xFF, times).write(bytes, 0, 1, 2);
            var read = ((Rtcp.TransportWide) Rtcp.read(bytes, length).getFirst()).feedback();
            assertThat(read.base()).isEqualTo(65_500);
            assertThat(read.arrivals()).hasSameSizeAs(times);
            for (int i = 0; i < times.length; i++) {
                if (times[i] == TransportFeedback.LOST) {
                    assertThat(read.arrivals()[i]).isEqualTo(TransportFeedback.LOST);
                } else {
                    assertThat(Math.abs(read.arrivals()[i] - times[i])).isLessThanOrEqualTo(125);
                }
            }
        }
    }

    @Test
    @DisplayName("任何字节都读得完：不抛错")
    void anyBytes() {
        var random = new Random(5);
        for (int i = 0; i < 50_000; i++) {
            byte[] bytes = new byte[random.nextInt(120)];
            random.nextBytes(bytes);
            if (bytes.length > 4) {
                bytes[0] = (byte) (0x80 | random.nextInt(32));
                bytes[1] = (byte) (200 + random.nextInt(8));
                Bits.put16(bytes, 2, random.nextInt(bytes.length / 4 + 1));
            }
            Rtcp.read(bytes, bytes.length);
            RtpPacket.read(bytes, bytes.length).ifPresent(packet -> {
                Vp8.read(packet);
                H264.contents(packet);
                for (int id = 0; id < 16; id++) {
                    int at = packet.extension(id);
                    if (at >= 0) {
                        packet.extensionLength(at);
                    }
                }
            });
        }
    }
}

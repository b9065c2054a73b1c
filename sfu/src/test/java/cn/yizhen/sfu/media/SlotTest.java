package cn.yizhen.sfu.media;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.sfu.rtp.Bits;
import cn.yizhen.sfu.rtp.RtpPacket;
import cn.yizhen.sfu.rtp.Vp8;
import cn.yizhen.sfu.sdp.Codec;
import cn.yizhen.sfu.sdp.DownOffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("下行的一个位置：补发")
class SlotTest {

    private static final long MILLI = 1_000_000;
    private static final int HELD = 512;

    private final Track one = new Track("p", "1", Kind.CAMERA, true);
    private final Track other = new Track("q", "1", Kind.CAMERA, true);
    private final Slot slot = new Slot(new DownOffer.Slot("v0", true, 5, 6));
    private long now = 1000 * MILLI;

    /** A picture packet whose VP8 numbers go with its sequence number. */
    private static Incoming packet(Layer layer, int sequence, boolean key) {
        byte[] bytes = new byte[20];
        bytes[0] = (byte) 0x80;
        bytes[1] = 96;
        Bits.put16(bytes, 2, sequence);
        Bits.put32(bytes, 4, sequence * 3000);
        var packet = RtpPacket.read(bytes, bytes.length).orElseThrow();
        return new Incoming(layer, packet, Codec.VP8, key, new Vp8(true, key, 13, true, sequence & 0x7FFF, 15, sequence & 0xFF));
    }

    @BeforeEach
    void showsOneThenTheOther() {
        show(one, 65_000);
        show(other, 40);
    }

    private void show(Track track, int first) {
        var layer = track.add(0, first).orElseThrow();
        slot.show(track);
        slot.want(layer);
        for (int i = 0; i < 10; i++) {
            slot.take(packet(layer, first + i, i == 0), now);
            now += 33 * MILLI;
        }
    }

    @Test
    @DisplayName("要补的包按当时的号码再发：换过画面以后，换之前的包也是")
    void goesAgainAsItWent() {
        var before = slot.again(65_004, now).orElseThrow();
        assertThat(before.packet().sequence()).isEqualTo(65_004);
        assertThat(before.timestamp()).isEqualTo(65_004 * 3000);
        assertThat(before.vp8().picture() + before.picture() & 0x7FFF).isEqualTo(5);

        var after = slot.again(65_012, now).orElseThrow();
        assertThat(after.packet().sequence()).isEqualTo(42);
        assertThat(after.vp8().picture() + after.picture() & 0x7FFF).isEqualTo(13);
        assertThat(after.vp8().tl0() + after.tl0() & 0xFF).isEqualTo(13);
        assertThat(after.timestamp()).isEqualTo(slot.latest().orElseThrow().timestamp() - 7 * 3000);
    }

    @Test
    @DisplayName("同一个包二十五毫秒内不补两次，过了再补")
    void notTwiceInAMoment() {
        assertThat(slot.again(65_012, now)).isPresent();
        assertThat(slot.again(65_012, now + 25 * MILLI)).isEmpty();
        assertThat(slot.again(65_012, now + 27 * MILLI)).isPresent();
    }

    @Test
    @DisplayName("没发过的、放弃了的、五百多个包以前的，都不补")
    void whatIsGone() {
        assertThat(slot.again(65_020, now)).isEmpty();
        slot.gaveUp(slot.again(65_012, now).orElseThrow());
        assertThat(slot.again(65_012, now + 100 * MILLI)).isEmpty();
        for (int i = 10; i < 10 + HELD - 8; i++) {
            slot.take(packet(other.layers().getFirst(), 40 + i, false), now);
        }
        assertThat(slot.again(65_011, now)).isEmpty();
        assertThat(slot.again(65_013, now)).isPresent();
    }
}

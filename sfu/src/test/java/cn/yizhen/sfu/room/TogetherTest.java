package cn.yizhen.sfu.room;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.sfu.rtp.Bits;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("一次到的几个包")
class TogetherTest {

    private static final int CAMERA = 0x11;
    private static final int MICROPHONE = 0x13;
    /** Until then everybody has found the picture it is sent. */
    private static final int FIRST = 30;

    private record Sent(String to, boolean video, int sequence) {}

    private final SteppedRoom room = new SteppedRoom();
    private final List<Sent> sent = new ArrayList<>();
    private long now = 1_000_000_000L;

    private final SteppedRoom.Way speaker = room.publish("speaker", Packets.offer("sha-256 AB:CD"), (_, _) -> { }, now);

    TogetherTest() {
        for (var name : List.of("a", "b")) {
            room.listen(name, new Deaf(), 0, (bytes, length) -> note(name, bytes), now);
        }
        for (int i = 1; i < FIRST; i++) {
            camera(i, true);
            room.tick(now += 100_000_000L);
        }
        sent.clear();
    }

    @Test
    @DisplayName("一个接收方的发完，再发下一个的；各自的次序不变")
    void leaveReceiverByReceiver() {
        room.together(() -> {
            camera(FIRST, false);
            camera(FIRST + 1, false);
            camera(FIRST + 2, false);
        });
        assertThat(sent).extracting(Sent::to).containsExactly("a", "a", "a", "b", "b", "b");
        assertThat(sent.stream().filter(one -> one.to().equals("b")).map(Sent::sequence)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("画面中间来了声音：声音不排到后面的画面之后")
    void soundDoesNotWaitForLaterPictures() {
        room.together(() -> {
            camera(FIRST, false);
            sound(1);
            camera(FIRST + 1, false);
        });
        assertThat(sent.stream().filter(one -> one.to().equals("a")).map(Sent::video)).containsExactly(true, false, true);
    }

    @Test
    @DisplayName("一幅画面来了一半：等它来全，一起发")
    void aPictureWaitsForItsEnd() {
        room.beginning(() -> halfAPicture(FIRST));
        assertThat(sent).isEmpty();
        room.beginning(() -> camera(FIRST + 1, false));
        assertThat(sent).extracting(Sent::to).containsExactly("a", "a", "b", "b");
    }

    @Test
    @DisplayName("另一半没有来：最多等一毫秒")
    void butNotForLong() {
        room.beginning(() -> halfAPicture(FIRST));
        room.leaves(Hall.CLOSE - 1);
        assertThat(sent).isEmpty();
        room.leaves(Hall.CLOSE);
        assertThat(sent).extracting(Sent::to).containsExactly("a", "b");
    }

    @Test
    @DisplayName("声音不等画面")
    void soundNeverWaits() {
        room.beginning(() -> {
            halfAPicture(FIRST);
            sound(1);
        });
        assertThat(sent.stream().filter(one -> one.to().equals("a")).map(Sent::video)).containsExactly(true, false);
    }

    private void halfAPicture(int sequence) {
        byte[] packet = Packets.vp8(CAMERA, sequence, 3000 * sequence, sequence, false, "1", "q");
        packet[1] &= 0x7F;
        speaker.rtp(packet, now);
    }

    private void camera(int sequence, boolean key) {
        speaker.rtp(Packets.vp8(CAMERA, sequence, 3000 * sequence, sequence, key, "1", "q"), now);
    }

    private void sound(int sequence) {
        speaker.rtp(Packets.opus(MICROPHONE, sequence, 960 * sequence, "0", 20), now);
    }

    private void note(String to, byte[] bytes) {
        int type = bytes[1] & 0x7F;
        if ((bytes[0] & 0xC0) == 0x80 && type >= 96) {
            sent.add(new Sent(to, type != 111 && type != 63, Bits.u16(bytes, 2)));
        }
    }
}

package cn.yizhen.sfu.room;

import java.util.List;

/** A room of a speaker and a listener into which an authenticated participant's packets, good or not, are put. */
public final class RoomForFuzz {

    private static final long STEP = 5_000_000L;
    private static final int LARGEST_PICTURE = 2;

    private final SteppedRoom room = new SteppedRoom();
    private long now = 1_000_000_000L;
    private long sent;
    private final SteppedRoom.Way up = room.publish("speaker", offer(), (_, _) -> sent++, now);
    private final SteppedRoom.Way down = room.listen("listener", new Deaf(), LARGEST_PICTURE, (_, _) -> sent++, now).way();

    private static String offer() {
        return Packets.offer("sha-256 AB:CD").replace("a=rtpmap:97 rtx/90000", "a=rtpmap:102 H264/90000\na=fmtp:102 packetization-mode=1;profile-level-id=42e01f\na=rtpmap:97 rtx/90000")
                .replace("a=rtpmap:111 opus/48000/2", "a=rtpmap:111 opus/48000/2\na=rtpmap:63 red/48000/2\na=extmap:3 http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01");
    }

    /** What a publisher's packet looks like, for a beginning. */
    public static List<byte[]> seeds() {
        return List.of(Packets.vp8(0x11, 7, 90, 3, true, "1", "q"), Packets.vp8(0x12, 8, 90, 3, false, "1", "h"), Packets.opus(0x13, 9, 960, "0", 20));
    }

    public void rtp(byte[] packet) {
        now += STEP;
        up.rtp(packet, now);
        room.tick(now);
    }

    public void rtcp(byte[] packet) {
        now += STEP;
        up.rtcp(packet, now);
        down.rtcp(packet, now);
        room.tick(now);
    }

    /** Datagrams that were sent. */
    public long sent() {
        return sent;
    }
}

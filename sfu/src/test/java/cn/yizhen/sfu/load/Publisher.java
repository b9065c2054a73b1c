package cn.yizhen.sfu.load;

import cn.yizhen.sfu.rtp.Bits;
import cn.yizhen.sfu.rtp.Rtcp;
import cn.yizhen.sfu.srtp.SrtpSession;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Sends a recording as a browser would: three sizes by rid, a microphone, transport-wide numbers; key frames when asked.
 * The last eight octets of every payload are the nanosecond at which it should have left.
 */
public final class Publisher {

    /** Octets at the end of a payload that say when it should have left. */
    public static final int STAMP = 8;

    private static final String[] RIDS = {"q", "h", "f"};
    private static final int MTU = 1100;
    private static final int SOUND = 80;
    private static final long PICTURE_NANOS = 1_000_000_000L / Recording.PICTURES_A_SECOND;
    private static final long SOUND_NANOS = 20_000_000L;
    private static final int DESCRIPTOR = 5;
    private static final int LEVEL = 20;

    private final SrtpSession srtp;
    private final Sender sender;
    private final Recording recording;
    private final int ssrc;
    private final byte[] packet = new byte[1400];
    private final int[] sequences = new int[4];
    private final boolean sound;
    private long began = Long.MIN_VALUE;
    private int pictures;
    private int frames;
    private int transport;
    private boolean keyWanted = true;
    private int keyFrames;

    /** @param ssrc of the microphone; the layers have the following numbers */
    public Publisher(SrtpSession srtp, Sender sender, Recording recording, int ssrc, boolean sound) {
        this.srtp = srtp;
        this.sender = sender;
        this.recording = recording;
        this.ssrc = ssrc;
        this.sound = sound;
    }

    /** Sends what is due. */
    public void tick(long now) {
        if (began == Long.MIN_VALUE) {
            began = now;
        }
        for (; began + pictures * PICTURE_NANOS <= now; pictures++) {
            boolean key = keyWanted;
            keyWanted = false;
            keyFrames += key ? 1 : 0;
            for (int layer = 0; layer < recording.layers(); layer++) {
                picture(layer, key, began + pictures * PICTURE_NANOS);
            }
        }
        for (; sound && began + frames * SOUND_NANOS <= now; frames++) {
            long due = began + frames * SOUND_NANOS;
            head(111, true, 0, frames * 960, "0", null);
            packet[LEVEL_AT] = (byte) (0x80 | LEVEL);
            packet[HEAD] = (byte) 0xFC;
            leave(HEAD + SOUND, due);
        }
    }

    /** When the next packet should leave. */
    public long nextDue(long now) {
        long picture = began + pictures * PICTURE_NANOS;
        return began == Long.MIN_VALUE ? now : sound ? Math.min(picture, began + frames * SOUND_NANOS) : picture;
    }

    /** Frames of sound sent so far. */
    public int soundFrames() {
        return frames;
    }

    public int keyFrames() {
        return keyFrames;
    }

    /** A datagram from the server: what matters is whether it asks for a key frame. */
    public void received(byte[] datagram, int length) {
        int type = length < 12 ? 0 : Bits.u8(datagram, 1);
        if (type < 192 || type > 223) {
            return;
        }
        int open = srtp.openControl(datagram, length);
        if (open > 0 && Rtcp.read(datagram, open).stream().anyMatch(Rtcp.KeyFrameRequest.class::isInstance)) {
            keyWanted = true;
        }
    }

    private static final int HEAD = 12 + 4 + 12;
    private static final int LEVEL_AT = 16 + 2 + 3 + 1;

    private void picture(int layer, boolean key, long due) {
        int left = recording.octets(layer, pictures, key);
        boolean first = true;
        while (left > 0) {
            int part = Math.max(40, Math.min(MTU, left));
            left -= part;
            head(96, left <= 0, 1 + layer, pictures * 3000, "1", RIDS[layer]);
            packet[HEAD] = (byte) (first ? 0x90 : 0x80);
            packet[HEAD + 1] = (byte) 0xC0;
            Bits.put16(packet, HEAD + 2, 0x8000 | pictures & 0x7FFF);
            packet[HEAD + 4] = (byte) pictures;
            if (first) {
                frameTag(key);
            }
            leave(HEAD + DESCRIPTOR + part, due);
            first = false;
        }
    }

    /** RFC 6386 section 9.1: a key frame has bit 0 clear, the start code and a size. */
    private void frameTag(boolean key) {
        int at = HEAD + DESCRIPTOR;
        packet[at] = (byte) (key ? 0x10 : 0x11);
        packet[at + 1] = 2;
        packet[at + 2] = 0;
        if (key) {
            Bits.put24(packet, at + 3, 0x9D012A);
            packet[at + 6] = (byte) (960 & 0xFF);
            packet[at + 7] = 960 >> 8;
            packet[at + 8] = (byte) (540 & 0xFF);
            packet[at + 9] = 540 >> 8;
        }
    }

    private void head(int type, boolean marker, int stream, int timestamp, String mid, String rid) {
        packet[0] = (byte) 0x90;
        packet[1] = (byte) ((marker ? 0x80 : 0) | type);
        Bits.put16(packet, 2, sequences[stream]);
        sequences[stream] = sequences[stream] + 1 & 0xFFFF;
        Bits.put32(packet, 4, timestamp);
        Bits.put32(packet, 8, ssrc + stream);
        Bits.put16(packet, 12, 0xBEDE);
        Bits.put16(packet, 14, 3);
        int at = 16;
        packet[at++] = 0x40;
        packet[at++] = mid.getBytes(StandardCharsets.US_ASCII)[0];
        packet[at++] = 0x31;
        Bits.put16(packet, at, transport);
        transport = transport + 1 & 0xFFFF;
        at += 2;
        if (rid == null) {
            packet[at++] = 0x10;
            packet[at++] = 0;
        } else {
            packet[at++] = (byte) 0xA0;
            packet[at++] = rid.getBytes(StandardCharsets.US_ASCII)[0];
        }
        while (at < HEAD) {
            packet[at++] = 0;
        }
    }

    private void leave(int length, long due) {
        ByteBuffer.wrap(packet).putLong(length - STAMP, due);
        int closed = srtp.close(packet, length);
        sender.send(packet, closed);
    }
}

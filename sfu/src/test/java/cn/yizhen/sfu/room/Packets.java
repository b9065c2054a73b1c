package cn.yizhen.sfu.room;

import cn.yizhen.sfu.rtp.Bits;
import java.nio.charset.StandardCharsets;

/** Packets as a browser sends them, with mid and rid in one-byte extensions 4 and 10. */
final class Packets {

    private Packets() {}

    /** One VP8 packet that is a whole frame, with a 15-bit PictureID and TL0PICIDX. */
    static byte[] vp8(int ssrc, int sequence, int timestamp, int picture, boolean key, String mid, String rid) {
        byte[] payload = new byte[200];
        payload[0] = (byte) 0x90;
        payload[1] = (byte) 0xC0;
        Bits.put16(payload, 2, 0x8000 | picture & 0x7FFF);
        payload[4] = (byte) picture;
        payload[5] = (byte) (key ? 0 : 1);
        return packet(96, ssrc, sequence, timestamp, mid, rid, payload);
    }

    static byte[] opus(int ssrc, int sequence, int timestamp, String mid, int level) {
        byte[] payload = new byte[80];
        payload[0] = (byte) 0xFC;
        byte[] packet = packet(111, ssrc, sequence, timestamp, mid, null, payload);
        packet[16 + 1 + mid.length()] = 0x10;
        packet[16 + 2 + mid.length()] = (byte) (0x80 | level);
        return packet;
    }

    private static byte[] packet(int type, int ssrc, int sequence, int timestamp, String mid, String rid, byte[] payload) {
        byte[] packet = new byte[12 + 4 + 12 + payload.length];
        packet[0] = (byte) 0x90;
        packet[1] = (byte) (0x80 | type);
        Bits.put16(packet, 2, sequence);
        Bits.put32(packet, 4, timestamp);
        Bits.put32(packet, 8, ssrc);
        Bits.put16(packet, 12, 0xBEDE);
        Bits.put16(packet, 14, 3);
        int at = element(packet, 16, 4, mid);
        if (rid != null) {
            element(packet, at, 10, rid);
        }
        System.arraycopy(payload, 0, packet, 28, payload.length);
        return packet;
    }

    private static int element(byte[] packet, int at, int id, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.US_ASCII);
        packet[at] = (byte) (id << 4 | bytes.length - 1);
        System.arraycopy(bytes, 0, packet, at + 1, bytes.length);
        return at + 1 + bytes.length;
    }

    /** An offer of a microphone (mid 0) and a camera in three sizes (mid 1). */
    static String offer(String fingerprint) {
        return """
            v=0
            o=- 1 1 IN IP4 127.0.0.1
            s=-
            t=0 0
            a=group:BUNDLE 0 1
            m=audio 9 UDP/TLS/RTP/SAVPF 111
            a=mid:0
            a=sendonly
            a=ice-ufrag:them
            a=ice-pwd:their-password-their-password
            a=fingerprint:%s
            a=setup:actpass
            a=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level
            a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid
            a=rtpmap:111 opus/48000/2
            m=video 9 UDP/TLS/RTP/SAVPF 96 97
            a=mid:1
            a=sendonly
            a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid
            a=extmap:10 urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id
            a=rtpmap:96 VP8/90000
            a=rtpmap:97 rtx/90000
            a=fmtp:97 apt=96
            a=rid:q send
            a=rid:h send
            a=rid:f send
            a=simulcast:send q;h;f
            """.formatted(fingerprint);
    }

    /** The answer of a browser that plays everything in the offer. */
    static String answer(String offer, String fingerprint) {
        return "v=0\r\na=fingerprint:" + fingerprint + "\r\na=setup:active\r\n"
                + String.join("\r\n", offer.lines().filter(line -> line.startsWith("m=") || line.startsWith("a=mid:")).toList());
    }
}

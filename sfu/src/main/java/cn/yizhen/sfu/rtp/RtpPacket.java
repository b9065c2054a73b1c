package cn.yizhen.sfu.rtp;

import java.util.Optional;

/**
 * One RTP packet as it came, decrypted. The array is never changed after it was read, so that many receivers and
 * their retransmission caches can share it.
 */
public final class RtpPacket {

    private static final int FIXED = 12;
    private static final int ONE_BYTE = 0xBEDE;
    private static final int TWO_BYTE = 0x1000;

    private final byte[] bytes;
    private final int payloadOffset;
    private final int payloadLength;
    private final int extensionOffset;
    private final int extensionEnd;

    private RtpPacket(byte[] bytes, int payloadOffset, int payloadLength, int extensionOffset, int extensionEnd) {
        this.bytes = bytes;
        this.payloadOffset = payloadOffset;
        this.payloadLength = payloadLength;
        this.extensionOffset = extensionOffset;
        this.extensionEnd = extensionEnd;
    }

    /** The packet in the first {@code length} bytes, or nothing where lengths do not fit together. */
    public static Optional<RtpPacket> read(byte[] bytes, int length) {
        if (length < FIXED || (bytes[0] & 0xC0) != 0x80) {
            return Optional.empty();
        }
        int at = FIXED + 4 * (bytes[0] & 0x0F);
        int extensionOffset = 0;
        int extensionEnd = 0;
        if ((bytes[0] & 0x10) != 0) {
            if (at + 4 > length) {
                return Optional.empty();
            }
            extensionOffset = at + 4;
            extensionEnd = extensionOffset + 4 * Bits.u16(bytes, at + 2);
            at = extensionEnd;
        }
        int padding = (bytes[0] & 0x20) != 0 ? Bits.u8(bytes, length - 1) : 0;
        int payload = length - at - padding;
        boolean sound = at <= length && payload >= 0 && ((bytes[0] & 0x20) == 0 || padding > 0);
        return sound ? Optional.of(new RtpPacket(bytes, at, payload, extensionOffset, extensionEnd)) : Optional.empty();
    }

    public byte[] bytes() {
        return bytes;
    }

    public boolean marker() {
        return (bytes[1] & 0x80) != 0;
    }

    public int payloadType() {
        return bytes[1] & 0x7F;
    }

    public int sequence() {
        return Bits.u16(bytes, 2);
    }

    /** In units of the codec's clock, modulo 2^32. */
    public int timestamp() {
        return Bits.i32(bytes, 4);
    }

    public int ssrc() {
        return Bits.i32(bytes, 8);
    }

    public int payloadOffset() {
        return payloadOffset;
    }

    /** Without padding; 0 for a packet that only probes. */
    public int payloadLength() {
        return payloadLength;
    }

    /** Where the element with this id begins, or -1 (RFC 8285, both header forms). */
    public int extension(int id) {
        if (extensionEnd == 0 || id <= 0) {
            return -1;
        }
        int profile = Bits.u16(bytes, extensionOffset - 4);
        if (profile == ONE_BYTE) {
            return oneByte(id);
        }
        return (profile & 0xFFF0) == TWO_BYTE ? twoByte(id) : -1;
    }

    /** Octets of the element whose value begins at {@code offset}, as {@link #extension} gave it. */
    public int extensionLength(int offset) {
        return Bits.u16(bytes, extensionOffset - 4) == ONE_BYTE ? (bytes[offset - 1] & 0x0F) + 1 : Bits.u8(bytes, offset - 1);
    }

    private int oneByte(int id) {
        int at = extensionOffset;
        while (at < extensionEnd) {
            int head = Bits.u8(bytes, at);
            if (head == 0) {
                at++;
                continue;
            }
            int length = (head & 0x0F) + 1;
            if (head >> 4 == 15 || at + 1 + length > extensionEnd) {
                return -1;
            }
            if (head >> 4 == id) {
                return at + 1;
            }
            at += 1 + length;
        }
        return -1;
    }

    private int twoByte(int id) {
        int at = extensionOffset;
        while (at + 1 < extensionEnd) {
            int found = Bits.u8(bytes, at);
            if (found == 0) {
                at++;
                continue;
            }
            int length = Bits.u8(bytes, at + 1);
            if (at + 2 + length > extensionEnd) {
                return -1;
            }
            if (found == id) {
                return at + 2;
            }
            at += 2 + length;
        }
        return -1;
    }
}

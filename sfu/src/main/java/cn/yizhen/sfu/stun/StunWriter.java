package cn.yizhen.sfu.stun;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Writes one message, attribute by attribute; {@link #signed} ends it. */
final class StunWriter {

    static final int FINGERPRINT_MASK = 0x5354554E;
    private static final int LONGEST = 256;
    private static final int MOST_NAMED = 8;

    private final ByteBuffer out = ByteBuffer.allocate(LONGEST);

    /** @param asked the request whose transaction is answered */
    StunWriter(int type, StunMessage asked) {
        out.putShort((short) type).putShort((short) 0).putInt(StunMessage.COOKIE).put(asked.bytes(), 8, 12);
    }

    StunWriter mappedAddress(InetSocketAddress address) {
        byte[] ip = address.getAddress().getAddress();
        attribute(StunAttribute.XOR_MAPPED_ADDRESS, 4 + ip.length);
        out.putShort((short) (ip.length == 4 ? 1 : 2)).putShort((short) (address.getPort() ^ StunMessage.COOKIE >>> 16));
        for (int i = 0; i < ip.length; i++) {
            out.put((byte) (ip[i] ^ out.get(4 + i)));
        }
        return this;
    }

    /** An error without a reason phrase: the code says it, and the answer stays short. */
    StunWriter error(int code) {
        attribute(StunAttribute.ERROR_CODE, 4);
        out.putShort((short) 0).put((byte) (code / 100)).put((byte) (code % 100));
        return this;
    }

    /** Names the first few only: the answer stays shorter than the question. */
    StunWriter notUnderstood(List<Integer> types) {
        int start = out.position();
        attribute(StunAttribute.UNKNOWN_ATTRIBUTES, 0);
        types.stream().limit(MOST_NAMED).forEach(type -> out.putShort(type.shortValue()));
        out.putShort(start + 2, (short) (out.position() - start - 4));
        while (out.position() % 4 != 0) {
            out.put((byte) 0);
        }
        return this;
    }

    /** Ends the message with MESSAGE-INTEGRITY under this key and with FINGERPRINT. */
    byte[] signed(byte[] key) {
        byte[] proof = integrity(key, out.array(), out.position());
        attribute(StunAttribute.MESSAGE_INTEGRITY, 20);
        out.put(proof);
        length(out.position() + 8);
        var crc = new CRC32();
        crc.update(out.array(), 0, out.position());
        attribute(StunAttribute.FINGERPRINT, 4);
        out.putInt((int) crc.getValue() ^ FINGERPRINT_MASK);
        return Arrays.copyOf(out.array(), out.position());
    }

    /** HMAC-SHA1 over the first {@code covered} bytes, with the length field as if the message ended after the proof. */
    static byte[] integrity(byte[] key, byte[] message, int covered) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            int length = covered - StunMessage.HEADER + 24;
            mac.update(message, 0, 2);
            mac.update((byte) (length >> 8));
            mac.update((byte) length);
            mac.update(message, 4, covered - 4);
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA1", e);
        }
    }

    private void attribute(int type, int length) {
        out.putShort((short) type).putShort((short) length);
    }

    private void length(int total) {
        out.putShort(2, (short) (total - StunMessage.HEADER));
    }
}

package cn.yizhen.sfu.stun;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A message as it arrived, its structure checked and its attributes found, nothing believed yet.
 *
 * @param type       method and class, such as {@link #BINDING_REQUEST}
 * @param bytes      the whole message
 * @param attributes in the order they stand
 */
record StunMessage(int type, byte[] bytes, List<Attribute> attributes) {

    static final int HEADER = 20;
    static final int COOKIE = 0x2112A442;
    static final int BINDING_REQUEST = 0x0001;
    static final int BINDING_SUCCESS = 0x0101;
    static final int BINDING_ERROR = 0x0111;

    /**
     * @param type   registered number
     * @param offset where the value begins in the message
     * @param length of the value without padding
     */
    record Attribute(int type, int offset, int length) {}

    /** The message in these bytes, or nothing if they are not one, whole and with correct lengths. */
    static Optional<StunMessage> read(byte[] bytes) {
        if (bytes.length < HEADER || bytes.length % 4 != 0 || (bytes[0] & 0xC0) != 0) {
            return Optional.empty();
        }
        var in = ByteBuffer.wrap(bytes);
        int type = in.getShort() & 0xFFFF;
        int length = in.getShort() & 0xFFFF;
        if (length != bytes.length - HEADER || in.getInt() != COOKIE) {
            return Optional.empty();
        }
        var attributes = new ArrayList<Attribute>();
        int at = HEADER;
        while (at + 4 <= bytes.length) {
            int size = in.getShort(at + 2) & 0xFFFF;
            if (at + 4 + size > bytes.length) {
                return Optional.empty();
            }
            attributes.add(new Attribute(in.getShort(at) & 0xFFFF, at + 4, size));
            at += 4 + (size + 3) / 4 * 4;
        }
        return at == bytes.length ? Optional.of(new StunMessage(type, bytes, attributes)) : Optional.empty();
    }

    Optional<Attribute> attribute(int wanted) {
        return attributes.stream().filter(attribute -> attribute.type() == wanted).findFirst();
    }

    boolean has(int wanted) {
        return attribute(wanted).isPresent();
    }

    Optional<String> text(int wanted) {
        return attribute(wanted).map(a -> new String(bytes, a.offset(), a.length(), StandardCharsets.UTF_8));
    }

    /**
     * Whether MESSAGE-INTEGRITY proves the key, and every attribute that counts stands before it (RFC 8489
     * section 14.5: what follows it, except the fingerprint, is not protected and must be ignored).
     */
    boolean provedBy(byte[] key) {
        var integrity = attribute(StunAttribute.MESSAGE_INTEGRITY).filter(a -> a.length() == 20);
        if (integrity.isEmpty()) {
            return false;
        }
        int covered = integrity.get().offset() - 4;
        byte[] expected = StunWriter.integrity(key, bytes, covered);
        byte[] given = new byte[20];
        System.arraycopy(bytes, integrity.get().offset(), given, 0, 20);
        return MessageDigest.isEqual(expected, given) && onlyFingerprintAfter(integrity.get());
    }

    private boolean onlyFingerprintAfter(Attribute integrity) {
        return attributes.stream().filter(a -> a.offset() > integrity.offset()).allMatch(a -> a.type() == StunAttribute.FINGERPRINT);
    }

    /** True also without a fingerprint; false only where one is there and wrong, or not last. */
    boolean fingerprintHolds() {
        var print = attribute(StunAttribute.FINGERPRINT);
        if (print.isEmpty()) {
            return true;
        }
        if (print.get().length() != 4 || print.get().offset() + 4 != bytes.length) {
            return false;
        }
        var crc = new CRC32();
        crc.update(bytes, 0, print.get().offset() - 4);
        return ByteBuffer.wrap(bytes).getInt(print.get().offset()) == ((int) crc.getValue() ^ StunWriter.FINGERPRINT_MASK);
    }

    /** Attributes that a reader must understand and this one does not. */
    List<Integer> notUnderstood() {
        return attributes.stream().map(Attribute::type)
                .filter(type -> StunAttribute.mustBeUnderstood(type) && !StunAttribute.known(type))
                .toList();
    }
}

package cn.yizhen.app.access.code;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Time-based one-time codes (RFC 6238): six digits, steps of thirty seconds, one step of drift either way.
 *
 * @param mac    the keyed digest
 * @param secret shared with the authenticator
 */
record OneTimeCode(CodeMac mac, byte[] secret) {

    static final int DIGITS = 6;
    static final int STEP_SECONDS = 30;
    static final int DRIFT = 1;
    private static final int MODULUS = 1_000_000;

    /** The code of one step, with leading zeros. */
    String at(long step) {
        var digest = mac.of(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        var offset = digest[digest.length - 1] & 0xF;
        var cut = ByteBuffer.wrap(digest, offset, Integer.BYTES).getInt() & 0x7FFF_FFFF;
        return String.format(Locale.ROOT, "%0" + DIGITS + "d", cut % MODULUS);
    }

    /** The step that a typed code belongs to, where it is within the drift of {@code now}. */
    OptionalLong stepOf(String typed, Instant now) {
        var plain = typed.replaceAll("\\s", "");
        var current = step(now);
        for (var step = current - DRIFT; step <= current + DRIFT; step++) {
            if (MessageDigest.isEqual(at(step).getBytes(), plain.getBytes())) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    static long step(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
    }

    @Override
    public String toString() {
        return "OneTimeCode[" + mac + "]";
    }
}

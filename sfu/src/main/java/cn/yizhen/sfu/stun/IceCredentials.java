package cn.yizhen.sfu.stun;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The short-term name and password of one transport (RFC 8445 section 5.3).
 *
 * @param ufrag    names the transport in USERNAME, before the colon
 * @param password proves that a check comes from whom the signalling told it to
 */
public record IceCredentials(String ufrag, String password) {

    /** 48 bits of name and 144 bits of password, in characters every ICE accepts. */
    public static IceCredentials fresh(SecureRandom random) {
        return new IceCredentials(hex(random, 6), hex(random, 18));
    }

    byte[] key() {
        return password.getBytes(StandardCharsets.UTF_8);
    }

    private static String hex(SecureRandom random, int bytes) {
        byte[] drawn = new byte[bytes];
        random.nextBytes(drawn);
        return HexFormat.of().formatHex(drawn);
    }
}

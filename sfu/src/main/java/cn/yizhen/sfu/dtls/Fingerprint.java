package cn.yizhen.sfu.dtls;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The digest of a certificate as the signalling names it (RFC 8122).
 *
 * @param algorithm such as {@code sha-256}, lower case
 * @param value     upper-case hexadecimal pairs with colons
 */
public record Fingerprint(String algorithm, String value) {

    private static final HexFormat PAIRS = HexFormat.ofDelimiter(":").withUpperCase();

    public Fingerprint {
        algorithm = algorithm.toLowerCase(Locale.ROOT);
        value = value.toUpperCase(Locale.ROOT);
    }

    static Fingerprint of(byte[] certificate) {
        return new Fingerprint("sha-256", PAIRS.formatHex(digest("SHA-256", certificate)));
    }

    /** Whether this certificate is the one meant. Digests weaker than SHA-256 are not accepted. */
    boolean matches(byte[] certificate) {
        return switch (algorithm) {
            case "sha-256" -> value.equals(PAIRS.formatHex(digest("SHA-256", certificate)));
            case "sha-384" -> value.equals(PAIRS.formatHex(digest("SHA-384", certificate)));
            case "sha-512" -> value.equals(PAIRS.formatHex(digest("SHA-512", certificate)));
            default -> false;
        };
    }

    private static byte[] digest(String name, byte[] bytes) {
        try {
            return MessageDigest.getInstance(name).digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + name, e);
        }
    }
}

package cn.yizhen.app.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Objects;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Digests of passwords (口令摘要): Argon2id, or PBKDF2-HMAC-SM3 written
 * {@code {pbkdf2-sm3}iterations$salt$digest}. Either is recognised whatever the profile is now.
 */
public final class PasswordHashes implements PasswordEncoder {

    /** About a third of a second on one core; each digest names its own number. */
    private static final int ITERATIONS = 210_000;
    private static final int SALT = 16;
    private static final int DIGEST_BITS = 256;
    private static final String MARK = "{pbkdf2-sm3}";

    private final CryptoProfile profile;
    private volatile @Nullable String inVain;

    /** Made when somebody first enters: its classes lie in a signed library, and looking into that takes a part of a start. */
    private static final class Argon2 {
        private static final PasswordEncoder ENCODER = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    }

    public PasswordHashes(CryptoProfile profile) {
        this.profile = profile;
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        if (profile == CryptoProfile.STANDARD || password == null) {
            return Argon2.ENCODER.encode(password);
        }
        var salt = FieldSeal.random(SALT);
        return MARK + ITERATIONS + "$" + text(salt) + "$" + text(digest(password, salt, ITERATIONS));
    }

    /** A digest no password is known for, to be compared where there is none. */
    public String inVain() {
        var known = inVain;
        if (known == null) {
            known = Objects.requireNonNull(encode(text(FieldSeal.random(SALT))));
            inVain = known;
        }
        return known;
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
        if (password == null || encoded == null || !encoded.startsWith(MARK)) {
            return Argon2.ENCODER.matches(password, encoded);
        }
        var parts = encoded.substring(MARK.length()).split("\\$");
        return parts.length == 3 && MessageDigest.isEqual(bytes(parts[2]), digest(password, bytes(parts[1]), Integer.parseInt(parts[0])));
    }

    private static byte[] digest(CharSequence password, byte[] salt, int iterations) {
        var generator = new PKCS5S2ParametersGenerator(new SM3Digest());
        generator.init(password.toString().getBytes(StandardCharsets.UTF_8), salt, iterations);
        return ((KeyParameter) generator.generateDerivedParameters(DIGEST_BITS)).getKey();
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return Base64.getDecoder().decode(text);
    }
}

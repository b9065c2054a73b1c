package cn.yizhen.app.access.code;

import cn.yizhen.app.host.DataDirectory;
import cn.yizhen.app.host.HostSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Seals the secrets of authenticators (AES-256-GCM) under a key that lies outside the database, in a 0600
 * file beside the other secrets: a copy of the database alone makes nobody's codes.
 */
@Component
class CodeKey {

    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final Path file;
    private final SecureRandom random = new SecureRandom();
    private byte @Nullable [] key;

    CodeKey(HostSettings settings) {
        this.file = settings.data().toAbsolutePath().normalize().resolve("secrets").resolve("one-time-codes.key");
    }

    byte[] seal(UUID account, byte[] secret) {
        var nonce = bytes(NONCE);
        var sealed = cipher(Cipher.ENCRYPT_MODE, account, nonce, secret);
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    byte[] open(UUID account, byte[] sealed) {
        return cipher(Cipher.DECRYPT_MODE, account, Arrays.copyOf(sealed, NONCE), Arrays.copyOfRange(sealed, NONCE, sealed.length));
    }

    /** Random bytes for a new secret. */
    byte[] bytes(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] cipher(int mode, UUID account, byte[] nonce, byte[] bytes) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(account.toString().getBytes());
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the secret of an authenticator does not open with " + file, e);
        }
    }

    private synchronized byte[] key() {
        try {
            if (key == null) {
                if (!Files.exists(file)) {
                    DataDirectory.writePrivately(file, HexFormat.of().formatHex(bytes(KEY)));
                }
                key = HexFormat.of().parseHex(Files.readString(file).strip());
            }
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

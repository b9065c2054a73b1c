package cn.yizhen.app.access.code;

import cn.yizhen.app.host.DataDirectory;
import cn.yizhen.app.host.HostSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Seals the secrets of authenticators (AES-256-GCM) under a key that lies outside the database, in a 0600
 * file beside the other secrets: a copy of the database alone makes nobody's codes.
 */
@Component
class CodeKey {

    private static final Logger LOG = LoggerFactory.getLogger(CodeKey.class);
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
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, account, nonce, secret);
            return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The secret; empty where the key file is not the one it was sealed with. */
    Optional<byte[]> open(UUID account, byte[] sealed) {
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, account, Arrays.copyOf(sealed, NONCE), Arrays.copyOfRange(sealed, NONCE, sealed.length)));
        } catch (GeneralSecurityException e) {
            LOG.error("动态口令的密钥文件 {} 与数据库不配套。请恢复与这个数据库一起保管的密钥；没有的，用恢复码登录后重新设置。", file);
            return Optional.empty();
        }
    }

    /** Random bytes for a new secret. */
    byte[] bytes(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] cipher(int mode, UUID account, byte[] nonce, byte[] bytes) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(account.toString().getBytes(StandardCharsets.US_ASCII));
        return cipher.doFinal(bytes);
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

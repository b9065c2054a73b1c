package cn.yizhen.app.crypto;

import cn.yizhen.app.host.CannotStart;
import cn.yizhen.app.host.DataDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What backups are sealed to (恢复密钥). The open half lies beside the platform and can only seal; the secret
 * half is kept elsewhere and opens. X25519, or SM2 under the profile gm.
 */
public final class RecoveryKey {

    private static final String SECRET = "yizhen-recovery-secret";
    private static final String OPEN = "yizhen-recovery-public";
    static final int FILE_KEY = 32;

    private final boolean sm2;
    private final PublicKey open;
    private final @Nullable PrivateKey secret;

    private RecoveryKey(boolean sm2, PublicKey open, @Nullable PrivateKey secret) {
        this.sm2 = sm2;
        this.open = open;
        this.secret = secret;
    }

    /** Makes a pair: the secret half in {@code file} (0600), the open half in {@code file.pub}. */
    public static RecoveryKey make(Path file, CryptoProfile profile) {
        var sm2 = profile == CryptoProfile.GM;
        var open = file.resolveSibling(file.getFileName() + ".pub");
        if (Files.exists(file) || Files.exists(open)) {
            throw new CannotStart("文件 " + file + " 或 " + open + " 已经存在。", "请换一个名字；已有的恢复密钥不要覆盖，旧备份要靠它打开。");
        }
        try {
            var generator = sm2 ? KeyPairGenerator.getInstance("EC", BouncyCastle.PROVIDER) : KeyPairGenerator.getInstance("X25519");
            if (sm2) {
                generator.initialize(new ECGenParameterSpec("sm2p256v1"));
            }
            var pair = generator.generateKeyPair();
            var word = sm2 ? "SM2" : "X25519";
            var published = text(pair.getPublic().getEncoded());
            DataDirectory.writePrivately(file.toAbsolutePath(), SECRET + " " + word + "\n" + text(pair.getPrivate().getEncoded()) + "\n" + published + "\n");
            Files.writeString(open, OPEN + " " + word + "\n" + published + "\n");
            return new RecoveryKey(sm2, pair.getPublic(), pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new CannotStart("恢复密钥写不进 " + file + "：" + e.getMessage(), "请核对目录权限与磁盘空间。");
        }
    }

    /** Reads either half. */
    public static RecoveryKey read(Path file) {
        try {
            var lines = Files.readAllLines(file);
            var head = lines.getFirst().split(" ");
            var sm2 = head[1].equals("SM2");
            var factory = sm2 ? KeyFactory.getInstance("EC", BouncyCastle.PROVIDER) : KeyFactory.getInstance("X25519");
            if (head[0].equals(OPEN)) {
                return new RecoveryKey(sm2, factory.generatePublic(new X509EncodedKeySpec(bytes(lines.get(1)))), null);
            }
            return new RecoveryKey(sm2, factory.generatePublic(new X509EncodedKeySpec(bytes(lines.get(2)))),
                    factory.generatePrivate(new PKCS8EncodedKeySpec(bytes(lines.get(1)))));
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new CannotStart("恢复密钥 " + file + " 读不出来，或者不是恢复密钥。", "请核对路径；用 ./yizhen keys recovery 文件 生成的两个文件，备份用 .pub，恢复用另一个。");
        }
    }

    /** A short mark of the pair, to be kept on paper. */
    public String fingerprint() {
        return SigningKey.fingerprint(text(open.getEncoded()));
    }

    public boolean opens() {
        return secret != null;
    }

    /** Whether it is of the profile gm. */
    public boolean chinese() {
        return sm2;
    }

    /** A fresh file key and what lets the secret half find it again. */
    Encapsulated encapsulate() {
        try {
            if (sm2) {
                var key = new byte[FILE_KEY];
                new SecureRandom().nextBytes(key);
                var cipher = Cipher.getInstance("SM2", BouncyCastle.PROVIDER);
                cipher.init(Cipher.ENCRYPT_MODE, open);
                return new Encapsulated(key, cipher.doFinal(key));
            }
            var ephemeral = KeyPairGenerator.getInstance("X25519").generateKeyPair();
            var public1 = ephemeral.getPublic().getEncoded();
            return new Encapsulated(agreed(ephemeral.getPrivate(), open, public1), public1);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] decapsulate(byte[] encapsulated) throws WrongKey {
        try {
            if (sm2) {
                var cipher = Cipher.getInstance("SM2", BouncyCastle.PROVIDER);
                cipher.init(Cipher.DECRYPT_MODE, secret);
                return cipher.doFinal(encapsulated);
            }
            return agreed(secret, KeyFactory.getInstance("X25519").generatePublic(new X509EncodedKeySpec(encapsulated)), encapsulated);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new WrongKey();
        }
    }

    /** HKDF-SHA-256 over the agreed secret, bound to both public keys. */
    private byte[] agreed(@Nullable PrivateKey mine, PublicKey theirs, byte[] ephemeral) throws GeneralSecurityException {
        var agreement = KeyAgreement.getInstance("X25519");
        agreement.init(mine);
        agreement.doPhase(theirs, true);
        var extracted = hmac(FieldSeal.joined(ephemeral, open.getEncoded()), agreement.generateSecret());
        return hmac(extracted, FieldSeal.joined("yizhen-backup-1".getBytes(StandardCharsets.US_ASCII), new byte[] {1}));
    }

    private static byte[] hmac(byte[] key, byte[] bytes) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(bytes);
    }

    record Encapsulated(byte[] key, byte[] bytes) {}

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return Base64.getDecoder().decode(text.strip());
    }
}

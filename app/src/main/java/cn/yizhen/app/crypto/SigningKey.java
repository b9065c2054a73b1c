package cn.yizhen.app.crypto;

import cn.yizhen.app.host.CannotStart;
import cn.yizhen.app.host.DataDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/**
 * Signs what must be believed outside the database (链头签名): Ed25519, or SM2 with SM3. The key lies in a
 * 0600 file that no backup of the data holds.
 */
public final class SigningKey {

    private final SignatureAlgorithm algorithm;
    private final PrivateKey secret;
    private final PublicKey open;

    private SigningKey(SignatureAlgorithm algorithm, PrivateKey secret, PublicKey open) {
        this.algorithm = algorithm;
        this.secret = secret;
        this.open = open;
    }

    /** The key of this profile in the folder; made at the first asking. */
    public static SigningKey in(Path folder, CryptoProfile profile) {
        var algorithm = profile == CryptoProfile.GM ? SignatureAlgorithm.SM2 : SignatureAlgorithm.ED25519;
        var file = folder.resolve("head-" + algorithm.word.toLowerCase(java.util.Locale.ROOT) + ".key");
        try {
            if (!Files.exists(file)) {
                var pair = algorithm.generate();
                DataDirectory.writePrivately(file, encoded(pair.getPrivate().getEncoded()) + "\n" + encoded(pair.getPublic().getEncoded()) + "\n");
            }
            var lines = Files.readAllLines(file);
            return new SigningKey(algorithm, algorithm.privateKey(decoded(lines.getFirst())), algorithm.publicKey(decoded(lines.get(1))));
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new CannotStart("链头签名密钥 " + file + " 读不出来：" + e.getMessage(), "请从密钥备份恢复这个文件；删掉它会生成新密钥，此前的链头仍用旧公钥核对。");
        }
    }

    public String algorithm() {
        return algorithm.word;
    }

    /** The public half, X.509 in Base64. */
    public String publicKey() {
        return encoded(open.getEncoded());
    }

    /** The signature over these words, Base64. */
    public String sign(String words) {
        try {
            return encoded(algorithm.sign(secret, words.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the signature is by this public key over these words; false also for anything unreadable. */
    public static boolean verifies(String algorithm, String publicKey, String words, String signature) {
        try {
            var kind = SignatureAlgorithm.of(algorithm);
            return kind.verifies(kind.publicKey(decoded(publicKey)), words.getBytes(StandardCharsets.UTF_8), decoded(signature));
        } catch (GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }

    /** A short mark of a public key to be kept on paper: the first 16 bytes of its SM3, hexadecimal. */
    public static String fingerprint(String publicKey) {
        var bytes = decoded(publicKey);
        var sm3 = new SM3Digest();
        sm3.update(bytes, 0, bytes.length);
        var digest = new byte[sm3.getDigestSize()];
        sm3.doFinal(digest, 0);
        return HexFormat.of().formatHex(digest, 0, 16);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] decoded(String text) {
        return Base64.getDecoder().decode(text.strip());
    }
}

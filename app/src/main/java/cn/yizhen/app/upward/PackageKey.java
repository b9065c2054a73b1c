package cn.yizhen.app.upward;

import cn.yizhen.app.access.Sm3;
import cn.yizhen.app.crypto.SignatureAlgorithm;
import cn.yizhen.app.host.DataDirectory;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Base64;
import java.util.HexFormat;

/** The county's key, a file outside the database, and the public key beside it that the level above registers. */
record PackageKey(SignatureAlgorithm algorithm, PrivateKey key) {

    /** Reads the key; the first time there is none where the program keeps its own, it makes a pair. */
    static Outcome<PackageKey> at(Path file, boolean own, SignatureAlgorithm fresh) {
        try {
            if (own && !Files.exists(file)) {
                var pair = fresh.generate();
                DataDirectory.writePrivately(file, Pem.PRIVATE.write(pair.getPrivate().getEncoded()));
                Files.writeString(publicBeside(file), Pem.PUBLIC.write(pair.getPublic().getEncoded()));
            }
            var encoded = Pem.PRIVATE.read(Files.readString(file));
            var algorithm = SignatureAlgorithm.ofPrivate(encoded);
            return Outcome.done(new PackageKey(algorithm, algorithm.privateKey(encoded)));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            return Outcome.refused(Reason.of("signing-key", "签名私钥 " + file + " 读不出来，报送包没有签出。",
                    "请系统管理员核对 yizhen.upward.key：PEM 格式的 SM2 或 Ed25519 私钥，只有运行平台的用户可读。已签发的上报表不受影响。"));
        }
    }

    static Path publicBeside(Path file) {
        return file.resolveSibling(file.getFileName().toString().replaceFirst("\\.key$", "") + ".pub");
    }

    byte[] sign(byte[] content) {
        try {
            return algorithm.sign(key, content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A county's registered public key. */
    record Registered(SignatureAlgorithm algorithm, PublicKey key) {

        static Registered read(String pem) throws GeneralSecurityException {
            var encoded = Pem.PUBLIC.read(pem);
            var algorithm = SignatureAlgorithm.ofPublic(encoded);
            return new Registered(algorithm, algorithm.publicKey(encoded));
        }

        boolean verifies(byte[] content, byte[] signature) {
            return algorithm.verifies(key, content, signature);
        }
    }

    /** What a key looks like in a file. */
    enum Pem {
        PRIVATE("PRIVATE KEY"),
        PUBLIC("PUBLIC KEY");

        private final String label;

        Pem(String label) {
            this.label = label;
        }

        String write(byte[] encoded) {
            return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded) + "\n-----END " + label + "-----\n";
        }

        byte[] read(String text) {
            var begin = "-----BEGIN " + label + "-----";
            var from = text.indexOf(begin);
            var until = text.indexOf("-----END " + label + "-----");
            if (from < 0 || until < from) {
                throw new IllegalArgumentException("no " + label);
            }
            return Base64.getMimeDecoder().decode(text.substring(from + begin.length(), until));
        }
    }

    static String sm3(byte[] content) {
        return HexFormat.of().formatHex(Sm3.digest(content));
    }
}

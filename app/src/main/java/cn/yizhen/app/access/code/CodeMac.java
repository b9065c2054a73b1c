package cn.yizhen.app.access.code;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** The keyed digest a one-time code is cut from: SHA-1 as RFC 6238 and every authenticator has it, or SM3 (GM/T 0021). */
enum CodeMac {
    SHA1(20) {
        @Override
        byte[] of(byte[] key, byte[] message) {
            try {
                var mac = Mac.getInstance("HmacSHA1");
                mac.init(new SecretKeySpec(key, "HmacSHA1"));
                return mac.doFinal(message);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    },
    SM3(32) {
        @Override
        byte[] of(byte[] key, byte[] message) {
            var mac = new HMac(new SM3Digest());
            mac.init(new KeyParameter(key));
            mac.update(message, 0, message.length);
            var digest = new byte[mac.getMacSize()];
            mac.doFinal(digest, 0);
            return digest;
        }
    };

    /** Bytes of a new secret: as many as the digest has (RFC 4226, R6). */
    final int secretLength;

    CodeMac(int secretLength) {
        this.secretLength = secretLength;
    }

    abstract byte[] of(byte[] key, byte[] message);
}

package cn.yizhen.app.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.SICBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/**
 * Seals a field under a key of 16 bytes (字段加密): AES-128-GCM, or SM4-CTR with HMAC-SM3 over nonce and
 * ciphertext. Each value begins with its scheme, so that one made under another profile opens too; a value
 * without one is of the time before there were profiles (AES-128-GCM).
 */
final class FieldSeal {

    static final int KEY = 16;
    private static final byte[] MARK = "YZS".getBytes(StandardCharsets.US_ASCII);
    private static final byte AES_GCM = 1;
    private static final byte SM4_HMAC = 2;
    private static final int GCM_NONCE = 12;
    private static final int GCM_TAG = 16;
    private static final int CTR_NONCE = 16;
    private static final int MAC = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private FieldSeal() {}

    static byte[] newKey() {
        return random(KEY);
    }

    static byte[] seal(CryptoProfile profile, byte[] key, byte[] open) {
        return switch (profile) {
            case STANDARD -> marked(AES_GCM, sealGcm(key, open));
            case GM -> marked(SM4_HMAC, sealSm4(key, open));
        };
    }

    /** @throws WrongKey when value and key do not belong together, or the value was changed */
    static byte[] open(byte[] key, byte[] sealed) throws WrongKey {
        if (!marked(sealed)) {
            return openGcm(key, sealed);
        }
        var body = Arrays.copyOfRange(sealed, MARK.length + 1, sealed.length);
        return switch (sealed[MARK.length]) {
            case AES_GCM -> openGcm(key, body);
            case SM4_HMAC -> openSm4(key, body);
            default -> throw new WrongKey();
        };
    }

    /** Whether the value names its scheme. */
    static boolean marked(byte[] sealed) {
        return sealed.length > MARK.length && Arrays.equals(MARK, 0, MARK.length, sealed, 0, MARK.length);
    }

    private static byte[] marked(byte scheme, byte[] body) {
        return ByteBuffer.allocate(MARK.length + 1 + body.length).put(MARK).put(scheme).put(body).array();
    }

    private static byte[] sealGcm(byte[] key, byte[] open) {
        try {
            var nonce = random(GCM_NONCE);
            return joined(nonce, gcm(Cipher.ENCRYPT_MODE, key, nonce, open));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] openGcm(byte[] key, byte[] sealed) throws WrongKey {
        if (sealed.length < GCM_NONCE + GCM_TAG) {
            throw new WrongKey();
        }
        try {
            return gcm(Cipher.DECRYPT_MODE, key, Arrays.copyOf(sealed, GCM_NONCE), Arrays.copyOfRange(sealed, GCM_NONCE, sealed.length));
        } catch (GeneralSecurityException e) {
            throw new WrongKey();
        }
    }

    private static byte[] gcm(int mode, byte[] key, byte[] nonce, byte[] bytes) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(GCM_TAG * 8, nonce));
        return cipher.doFinal(bytes);
    }

    private static byte[] sealSm4(byte[] key, byte[] open) {
        var nonce = random(CTR_NONCE);
        var body = joined(nonce, ctr(key, nonce, open));
        return joined(body, hmac(derived(key, "mac"), body));
    }

    private static byte[] openSm4(byte[] key, byte[] sealed) throws WrongKey {
        if (sealed.length < CTR_NONCE + MAC) {
            throw new WrongKey();
        }
        var body = Arrays.copyOf(sealed, sealed.length - MAC);
        if (!MessageDigest.isEqual(hmac(derived(key, "mac"), body), Arrays.copyOfRange(sealed, sealed.length - MAC, sealed.length))) {
            throw new WrongKey();
        }
        return ctr(key, Arrays.copyOf(body, CTR_NONCE), Arrays.copyOfRange(body, CTR_NONCE, body.length));
    }

    private static byte[] ctr(byte[] key, byte[] nonce, byte[] bytes) {
        var cipher = SICBlockCipher.newInstance(new SM4Engine());
        cipher.init(true, new ParametersWithIV(new KeyParameter(Arrays.copyOf(derived(key, "seal"), KEY)), nonce));
        var out = new byte[bytes.length];
        cipher.processBytes(bytes, 0, bytes.length, out, 0);
        return out;
    }

    /** Enciphering and authenticating each have a key of their own. */
    private static byte[] derived(byte[] key, String purpose) {
        return hmac(key, ("yizhen-" + purpose).getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] hmac(byte[] key, byte[] bytes) {
        var mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(key));
        mac.update(bytes, 0, bytes.length);
        var out = new byte[mac.getMacSize()];
        mac.doFinal(out, 0);
        return out;
    }

    static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
    }
}

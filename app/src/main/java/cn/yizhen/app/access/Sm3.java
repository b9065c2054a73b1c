package cn.yizhen.app.access;

import org.bouncycastle.crypto.digests.SM3Digest;

/** The digest of the audit: SM3 (GB/T 32905), 32 bytes. */
public final class Sm3 {

    private Sm3() {}

    public static byte[] digest(byte[] content) {
        var sm3 = new SM3Digest();
        sm3.update(content, 0, content.length);
        var digest = new byte[sm3.getDigestSize()];
        sm3.doFinal(digest, 0);
        return digest;
    }
}

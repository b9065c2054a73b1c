package cn.yizhen.app.crypto;

import cn.yizhen.app.host.CannotStart;
import java.util.Locale;

/**
 * Which algorithms new values are made with (密码算法): the international ones, or China's commercial ones
 * (SM2, SM3, SM4: GB/T 32918, 32905, 32907) that GB/T 39786 asks of a network at level three.
 */
public enum CryptoProfile {
    /** Argon2id, HMAC-SHA-1 codes, AES-128-GCM, Ed25519, X25519. */
    STANDARD,
    /** PBKDF2-HMAC-SM3, HMAC-SM3 codes, SM4 with HMAC-SM3, SM2. */
    GM;

    /** As written in the settings: {@code standard} or {@code gm}. */
    public static CryptoProfile of(String written) {
        return switch (written.strip().toLowerCase(Locale.ROOT)) {
            case "standard" -> STANDARD;
            case "gm" -> GM;
            default -> throw new CannotStart("密码算法设置 crypto.profile=" + written + " 不认识。", "请写 standard 或 gm。");
        };
    }
}

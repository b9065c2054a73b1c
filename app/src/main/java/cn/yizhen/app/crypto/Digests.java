package cn.yizhen.app.crypto;

import cn.yizhen.app.host.CannotStart;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Digests by the name they are written with: {@code SM3} (GB/T 32905), or one of the platform's. */
public final class Digests {

    private Digests() {}

    /** @throws CannotStart when this program has no digest of that name, as for a backup of a newer one */
    public static MessageDigest named(String name) {
        try {
            return name.equals("SM3") ? MessageDigest.getInstance(name, BouncyCastle.PROVIDER) : MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new CannotStart("备份用的摘要算法 " + name + " 这个程序不认识。", "请用生成备份的那一版程序恢复。");
        }
    }
}

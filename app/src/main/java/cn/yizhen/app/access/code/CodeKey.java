package cn.yizhen.app.access.code;

import cn.yizhen.app.crypto.OwnKeys;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Seals the secrets of authenticators under a key that lies outside the database: a copy of the database alone makes nobody's codes. */
@Component
class CodeKey {

    private static final Logger LOG = LoggerFactory.getLogger(CodeKey.class);

    private final OwnKeys keys;
    private final SecureRandom random = new SecureRandom();

    CodeKey(OwnKeys keys) {
        this.keys = keys;
    }

    byte[] seal(UUID account, byte[] secret) {
        return keys.seal(OwnKeys.ONE_TIME_CODES, account.toString(), secret);
    }

    /** The secret; empty where the key file is not the one it was sealed with. */
    Optional<byte[]> open(UUID account, byte[] sealed) {
        var secret = keys.open(OwnKeys.ONE_TIME_CODES, account.toString(), sealed);
        if (secret.isEmpty()) {
            LOG.error("动态口令的密钥文件（secrets/{}.key）与数据库不配套。请恢复与这个数据库一起保管的密钥；没有的，用恢复码登录后重新设置。", OwnKeys.ONE_TIME_CODES);
        }
        return secret;
    }

    /** Random bytes for a new secret. */
    byte[] bytes(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}

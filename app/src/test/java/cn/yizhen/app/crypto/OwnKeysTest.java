package cn.yizhen.app.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yizhen.app.host.CannotStart;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("平台自用的密钥")
class OwnKeysTest {

    private static final byte[] SECRET = "动态口令的种子".getBytes(StandardCharsets.UTF_8);

    @TempDir Path data;
    private Vault vault;

    @BeforeEach
    void aMasterKey() {
        vault = vault();
        vault.begin();
    }

    @ParameterizedTest
    @EnumSource(CryptoProfile.class)
    @DisplayName("封了能开，换一个人的名义打不开；文件只有本人可读，里面是包裹过的")
    void whatIsSealedOpensForItsOwnerOnly(CryptoProfile profile) throws Exception {
        var keys = keys(profile);
        var sealed = keys.seal(OwnKeys.ONE_TIME_CODES, "a", SECRET);
        assertThat(keys.open(OwnKeys.ONE_TIME_CODES, "a", sealed)).contains(SECRET);
        assertThat(keys.open(OwnKeys.ONE_TIME_CODES, "b", sealed)).isEmpty();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-------");
        assertThat(HexFormat.of().parseHex(Files.readString(file()))).startsWith("YZW".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    @DisplayName("更换主密钥：下次启动换新的包裹，旧的去掉以后照样能开")
    void aNewMasterKeyWrapsThemToo() {
        var sealed = keys(CryptoProfile.GM).seal(OwnKeys.ONE_TIME_CODES, "a", SECRET);
        vault.rotate();
        vault = vault();
        keys(CryptoProfile.GM).rewrap();
        vault.retire();
        vault = vault();
        assertThat(keys(CryptoProfile.GM).open(OwnKeys.ONE_TIME_CODES, "a", sealed)).contains(SECRET);
    }

    @Test
    @DisplayName("包裹之前的密钥文件、那时封的口令照样认；启动一次以后文件是包裹过的")
    void keysOfTheTimeBeforeAreTakenOver() throws Exception {
        var key = FieldSeal.random(32);
        Files.writeString(file(), HexFormat.of().formatHex(key));
        var nonce = FieldSeal.random(12);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        cipher.updateAAD("a".getBytes(StandardCharsets.US_ASCII));
        var sealed = FieldSeal.joined(nonce, cipher.doFinal(SECRET));
        keys(CryptoProfile.STANDARD).rewrap();
        assertThat(Files.readString(file())).startsWith(HexFormat.of().formatHex("YZW".getBytes(StandardCharsets.US_ASCII)));
        assertThat(keys(CryptoProfile.GM).open(OwnKeys.ONE_TIME_CODES, "a", sealed)).contains(SECRET);
    }

    @Test
    @DisplayName("文件是另一把主密钥包裹的，启动时说清怎么办")
    void afileOfAnotherMachineIsRefused() throws Exception {
        keys(CryptoProfile.STANDARD).seal(OwnKeys.ONE_TIME_CODES, "a", SECRET);
        Files.delete(vault.file());
        vault = vault();
        vault.begin();
        assertThatThrownBy(() -> keys(CryptoProfile.STANDARD).rewrap()).isInstanceOf(CannotStart.class).hasMessageContaining("不是用现在的主密钥包裹的");
    }

    private Vault vault() {
        return Vault.open(CryptoSettings.plain(CryptoProfile.STANDARD), data);
    }

    private OwnKeys keys(CryptoProfile profile) {
        return new OwnKeys(vault, profile, data);
    }

    private Path file() {
        return data.resolve("secrets/one-time-codes.key");
    }
}

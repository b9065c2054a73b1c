package cn.yizhen.app.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.yizhen.app.host.CannotStart;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VaultTest {

    private static final Path SOFT_HSM = Path.of("/usr/lib/softhsm/libsofthsm2.so");

    @TempDir Path data;

    private Vault vault(CryptoProfile profile) {
        var vault = Vault.open(CryptoSettings.plain(profile), data);
        vault.begin();
        return vault;
    }

    @Test
    @DisplayName("换了密码算法，原来封的姓名仍读得出；新封的用新算法")
    void aChangeOfProfileKeepsWhatWasSealedReadable() {
        var before = vault(CryptoProfile.STANDARD);
        var key = before.newKey();
        var sealed = before.seal(key, "张三");
        var after = vault(CryptoProfile.GM);
        assertThat(after.open(key, sealed)).isEqualTo("张三");
        assertThat(after.seal(key, "李四")[3]).isEqualTo((byte) 2);
        assertThat(before.open(key, after.seal(key, "李四"))).isEqualTo("李四");
    }

    @Test
    @DisplayName("有算法标记之前封的姓名，钥匙没有包裹，照样读得出")
    void valuesOfTheTimeBeforeProfilesOpen() throws Exception {
        var key = FieldSeal.newKey();
        var nonce = FieldSeal.random(12);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        var old = FieldSeal.joined(nonce, cipher.doFinal("王五".getBytes(StandardCharsets.UTF_8)));
        assertThat(vault(CryptoProfile.GM).open(key, old)).isEqualTo("王五");
    }

    @ParameterizedTest
    @EnumSource(CryptoProfile.class)
    @DisplayName("密文改一位就读不出")
    void aChangedValueDoesNotOpen(CryptoProfile profile) {
        var key = FieldSeal.newKey();
        var sealed = FieldSeal.seal(profile, key, "赵六".getBytes(StandardCharsets.UTF_8));
        for (int place = 4; place < sealed.length; place++) {
            var changed = sealed.clone();
            changed[place] ^= 1;
            assertThatThrownBy(() -> FieldSeal.open(key, changed)).isInstanceOf(WrongKey.class);
        }
    }

    @Test
    @DisplayName("运行中主密钥文件被拿走或换掉：就绪核对说出来，放回就好")
    void aKeyTakenAwayIsMissed() throws Exception {
        var vault = vault(CryptoProfile.STANDARD);
        assertThat(vault.trouble()).isEmpty();
        var kept = data.resolve("kept.key");
        Files.move(vault.file(), kept);
        assertThat(vault.trouble().orElseThrow()).contains(vault.current().orElseThrow());
        FileMasterKey.add(vault.file(), CryptoProfile.STANDARD);
        assertThat(vault.trouble()).isPresent();
        Files.move(kept, vault.file(), StandardCopyOption.REPLACE_EXISTING);
        assertThat(vault.trouble()).isEmpty();
    }

    @Test
    @DisplayName("更换主密钥：旧的还在时都能解，重新包裹后旧的可以去掉")
    void aNewMasterKeyTakesOver() {
        var vault = vault(CryptoProfile.STANDARD);
        var key = vault.newKey();
        var sealed = vault.seal(key, "张三");
        var first = vault.current().orElseThrow();
        assertThat(vault.rotate()).isNotEqualTo(first);
        assertThat(vault.isCurrent(key)).isFalse();
        assertThat(vault.open(key, sealed)).isEqualTo("张三");
        var anew = vault.rewrapped(key);
        vault.retire();
        assertThat(vault.has(first)).isFalse();
        assertThat(vault.open(anew, sealed)).isEqualTo("张三");
        assertThatThrownBy(() -> vault.open(key, sealed)).hasMessageContaining(first);
    }

    @Test
    @DisplayName("主密钥文件只有本人可读；放宽了权限或内容不对，就说怎么办")
    void theFileIsPrivateAndWhole() throws Exception {
        var file = vault(CryptoProfile.GM).file();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> vault(CryptoProfile.GM)).isInstanceOf(CannotStart.class).hasMessageContaining("别的用户也能读");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(file, "hello");
        assertThatThrownBy(() -> vault(CryptoProfile.GM)).isInstanceOf(CannotStart.class).hasMessageContaining("内容不对");
    }

    @ParameterizedTest
    @EnumSource(CryptoProfile.class)
    @DisplayName("两种口令摘要互认，错的口令都不认")
    void eitherPasswordDigestIsRecognised(CryptoProfile profile) {
        var encoded = new PasswordHashes(profile).encode("一个够长的密码呀");
        for (var now : CryptoProfile.values()) {
            assertThat(new PasswordHashes(now).matches("一个够长的密码呀", encoded)).isTrue();
            assertThat(new PasswordHashes(now).matches("一个够长的密码", encoded)).isFalse();
        }
        assertThat(encoded).startsWith(profile == CryptoProfile.GM ? "{pbkdf2-sm3}" : "$argon2id$");
    }

    /** Where SoftHSM is installed and {@code SOFTHSM2_CONF} names a token with PIN 1234; docs/operations.md says how. */
    @Test
    @DisplayName("主密钥在密码设备里（PKCS#11）：包裹、解开、再次打开还是同一把，并从文件接替")
    void theMasterKeyMayLieInADevice() throws Exception {
        assumeTrue(Files.exists(SOFT_HSM) && System.getenv("SOFTHSM2_CONF") != null, "SoftHSM 没有安装");
        var file = vault(CryptoProfile.STANDARD);
        var key = file.newKey();
        var sealed = file.seal(key, "张三");
        var pin = Files.writeString(data.resolve("pin"), "1234\n");
        var settings = new CryptoSettings("standard", null, null, new CryptoSettings.Token(SOFT_HSM, null, pin, List.of("yizhen-test")));
        var device = Vault.open(settings, data);
        assertThat(device.current()).isNotEqualTo(file.current());
        var inside = device.rewrapped(key);
        assertThat(device.isCurrent(inside)).isTrue();
        var again = Vault.open(settings, data.resolve("elsewhere"));
        assertThat(again.current()).isEqualTo(device.current());
        assertThat(again.open(inside, sealed)).isEqualTo("张三");
        var elsewhere = new CryptoSettings("standard", null, null, new CryptoSettings.Token(data.resolve("no.so"), null, pin, List.of("x")));
        assertThatThrownBy(() -> Vault.open(elsewhere, data)).isInstanceOf(CannotStart.class).hasMessageContaining("密码设备");
    }
}

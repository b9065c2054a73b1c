package cn.yizhen.app.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yizhen.app.AppTest;
import cn.yizhen.app.access.ActSealer;
import cn.yizhen.app.access.ActSequencer;
import cn.yizhen.app.access.chain.AuditCommand;
import cn.yizhen.app.crypto.CryptoProfile;
import cn.yizhen.app.crypto.Envelope;
import cn.yizhen.app.crypto.RecoveryKey;
import cn.yizhen.app.host.CannotStart;
import cn.yizhen.app.host.HostSettings;
import cn.yizhen.app.host.OpenDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
class BackupTest {

    @Autowired HostSettings settings;
    @Autowired ActSequencer sequencer;
    @Autowired ActSealer sealer;
    @Autowired Clock clock;
    @TempDir Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    @DisplayName("平台运行着做备份，恢复到别处：行数相符，审计一致，姓名都读得出；拷了一半的备份不留下任何东西")
    void aBackupComesBackElsewhere() throws Exception {
        sequencer.round();
        sealer.round();
        var key = RecoveryKey.make(folder.resolve("recovery"), CryptoProfile.GM);
        assertThat(backup("data.bak")).as(said()).isZero();
        assertThat(backup("keys.bak", "--keys")).as(said()).isZero();
        assertThat(said()).contains("\"backup_mb_s\":");
        assertThat(backup("data.bak")).isEqualTo(1);
        assertThat(said()).contains("已经存在");
        assertThat(backup("nowhere/data.bak")).isEqualTo(1);
        assertThat(said()).contains("目录 " + folder.resolve("nowhere") + " 不存在").doesNotContain("秘密部分");

        var elsewhere = folder.resolve("elsewhere");
        var done = new Restore(folder.resolve("data.bak"), folder.resolve("keys.bak"), key).into(elsewhere);
        assertThat(done.loaded().rows()).isPositive();
        assertThat(AuditCommand.run(List.of("--data", elsewhere.toString()), stream(), stream())).as(said()).isZero();
        try (var here = OpenDatabase.in(settings.data()); var there = OpenDatabase.in(elsewhere); var mine = here.reading(); var theirs = there.reading()) {
            for (var question : List.of("select count(*)::text from person_key", "select count(*)::text from noted_record", "select max(seq)::text from act",
                    "select count(*)::text from pg_constraint where contype = 'f'", "select count(*)::text from pg_class where relforcerowsecurity")) {
                assertThat(new Asked(theirs).column(question)).as(question).isEqualTo(new Asked(mine).column(question));
            }
        }
        assertThatThrownBy(() -> new Restore(folder.resolve("data.bak"), null, key).into(elsewhere)).isInstanceOf(CannotStart.class).hasMessageContaining("已有内容");

        var whole = Files.readAllBytes(folder.resolve("data.bak"));
        Files.write(folder.resolve("cut.bak"), Arrays.copyOf(whole, whole.length - 1000));
        var cut = new Restore(folder.resolve("cut.bak"), folder.resolve("keys.bak"), key);
        assertThatThrownBy(() -> cut.into(folder.resolve("other"))).isInstanceOf(CannotStart.class).hasMessageContaining("不完整");
        assertThat(folder.resolve("other")).doesNotExist();
        assertThat(folder.resolve("other.restoring")).doesNotExist();
    }

    @Test
    @DisplayName("更新版本的备份、别人的恢复密钥、密钥备份与数据备份放反，都说清怎么办，什么也不动")
    void whatCannotBeRestoredIsRefusedBeforeAnythingIsMade() throws Exception {
        var key = RecoveryKey.make(folder.resolve("recovery"), CryptoProfile.STANDARD);
        var newer = folder.resolve("newer.bak");
        try (var out = new DataOutputStream(new DeflaterOutputStream(Envelope.sealing(Files.newOutputStream(newer), key, "data")))) {
            Dump.frame(out, Manifest.bytes(new Manifest("9.0", "539900", "云岭县", false, "2030-01-01T00:00:00Z", List.of("V1__acts_and_scope.sql", "V999__later.sql"),
                    "", 0, "SHA-256", List.of(), List.of())));
        }
        assertThatThrownBy(() -> new Restore(newer, null, key).into(folder.resolve("a"))).hasMessageContaining("更新的版本").hasMessageContaining("V999__later.sql");
        var other = RecoveryKey.make(folder.resolve("other"), CryptoProfile.STANDARD);
        assertThatThrownBy(() -> new Restore(newer, null, other).into(folder.resolve("a"))).hasMessageContaining("恢复密钥不对");
        assertThatThrownBy(() -> new Restore(newer, null, RecoveryKey.read(folder.resolve("recovery.pub"))).into(folder.resolve("a"))).hasMessageContaining("公开部分");
        assertThatThrownBy(() -> new Restore(Files.writeString(folder.resolve("x"), "hello"), null, key).into(folder.resolve("a"))).hasMessageContaining("不是一针的备份");
        assertThat(folder.resolve("a")).doesNotExist();
        assertThat(Told.refusal(new CannotStart("initdb: No space left on device", "")).getMessage()).contains("磁盘满了");
        assertThat(RestoreCommand.run(List.of(newer.toString()), stream(), stream())).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(CryptoProfile.class)
    @DisplayName("加密外壳：任何一处改动、在任何地方截断，都打不开")
    void theEnvelopeSeesEveryChangeAndCut(CryptoProfile profile) throws Exception {
        var key = RecoveryKey.make(folder.resolve("recovery"), profile);
        var open = new byte[(1 << 20) + 5000];
        new Random(1).nextBytes(open);
        var out = new ByteArrayOutputStream();
        try (var sealing = Envelope.sealing(out, key, "data")) {
            sealing.write(open);
        }
        var sealed = out.toByteArray();
        assertThat(Envelope.opening(new ByteArrayInputStream(sealed), key, "data").readAllBytes()).isEqualTo(open);
        var random = new Random(2);
        for (int n = 0; n < 20; n++) {
            int place = random.nextInt(300, sealed.length);
            var changed = sealed.clone();
            changed[place] ^= 1;
            assertThatThrownBy(() -> Envelope.opening(new ByteArrayInputStream(changed), key, "data").readAllBytes()).isInstanceOf(CannotStart.class);
            var cut = Arrays.copyOf(sealed, place);
            assertThatThrownBy(() -> Envelope.opening(new ByteArrayInputStream(cut), key, "data").readAllBytes()).isInstanceOf(CannotStart.class);
        }
    }

    private int backup(String file, String... more) {
        var words = new java.util.ArrayList<>(List.of(folder.resolve(file).toString(), "--recovery-key", folder.resolve("recovery.pub").toString(),
                "--data", settings.data().toString()));
        words.addAll(List.of(more));
        return BackupCommand.run(words, stream(), stream(), clock);
    }

    private PrintStream stream() {
        return new PrintStream(said, true, StandardCharsets.UTF_8);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}

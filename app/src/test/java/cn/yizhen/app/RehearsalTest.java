package cn.yizhen.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import cn.yizhen.app.Standings.Stands;
import cn.yizhen.app.access.ActSealer;
import cn.yizhen.app.access.ActSequencer;
import cn.yizhen.app.backup.BackupCommand;
import cn.yizhen.app.crypto.CryptoProfile;
import cn.yizhen.app.crypto.RecoveryKey;
import cn.yizhen.app.host.HostSettings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
@DisplayName("恢复演练")
class RehearsalTest {

    @Autowired HostSettings settings;
    @Autowired ActSequencer sequencer;
    @Autowired ActSealer sealer;
    @Autowired Clock clock;
    @TempDir Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);

    @Test
    @DisplayName("恢复到别处，审计，履行情况逐项一致；指定的目录里有东西就不做，也不动它")
    void bothBackupsMakeTheSamePlatform() throws Exception {
        sequencer.round();
        sealer.round();
        RecoveryKey.make(folder.resolve("recovery"), CryptoProfile.STANDARD);
        backup("data.bak");
        backup("keys.bak", "--keys");
        var levels = levels();
        try {
            assertThat(rehearse()).as(said.toString(StandardCharsets.UTF_8)).isZero();
        } finally {
            // the programs of a rehearsal silence the log of the whole machine they run in
            levels.forEach((name, level) -> loggers().getLogger(name).setLevel(level));
        }
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("全部一致").contains("演练通过").contains("\"different\":0");

        var taken = Files.createDirectories(folder.resolve("taken"));
        Files.writeString(taken.resolve("x"), "别人的");
        assertThat(rehearse("--in", taken.toString())).isEqualTo(1);
        assertThat(taken.resolve("x")).hasContent("别人的");

        said.reset();
        assertThat(rehearse("--master-key-file", folder.resolve("gone.key").toString())).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("没有现用平台的主密钥文件").doesNotContain("一、恢复");
    }

    @Test
    @DisplayName("不一致的说出是哪一项、两边各是什么；多出来的、缺的也算")
    void differencesAreNamed() {
        var ours = new Standings(Map.of("甲", new Stands("支部党员大会：已记录，1 条登记", "a"), "乙", new Stands("党课：期内，0 条登记", "b")));
        var theirs = new Standings(Map.of("甲", new Stands("支部党员大会：未见记录，0 条登记", "c"), "丙", new Stands("党课：期内，0 条登记", "d")));
        assertThat(ours.differences(ours)).isEmpty();
        assertThat(ours.differences(theirs)).hasSize(3)
                .contains("甲 现用的是“支部党员大会：已记录，1 条登记”，恢复出来的是“支部党员大会：未见记录，0 条登记”")
                .anyMatch(one -> one.startsWith("丙 现用的是“没有这一项”"));
    }

    private int rehearse(String... more) {
        return RehearseCommand.run(words("data.bak", List.of("--keys", folder.resolve("keys.bak").toString(),
                "--recovery-key", folder.resolve("recovery").toString()), more), stream, stream, clock);
    }

    private void backup(String file, String... more) {
        assertThat(BackupCommand.run(words(file, List.of("--recovery-key", folder.resolve("recovery.pub").toString()), more), stream, stream, clock)).isZero();
    }

    private List<String> words(String file, List<String> options, String... more) {
        var words = new java.util.ArrayList<>(List.of(folder.resolve(file).toString(), "--data", settings.data().toString()));
        words.addAll(options);
        words.addAll(List.of(more));
        return words;
    }

    private static LoggerContext loggers() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }

    private static Map<String, ch.qos.logback.classic.@org.jspecify.annotations.Nullable Level> levels() {
        var levels = new HashMap<String, ch.qos.logback.classic.@org.jspecify.annotations.Nullable Level>();
        loggers().getLoggerList().forEach(logger -> levels.put(logger.getName(), logger.getLevel()));
        return levels;
    }
}

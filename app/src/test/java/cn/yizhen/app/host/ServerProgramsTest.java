package cn.yizhen.app.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("数据库程序与数据目录")
class ServerProgramsTest {

    @TempDir Path folder;

    @AfterEach
    void asBefore() {
        System.clearProperty("yizhen.postgres");
    }

    @Test
    @DisplayName("装好的程序，每个命令都用旁边的数据库程序，数据目录里不再放一份")
    void anInstalledProgramHasThemBeside() throws Exception {
        var program = Files.createDirectories(folder.resolve("postgres/bin")).resolve("postgres");
        Files.createFile(program);
        assertThat(program.toFile().setExecutable(true)).isTrue();
        System.setProperty("yizhen.postgres", folder.resolve("postgres").toString());
        assertThat(PostgresBinaries.of(folder.resolve("data"))).isEqualTo(folder.resolve("postgres"));
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    @DisplayName("旁边的数据库程序不见了，说是哪个目录")
    void theyAreMissed() {
        System.setProperty("yizhen.postgres", folder.resolve("gone").toString());
        assertThatThrownBy(() -> PostgresBinaries.of(folder)).isInstanceOf(CannotStart.class).hasMessageContaining("gone");
    }

    @Test
    @DisplayName("root 不打开别的用户的数据目录，说用谁执行")
    void rootLeavesAnotherUsersDirectoryAlone() throws Exception {
        assumeTrue(System.getProperty("user.name").equals("root"));
        var data = Files.createDirectories(folder.resolve("data"));
        Files.setOwner(data, data.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        assertThatThrownBy(() -> DataDirectory.take(data)).isInstanceOfSatisfying(CannotStart.class,
                refusal -> assertThat(refusal.nextStep()).contains("setpriv --reuid nobody"));
        assertThat(data).isEmptyDirectory();
    }

    @Test
    @DisplayName("数据目录在用的时候，升级脚本问得出来")
    void aDirectoryInUseIsKnown() {
        var said = new ByteArrayOutputStream();
        try (var _ = DataDirectory.take(folder)) {
            assertThat(asked(said, "--data", folder.toString())).isEqualTo(1);
        }
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("正在使用数据目录 " + folder, "先停止它");
        assertThat(asked(said, "--data", folder.toString())).isZero();
        assertThat(asked(said, "--data")).isEqualTo(2);
    }

    private static int asked(ByteArrayOutputStream said, String... words) {
        return StoppedCommand.run(List.of(words), new PrintStream(said, true, StandardCharsets.UTF_8));
    }
}

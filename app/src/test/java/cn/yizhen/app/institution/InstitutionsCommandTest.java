package cn.yizhen.app.institution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("命令 institutions")
class InstitutionsCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    @DisplayName("检查随平台提供的制度，全部通过")
    void checksTheShippedFiles() {
        assertThat(run("../institutions")).isZero();
        assertThat(text(out)).contains("三会一课（1-political/branch-life.yaml）",
                "支部党员大会，每个党支部，每季度至少 1 次（2018-10-28 起），一般，《中国共产党支部工作条例（试行）》（2018年）第十一条，已据转载核对，核对于 2026-11-23")
                .containsPattern("共 \\d+ 项制度、\\d+ 项职责、\\d+ 项时限、\\d+ 项总量控制、\\d+ 张报表、\\d+ 个案例，全部通过。");
        assertThat(text(err)).isEmpty();
    }

    @Test
    @DisplayName("目录不在时检查程序里带的")
    void checksThePackedFiles() {
        assertThat(run()).isZero();
        assertThat(text(out)).contains("村务公开（6-democratic/village-affairs.yaml）");
    }

    @Test
    @DisplayName("所有文件的错误一次说出，标准输出不写东西")
    void tellsAllFaults(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("4-conduct"));
        Files.writeString(folder.resolve("4-conduct/one.yaml"), "institution: 一\n");
        Files.writeString(folder.resolve("4-conduct/one.cases.yaml"), "case: []\n");
        assertThat(run(folder.toString())).isEqualTo(1);
        assertThat(text(out)).isEmpty();
        assertThat(text(err)).contains("4-conduct/one.yaml:1:1 制度缺少 pillar", "4-conduct/one.cases.yaml:1:1 案例文件里不认识字段“case”，是不是“cases”？");
    }

    @Test
    @DisplayName("案例不符，退出码是1")
    void tellsWrongCases(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("6-democratic"));
        for (var name : List.of("village-representatives.yaml", "village-representatives.cases.yaml")) {
            Files.writeString(folder.resolve("6-democratic/" + name),
                    Files.readString(Path.of("../institutions/6-democratic/" + name)).replace("at-least: 2/3", "at-least: 1/2"));
        }
        assertThat(run(folder.toString())).isEqualTo(1);
        assertThat(text(err)).contains("案例“代表30人，来了19人，不够”：应为“期内”，算出来是“已记录”");
    }

    @Test
    @DisplayName("没有这个目录，退出码是2")
    void tellsAMissingFolder() {
        assertThat(run("no-such-folder")).isEqualTo(2);
        assertThat(text(err)).isEqualTo("没有“no-such-folder”这个目录，请核对路径\n");
    }

    private int run(String... arguments) {
        return InstitutionsCommand.run(List.of(arguments), print(out), print(err));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}

package cn.yizhen.directives;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTest {

    @TempDir Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(boolean text, String... args) {
        var o = new PrintStream(out, true, StandardCharsets.UTF_8);
        var e = new PrintStream(err, true, StandardCharsets.UTF_8);
        return text ? TextCommand.run(List.of(args), o, e) : DirectivesCommand.run(List.of(args), o, e);
    }

    private String file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("文件.txt"), bytes).toString();
    }

    @Test
    void offsetsCountCodePointsWithoutTheMarkAndWithLineEndsAsTheyAre() throws IOException {
        var file = file("\ufeff😀\r\n2026年5月8日\r\n会议要求，县水利局要每季度组织一次巡查，今年新建水窖12口。".getBytes(StandardCharsets.UTF_8));
        assertThat(run(false, file)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("""
                [
                {"section":0,"start":24,"end":33,"text":"每季度组织一次巡查","grade":"A","cadence":"quarterly","units":["县水利局"]},
                {"section":0,"start":34,"end":43,"text":"今年新建水窖12口","grade":"A","deadline":"2026-12-31","units":["县水利局"],"numbers":["12口"]}
                ]
                """);
        assertThat(err.size()).isZero();
    }

    @Test
    void textIsPrintedExactly() throws IOException {
        var file = file("\ufeff甲\r\n乙".getBytes(StandardCharsets.UTF_8));
        assertThat(run(true, file)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("甲\r\n乙");
    }

    @Test
    void unreadableInputIsOneLineAndExitTwo() throws IOException {
        assertThat(run(false, folder.resolve("没有.txt").toString())).isEqualTo(2);
        assertThat(run(false, folder.toString())).isEqualTo(2);
        assertThat(run(true, file(new byte[] {0, 1, 2, 3}))).isEqualTo(2);
        assertThat(run(true)).isEqualTo(2);
        assertThat(out.size()).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(4).noneMatch(String::isBlank);
    }

    @Test
    void whatWasRemarkedIsSaidBesideTheText() throws IOException {
        assertThat(run(true, file("要制定办法。".getBytes(java.nio.charset.Charset.forName("GB18030"))))).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("要制定办法。");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("文件是 GB18030 编码，已按此读出。\n");
    }

    @Test
    void aDocumentWithoutDirectivesIsAnEmptyArray() throws IOException {
        assertThat(run(false, file("同志们：\n大家好。\n".getBytes(StandardCharsets.UTF_8)))).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).replaceAll("\\s", "")).isEqualTo("[]");
    }
}

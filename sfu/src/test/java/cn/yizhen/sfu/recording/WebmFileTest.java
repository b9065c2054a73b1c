package cn.yizhen.sfu.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yizhen.sfu.recording.Reading.Block;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("录下来的文件")
class WebmFileTest {

    @TempDir Path directory;
    private Path path;
    private WebmFile file;

    @BeforeEach
    void begin() throws IOException {
        path = directory.resolve("a.webm");
        file = new WebmFile(path, Format.vp8(960, 540));
    }

    /** Fifteen pictures a second, a key frame every ten seconds. */
    private void film(int seconds) throws IOException {
        for (int i = 0; i < seconds * 15; i++) {
            file.add(new Frame(new byte[100], i % 150 == 0, 0, 0), i * 1000L / 15);
        }
    }

    @Test
    @DisplayName("收尾以后有长度、有索引，从哪个关键帧都能开始放")
    void ended() throws IOException {
        film(25);
        file.end();
        var read = new Reading(path);
        assertThat(read.codec).isEqualTo("V_VP8");
        assertThat(read.width).isEqualTo(960);
        assertThat(read.height).isEqualTo(540);
        assertThat(read.blocks).hasSize(375).allMatch(block -> block.octets() == 100);
        assertThat(read.duration).isEqualTo(374 * 1000L / 15 + 20);
        assertThat(read.cueTimes).containsExactly(0L, 10_000L, 20_000L);
        assertThat(read.found).isTrue();
        assertThat(read.order).contains(Ebml.SEEK_HEAD).doesNotContain(Ebml.VOID);
    }

    @Test
    @DisplayName("没人收尾，也读得到最后一秒以前的每一帧")
    void neverEnded() throws IOException {
        film(25);
        var read = new Reading(path);
        assertThat(read.blocks.getLast().millis()).isBetween(23_900L, 25_000L);
        assertThat(read.blocks).filteredOn(Block::key).hasSize(3);
    }

    @Test
    @DisplayName("最后一段写了一半就断电：收尾时去掉那半段，其余照放")
    void cutInTheMiddle() throws IOException {
        film(25);
        try (var channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() - 50);
        }
        byte[] asItWas = Files.readAllBytes(path);
        long length = WebmEnding.length(path);
        assertThat(Files.readAllBytes(path)).isEqualTo(asItWas);
        assertThat(WebmEnding.end(path)).isEqualTo(length);
        var read = new Reading(path);
        assertThat(read.duration).isEqualTo((double) length).isBetween(22_900.0, 24_100.0);
        assertThat(read.cueTimes).hasSize(3);
        assertThat(read.found).isTrue();
    }

    @Test
    @DisplayName("收两次尾，第二次什么也不变")
    void endedTwice() throws IOException {
        film(3);
        file.end();
        byte[] once = Files.readAllBytes(path);
        assertThat(WebmEnding.end(path)).isEqualTo(44 * 1000L / 15 + 20);
        assertThat(Files.readAllBytes(path)).isEqualTo(once);
    }

    @Test
    @DisplayName("收尾收到一半又断：再收一次就好")
    void endingCutShort() throws IOException {
        film(3);
        file.flush();
        long size = Files.size(path);
        WebmEnding.end(path);
        byte[] whole = Files.readAllBytes(path);
        // as if the size of the whole had not been written yet, and half of the index neither
        try (var channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            int at = indexOf(whole, Ebml.SEGMENT_BEGINS) + 4;
            channel.write(ByteBuffer.wrap(Ebml.unknownSize()), at);
            channel.truncate(size + 5);
        }
        WebmEnding.end(path);
        assertThat(Files.readAllBytes(path)).isEqualTo(whole);
    }

    @Test
    @DisplayName("一帧也没有的文件，收尾也不出错；别的文件不碰")
    void nothingInIt() throws IOException {
        file.end();
        assertThat(WebmEnding.end(path)).isZero();
        var other = Files.writeString(directory.resolve("b.webm"), "something else altogether, and longer");
        assertThatThrownBy(() -> WebmEnding.end(other)).isInstanceOf(IOException.class);
        assertThat(other).hasContent("something else altogether, and longer");
    }

    private static int indexOf(byte[] all, byte[] part) {
        int at = 0;
        while (!Arrays.equals(all, at, at + part.length, part, 0, part.length)) {
            at++;
        }
        return at;
    }
}

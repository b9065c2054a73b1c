package cn.yizhen.app.record.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AttachmentTypeTest {

    @Test
    @DisplayName("按内容认，不看名字；程序、网页脚本之外的二进制一律不收")
    void contentDecides() {
        assertThat(AttachmentType.of("%PDF-1.7".getBytes(StandardCharsets.US_ASCII))).contains(AttachmentType.PDF);
        assertThat(AttachmentType.of(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0})).contains(AttachmentType.JPEG);
        assertThat(AttachmentType.of("会议说明\n".getBytes(StandardCharsets.UTF_8))).contains(AttachmentType.TEXT);
        assertThat(AttachmentType.of(new byte[] {0x4d, 0x5a, 0, 3})).isEmpty();
        assertThat(AttachmentType.of(new byte[] {0x7f, 'E', 'L', 'F'})).isEmpty();
    }
}

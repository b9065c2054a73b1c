package cn.yizhen.directives;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plain text: UTF-8 with or without BOM, or GB18030, which is said. Line ends stay as they are. */
final class PlainText {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private final Refusals refusals;

    PlainText(Refusals refusals) {
        this.refusals = refusals;
    }

    DocumentReader.Source read(byte[] bytes) throws Refusal {
        var wide = wide(bytes);
        if (wide != null && language(wide)) {
            return source(wide, List.of("文件是 UTF-16 编码，已按此读出。"));
        }
        var text = decoded(bytes, StandardCharsets.UTF_8);
        if (text != null && language(text)) {
            return source(text.startsWith("\ufeff") ? text.substring(1) : text, List.of());
        }
        var chinese = decoded(bytes, GB18030);
        if (text == null && chinese != null && language(chinese) && mostlyCommon(chinese)) {
            return source(chinese, List.of("文件是 GB18030 编码，已按此读出。"));
        }
        throw new Refusal(refusals.encoding());
    }

    private static DocumentReader.Source source(String text, List<String> remarks) {
        return new DocumentReader.Source(new DocumentText(text, DocumentText.Kind.TXT, remarks), "");
    }

    /** What the editor of Windows calls Unicode: UTF-16 behind a byte order mark. */
    private static @Nullable String wide(byte[] bytes) {
        boolean marked = bytes.length > 2 && (bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe || bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff);
        return marked ? decoded(bytes, StandardCharsets.UTF_16) : null;
    }

    private static @Nullable String decoded(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notThisOne) {
            return null;
        }
    }

    /** Control characters other than white space mean that these bytes were never text. */
    private static boolean language(String text) {
        return text.chars().filter(c -> c < 32 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1a).count() * 1000 <= text.length();
    }

    /** Nearly any bytes decode as GB18030; a Chinese text keeps to its common plane and mostly to everyday characters. */
    private static boolean mostlyCommon(String text) {
        long ideographs = text.codePoints().filter(Character::isIdeographic).count();
        long everyday = text.codePoints().filter(Character::isIdeographic).filter(PlainText::everyday).count();
        if (everyday * 10 < ideographs * 8) {
            return false;
        }
        long common = text.chars()
                .filter(c -> c < 128 || c >= 0x4e00 && c <= 0x9fa5 || c >= 0x3000 && c <= 0x303f || c >= 0xff00 && c <= 0xffef || c >= 0x2010 && c <= 0x2640)
                .count();
        return common * 100 >= text.length() * 97L;
    }

    /** The first level of GB 2312: 3755 characters, ordered by sound. */
    private static boolean everyday(int ideograph) {
        var bytes = Character.toString(ideograph).getBytes(GB18030);
        return bytes.length == 2 && (bytes[0] & 0xff) >= 0xb0 && (bytes[0] & 0xff) <= 0xd7 && (bytes[1] & 0xff) >= 0xa1;
    }
}

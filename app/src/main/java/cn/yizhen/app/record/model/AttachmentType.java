package cn.yizhen.app.record.model;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What may be attached, told by its first bytes. */
public enum AttachmentType {
    PDF("application/pdf", "%PDF-"),
    PNG("image/png", "\u0089PNG"),
    JPEG("image/jpeg", "\u00ff\u00d8\u00ff"),
    OFFICE("application/vnd.openxmlformats-officedocument", "PK\u0003\u0004"),
    OLD_OFFICE("application/msword", "\u00d0\u00cf\u0011\u00e0"),
    TEXT("text/plain;charset=UTF-8", "");

    private final String mediaType;
    private final byte[] start;

    AttachmentType(String mediaType, String start) {
        this.mediaType = mediaType;
        this.start = start.getBytes(StandardCharsets.ISO_8859_1);
    }

    public String mediaType() {
        return mediaType;
    }

    /** The kind of a file; empty for none of these. Text is UTF-8 without control characters. */
    public static Optional<AttachmentType> of(byte[] content) {
        return Arrays.stream(values())
                .filter(type -> type == TEXT ? isText(content) : type.begins(content))
                .findFirst();
    }

    private boolean begins(byte[] content) {
        return content.length >= start.length && Arrays.equals(content, 0, start.length, start, 0, start.length);
    }

    private static boolean isText(byte[] content) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).chars()
                    .noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}

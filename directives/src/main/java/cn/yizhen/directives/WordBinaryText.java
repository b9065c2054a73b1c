package cn.yizhen.directives;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.hwpf.extractor.Word6Extractor;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Word 97 binary, which .doc and most .wps files are. Tracked deletions are left out, automatic numbers written out. */
final class WordBinaryText {

    private final Refusals refusals;
    private final BinaryListNumbers numbers = new BinaryListNumbers();
    private final BinaryCells cells = new BinaryCells();
    private boolean revised;
    private int row;
    private int cellStart;

    WordBinaryText(Refusals refusals) {
        this.refusals = refusals;
    }

    DocumentReader.Source read(byte[] bytes) throws IOException, Refusal {
        try (var files = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            DirectoryNode root = files.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage") || root.hasEntryCaseInsensitive("EncryptionInfo")) {
                throw new Refusal(refusals.encrypted());
            }
            if (root.hasEntryCaseInsensitive("Macros") || root.hasEntryCaseInsensitive("_VBA_PROJECT_CUR")) {
                throw new Refusal(refusals.macros("文档里的 Macros 部分"));
            }
            if (!root.hasEntryCaseInsensitive("WordDocument")) {
                throw new Refusal(refusals.otherKind("不是文字文档"));
            }
            return word(root);
        } catch (EncryptedDocumentException locked) {
            throw new Refusal(refusals.encrypted());
        }
    }

    private DocumentReader.Source word(DirectoryNode root) throws IOException {
        try (var document = new HWPFDocument(root)) {
            var text = body(document.getRange());
            var margin = document.getHeaderStoryRange().text();
            return new DocumentReader.Source(new DocumentText(text, DocumentText.Kind.DOC, remarks()), margin.replace('\r', '\n'));
        } catch (OldWordFileFormatException old) {
            try (var extractor = new Word6Extractor(root)) {
                return new DocumentReader.Source(new DocumentText(extractor.getText(), DocumentText.Kind.DOC, List.of()), "");
            }
        }
    }

    private List<String> remarks() {
        return revised ? List.of(DocxText.ACCEPTED) : List.of();
    }

    private String body(Range range) {
        var text = new StringBuilder();
        for (int i = 0; i < range.numParagraphs(); i++) {
            cells.enter(range, range.getParagraph(i));
            paragraph(range.getParagraph(i), text);
        }
        return text.toString();
    }

    private void paragraph(Paragraph paragraph, StringBuilder text) {
        var words = new StringBuilder();
        for (int i = 0; i < paragraph.numCharacterRuns(); i++) {
            var run = paragraph.getCharacterRun(i);
            revised |= run.isMarkedDeleted() || run.isMarkedInserted();
            if (!run.isMarkedDeleted() && !run.isVanished()) {
                words.append(run.text());
            }
        }
        var plain = Range.stripFields(words.toString()).replace('\u000b', '\n').replace("\r", "").replace("\f", "");
        if (!plain.isBlank()) {
            text.append(numbers.next(paragraph));
        }
        boolean cell = plain.indexOf('\u0007') >= 0;
        text.append(plain.replaceAll("[\\u0001\\u0002\\u0005\\u0008\\u0013-\\u0015]", "").replace("\u0007", ""));
        if (paragraph.isTableRowEnd()) {
            cells.endRow();
            endRow(text);
        } else if (cell && paragraph.isInTable()) {
            var said = cells.close(paragraph, text.substring(cellStart));
            text.setLength(cellStart);
            text.append(said).append('\t');
            cellStart = text.length();
        } else {
            text.append('\n');
        }
        if (!paragraph.isInTable() || paragraph.isTableRowEnd()) {
            row = text.length();
            cellStart = row;
        }
    }

    /** A row of several cells stays on one line; a single cell is a frame around ordinary paragraphs. */
    private void endRow(StringBuilder text) {
        while (text.length() > row && Character.isWhitespace(text.charAt(text.length() - 1))) {
            text.setLength(text.length() - 1);
        }
        boolean several = text.indexOf("\t", row) >= 0;
        for (int i = row; several && i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                text.setCharAt(i, ' ');
            }
        }
        text.append('\n');
    }
}

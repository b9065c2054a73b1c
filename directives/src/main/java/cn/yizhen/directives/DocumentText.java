package cn.yizhen.directives;

import java.util.List;

/**
 * The words of an uploaded document.
 *
 * @param text    what all offsets count in; for .txt the file itself without its leading BOM
 * @param kind    what the content turned out to be, whatever the file's name says
 * @param remarks plain Chinese sentences the reader of the document must be told, e.g. that tracked
 *                changes were accepted
 */
public record DocumentText(String text, Kind kind, List<String> remarks) {

    public DocumentText {
        remarks = List.copyOf(remarks);
    }

    /** Kinds of documents that can be read. */
    public enum Kind { TXT, DOCX, DOC, RTF, PDF }
}

package cn.yizhen.app.document;

import cn.yizhen.app.document.word.WordPackage;

/** A document as a Word file (.docx). */
public final class Word {

    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private Word() {}

    /** Equal documents give equal bytes. */
    public static byte[] write(Document document) {
        return WordPackage.write(document);
    }
}

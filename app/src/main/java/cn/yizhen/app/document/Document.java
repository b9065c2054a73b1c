package cn.yizhen.app.document;

import java.util.List;

/**
 * A document as a value.
 *
 * @param title    for the file's own properties; what is printed as title is a paragraph of {@link Role#TITLE}
 * @param sections in order, at least one; in a workbook each is a sheet
 */
public record Document(String title, StyleSheet style, List<Section> sections) {

    public Document {
        sections = List.copyOf(sections);
        if (sections.isEmpty()) {
            throw new IllegalArgumentException("a document has at least one section");
        }
    }

    public static Document of(String title, StyleSheet style, Section... sections) {
        return new Document(title, style, List.of(sections));
    }
}

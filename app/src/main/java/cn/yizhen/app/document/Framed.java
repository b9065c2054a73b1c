package cn.yizhen.app.document;

import java.util.List;

/**
 * Paragraphs that stand at a fixed place of the page they fall on, with nothing beside them; all in millimetres.
 *
 * @param fromLeft of the frame, from the left edge of the paper
 * @param fromTop  of the frame, from the upper edge of the paper
 * @param atBottom its text ends where the frame does, instead of beginning with it
 */
public record Framed(List<Paragraph> paragraphs, double fromLeft, double fromTop, double width, double height, boolean atBottom) implements Block {

    public Framed {
        paragraphs = List.copyOf(paragraphs);
    }
}

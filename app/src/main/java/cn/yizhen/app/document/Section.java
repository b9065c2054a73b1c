package cn.yizhen.app.document;

import java.util.List;

/**
 * A run of pages of one size.
 *
 * @param name       names the sheet in a workbook; need not be a legal sheet name
 * @param onEvenPage begins on the next even page, that is on the back of a leaf
 */
public record Section(String name, Page page, Footer footer, List<Block> blocks, boolean onEvenPage) {

    public Section {
        blocks = List.copyOf(blocks);
    }

    public Section(String name, Page page, Footer footer, List<Block> blocks) {
        this(name, page, footer, blocks, false);
    }

    public static Section of(String name, Page page, Block... blocks) {
        return new Section(name, page, Footer.PAGE_OF_PAGES, List.of(blocks));
    }
}

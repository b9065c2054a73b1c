package cn.yizhen.app.document;

import java.util.List;

/**
 * A run of pages of one size.
 *
 * @param name names the sheet in a workbook; need not be a legal sheet name
 */
public record Section(String name, Page page, Footer footer, List<Block> blocks) {

    public Section {
        blocks = List.copyOf(blocks);
    }

    public static Section of(String name, Page page, Block... blocks) {
        return new Section(name, page, Footer.PAGE_OF_PAGES, List.of(blocks));
    }
}

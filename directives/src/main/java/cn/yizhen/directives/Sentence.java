package cn.yizhen.directives;

/**
 * One sentence of the document.
 *
 * @param index   place in {@link Extraction#sentences()}, from 0
 * @param start   first code point
 * @param end     code point after the last
 * @param text    exactly the text between them
 * @param section number of the top-level heading it stands under, 0 before the first
 * @param reading what it is
 */
public record Sentence(int index, int start, int end, String text, int section, Reading reading) {}

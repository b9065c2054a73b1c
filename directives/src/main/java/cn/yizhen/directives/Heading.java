package cn.yizhen.directives;

/**
 * A heading that stands on its own line or opens a paragraph (run-in title).
 *
 * @param level   1 for the top level; larger is deeper
 * @param section number of the top-level heading it belongs to, from 1
 * @param title   its words without the numbering
 */
public record Heading(int level, int section, String title, int start, int end) {}

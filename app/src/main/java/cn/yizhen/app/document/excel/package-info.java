/**
 * Writes a document as a workbook: frozen and repeated headers, wrapped text, nothing that could be computed.
 *
 * <p>It refuses to know formulas: what begins like one is text all the same.
 */
@NullMarked
package cn.yizhen.app.document.excel;

import org.jspecify.annotations.NullMarked;

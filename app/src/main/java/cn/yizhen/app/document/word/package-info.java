/**
 * Writes WordprocessingML (ISO/IEC 29500) straight from the values of a document.
 *
 * <p>It refuses to know what is in the text; it only escapes it.
 */
@NullMarked
package cn.yizhen.app.document.word;

import org.jspecify.annotations.NullMarked;

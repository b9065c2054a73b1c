/**
 * Documents as values (文档): sections, paragraphs, tables and styles, written as Word and Excel files that
 * print well in WPS. The named interface {@code reading} takes workbooks apart and gives them back with the
 * reasons; {@code layout} holds the table layouts of the trade, {@code formal} the formal documents, as pure
 * functions from values to a document.
 *
 * <p>It refuses to know what a document is about, who may read it and where it is kept: everything comes in
 * as values and leaves as bytes. No type of the library that does the work appears in its face. Equal values
 * give equal Word bytes, so that an issued document can be kept and compared by digest.
 */
@ApplicationModule(displayName = "文档", allowedDependencies = {})
@NullMarked
package cn.yizhen.app.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

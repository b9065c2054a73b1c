/**
 * Formal documents (公文) by GB/T 9704—2012, as a style of documents: one model, a small composition for each format,
 * pure functions from values to a document.
 *
 * <p>It refuses to know who issues what, whether it may, and how a number is given. It draws no seal: where one goes,
 * the room the standard asks for is left.
 */
@NamedInterface("formal")
@NullMarked
package cn.yizhen.app.document.formal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

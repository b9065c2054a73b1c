/**
 * Table layouts as county offices use them: pure functions from plain rows to a document.
 *
 * <p>It refuses to know where the rows come from; whoever has a responsibility table fills them in, in words.
 */
@NamedInterface("layout")
@NullMarked
package cn.yizhen.app.document.layout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/**
 * Reads a notice on who is in charge of what (领导分工通知) for the lines it would make in the responsibility table,
 * each with its place in the text.
 *
 * <p>It refuses to know who exists: names and titles come out as they are written, and a person decides.
 */
@NullMarked
package cn.yizhen.directives.charges;

import org.jspecify.annotations.NullMarked;

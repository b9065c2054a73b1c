/**
 * Reads a deployment document and finds its directives: one verb with its object, its place in the text
 * as evidence, and a grade.
 *
 * <p>It refuses to know who is in charge of anything: owners are proposed elsewhere, from the
 * responsibility table.
 */
@NullMarked
package cn.yizhen.directives;

import org.jspecify.annotations.NullMarked;

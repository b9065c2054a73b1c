/**
 * Reads a deployment document and finds its directives: one verb with its object, its place in the text
 * as evidence, and a grade. Every sentence is accounted for, also those that ask nothing of anybody.
 *
 * <p>It refuses to know who is in charge of anything: owners are proposed elsewhere, from the
 * responsibility table. It stores nothing, reads no clock and calls no service; the same text gives the
 * same answer on every day.
 */
@NullMarked
package cn.yizhen.directives;

import org.jspecify.annotations.NullMarked;

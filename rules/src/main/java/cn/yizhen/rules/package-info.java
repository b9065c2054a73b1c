/**
 * The functional core: what follows from facts, institutions and the organisation as of a day.
 *
 * <p>Everything here is a pure function over values. It refuses to know where facts are stored, who is
 * asking, what a page looks like and what time it is: moments come in as arguments.
 */
@NullMarked
package cn.yizhen.rules;

import org.jspecify.annotations.NullMarked;

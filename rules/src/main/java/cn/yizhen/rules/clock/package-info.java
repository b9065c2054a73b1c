/**
 * Time limits: a budget with its unit, counted day by day, stopped, resumed, extended and begun again.
 *
 * <p>A due moment is always derived from the ledger and the calendar, never kept, and comes with the
 * account of every day it passed over. Counting follows 民法典 第二百零一条至第二百零三条. The package
 * refuses to know what the limit is for and who missed it: that is {@code rules.procedure}.
 */
@NullMarked
package cn.yizhen.rules.clock;

import org.jspecify.annotations.NullMarked;

/**
 * {@code ./yizhen bench faults}: the real program under load, killed, cut off, filled up and started twice; then
 * read with the eyes of somebody who trusts nobody. Refuses to know how the program defends itself.
 */
@NullMarked
package cn.yizhen.bench.faults;

import org.jspecify.annotations.NullMarked;

/**
 * How much a receiver's link carries, and what to do with it: delay and loss from transport-wide feedback, probing,
 * pacing, and who gets which layer. See {@code docs/bandwidth.md} for the reasoning in prose.
 *
 * <p>Pure computing: every method is told the time, in nanoseconds of a clock that never goes back. It refuses to
 * know sockets and packets' insides, so that a test can play a whole meeting in a millisecond.
 */
@NullMarked
package cn.yizhen.sfu.bandwidth;

import org.jspecify.annotations.NullMarked;

/**
 * Tracks: what a participant publishes, layer by layer, and the slots in which others receive it with numbers that
 * never jump.
 *
 * <p>Of one thread, told the time. It refuses to know rooms, roles and sockets.
 */
@NullMarked
package cn.yizhen.sfu.media;

import org.jspecify.annotations.NullMarked;

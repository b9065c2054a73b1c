/**
 * STUN (RFC 8489) as far as ICE-lite (RFC 8445) needs it: read a binding request, prove it, answer it.
 *
 * <p>It refuses to ask anything itself, and it refuses to answer what it has not proved: an answer is never
 * longer than its question, so nobody is served who only wants somebody else flooded.
 */
@NullMarked
package cn.yizhen.sfu.stun;

import org.jspecify.annotations.NullMarked;

/**
 * Session descriptions (RFC 8866, RFC 9429) as far as this server speaks them: it reads a client's offer for what
 * goes up and answers it, and writes the one offer for what comes down, which never changes.
 *
 * <p>It refuses to negotiate anything else.
 */
@NullMarked
package cn.yizhen.sfu.sdp;

import org.jspecify.annotations.NullMarked;

/**
 * SRTP and SRTCP of one transport: what came is proved and opened, what goes is closed (RFC 3711, RFC 7714),
 * with the contexts of jitsi-srtp.
 *
 * <p>It refuses to know where keys come from and where packets go.
 */
@NullMarked
package cn.yizhen.sfu.srtp;

import org.jspecify.annotations.NullMarked;

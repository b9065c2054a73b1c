/**
 * DTLS 1.2 as the passive side (RFC 6347, RFC 5764): proves to the client who the server is, checks the client's
 * certificate against the fingerprint its offer named, and yields the keys of SRTP.
 *
 * <p>It refuses to send or receive anything but the handshake: media never pass through it.
 */
@NullMarked
package cn.yizhen.sfu.dtls;

import org.jspecify.annotations.NullMarked;

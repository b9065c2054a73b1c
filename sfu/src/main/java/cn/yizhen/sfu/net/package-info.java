/**
 * Datagrams in and out of one UDP port, and the same over TCP (RFC 4571 framing) for networks that let
 * nothing else through.
 *
 * <p>It refuses to know what is in them.
 */
@NullMarked
package cn.yizhen.sfu.net;

import org.jspecify.annotations.NullMarked;

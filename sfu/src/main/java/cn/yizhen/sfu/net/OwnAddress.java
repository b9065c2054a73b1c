package cn.yizhen.sfu.net;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;

/**
 * What the kernel says beside a datagram, and is told, of which own address it is about, on a socket bound to all of them:
 * IPV6_PKTINFO (ipv6(7)), or IP_PKTINFO (ip(7)) where the machine knows no IPv6.
 *
 * @param level  of the option and the message
 * @param wanted the option by which the kernel says it
 * @param type   of the message
 * @param size   of its content
 * @param at     where in the content the address stands; the interface, left 0 when sending, is up to the routes
 * @param octets of an address
 */
record OwnAddress(int level, int wanted, int type, int size, int at, int octets) {

    private static final OwnAddress SIX = new OwnAddress(41, 49, 50, 20, 0, 16);
    private static final OwnAddress FOUR = new OwnAddress(0, 8, 8, 12, 4, 4);

    static OwnAddress of(int family) {
        return family == Posix.AF_INET6 ? SIX : FOUR;
    }

    /** Octets of the whole message, padded. */
    long space() {
        return Posix.CMSG_DATA + (size + 7 & ~7);
    }

    /** Writes the message that makes a datagram leave from this address. */
    void write(MemorySegment controls, long from, byte[] own) {
        controls.asSlice(from, space()).fill((byte) 0);
        controls.set(JAVA_LONG, from, Posix.CMSG_DATA + size);
        controls.set(JAVA_INT, from + Posix.CMSG_LEVEL, level);
        controls.set(JAVA_INT, from + Posix.CMSG_TYPE, type);
        MemorySegment.copy(own, 0, controls, JAVA_BYTE, from + Posix.CMSG_DATA + at, octets);
    }
}

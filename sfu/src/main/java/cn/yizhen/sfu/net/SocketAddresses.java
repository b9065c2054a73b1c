package cn.yizhen.sfu.net;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteOrder;

/**
 * Addresses as a socket of one family writes them. The last few thousand senders are remembered, so that a
 * datagram from a known one makes no garbage; a forged flood only turns the memory over.
 */
final class SocketAddresses {

    private static final java.lang.foreign.ValueLayout.OfShort NETWORK_SHORT = JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final int REMEMBERED = 4096;

    private final int family;
    private final InetSocketAddress[] senders = new InetSocketAddress[REMEMBERED];
    private final long[] keys = new long[REMEMBERED * 4];
    private final InetSocketAddress[] receivers = new InetSocketAddress[REMEMBERED];
    private final MemorySegment[] written = new MemorySegment[REMEMBERED];

    SocketAddresses(int family) {
        this.family = family;
    }

    int length() {
        return family == Posix.AF_INET ? 16 : 28;
    }

    /** Writes struct sockaddr_in or sockaddr_in6 as {@link #encode} has it, remembered by the address object. */
    void write(InetSocketAddress address, MemorySegment memory, long at) {
        int slot = System.identityHashCode(address) & REMEMBERED - 1;
        if (receivers[slot] != address) {
            MemorySegment encoded = MemorySegment.ofArray(new byte[28]);
            encode(address, encoded, 0);
            receivers[slot] = address;
            written[slot] = encoded;
        }
        MemorySegment.copy(written[slot], 0, memory, at, length());
    }

    /** Writes struct sockaddr_in or sockaddr_in6; IPv4 on a socket of both families as ::ffff:a.b.c.d, every address as ::. */
    private void encode(InetSocketAddress address, MemorySegment memory, long at) {
        byte[] ip = address.getAddress().getAddress();
        memory.set(JAVA_SHORT_UNALIGNED, at, (short) family);
        memory.set(NETWORK_SHORT, at + 2, (short) address.getPort());
        if (family == Posix.AF_INET) {
            MemorySegment.copy(ip, 0, memory, JAVA_BYTE, at + 4, 4);
            return;
        }
        memory.asSlice(at + 4, 24).fill((byte) 0);
        if (address.getAddress().isAnyLocalAddress()) {
            return;
        }
        if (ip.length == 4) {
            memory.set(JAVA_SHORT_UNALIGNED, at + 18, (short) -1);
            MemorySegment.copy(ip, 0, memory, JAVA_BYTE, at + 20, 4);
        } else {
            MemorySegment.copy(ip, 0, memory, JAVA_BYTE, at + 8, 16);
        }
    }

    InetSocketAddress read(MemorySegment memory, long at) {
        return read(memory, at, MemorySegment.NULL, -1);
    }

    /**
     * A sender.
     *
     * @param asked where {@code own} says which of this machine's addresses it wrote to, or -1
     */
    InetSocketAddress read(MemorySegment memory, long at, MemorySegment own, long asked) {
        int port = memory.get(NETWORK_SHORT, at + 2) & 0xFFFF;
        long high = high(memory, at + (family == Posix.AF_INET ? 4 : 8));
        long low = low(memory, at + 8) * 31 + port;
        long ownHigh = asked < 0 ? 0 : high(own, asked);
        long ownLow = asked < 0 ? 0 : low(own, asked);
        int slot = (int) ((high * 0x9E3779B97F4A7C15L + low * 0xC2B2AE3D27D4EB4FL + (ownHigh ^ ownLow) * 0xD6E8FEB86659FD93L) >>> 52);
        int key = 4 * slot;
        InetSocketAddress known = senders[slot];
        if (known != null && keys[key] == high && keys[key + 1] == low && keys[key + 2] == ownHigh && keys[key + 3] == ownLow && known.getPort() == port) {
            return known;
        }
        var fresh = asked < 0 ? new InetSocketAddress(ip(memory, at), port) : new Caller(ip(memory, at), port, octets(own, asked));
        senders[slot] = fresh;
        keys[key] = high;
        keys[key + 1] = low;
        keys[key + 2] = ownHigh;
        keys[key + 3] = ownLow;
        return fresh;
    }

    private long high(MemorySegment memory, long at) {
        return family == Posix.AF_INET ? memory.get(JAVA_INT_UNALIGNED, at) : memory.get(JAVA_LONG_UNALIGNED, at);
    }

    private long low(MemorySegment memory, long at) {
        return family == Posix.AF_INET ? 0 : memory.get(JAVA_LONG_UNALIGNED, at + 8);
    }

    private InetAddress ip(MemorySegment memory, long at) {
        try {
            return InetAddress.getByAddress(octets(memory, at + (family == Posix.AF_INET ? 4 : 8)));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four or sixteen bytes are an address", e);
        }
    }

    private byte[] octets(MemorySegment memory, long at) {
        byte[] ip = new byte[family == Posix.AF_INET ? 4 : 16];
        MemorySegment.copy(memory, JAVA_BYTE, at, ip, 0, ip.length);
        return ip;
    }
}

package cn.yizhen.sfu.net;

import static java.lang.foreign.ValueLayout.ADDRESS_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Up to {@value #BATCH} datagrams a system call, through sendmmsg and recvmmsg (Linux, 64 bit). */
final class BatchedUdp implements UdpPort {

    static final int BATCH = 64;
    static final int SOCKET_BUFFER = 8 << 20;
    private static final long OLDEST = 1_000_000_000L;

    /** One side's memory: headers, addresses, and room for the bytes, laid out once. */
    private static final class Batch {
        final MemorySegment headers;
        final MemorySegment names;
        final MemorySegment bytes;
        final MemorySegment pieces;
        final MemorySegment controls;

        Batch(Arena arena) {
            headers = arena.allocate(BATCH * Posix.MMSGHDR, 8);
            names = arena.allocate(BATCH * Posix.SOCKADDR, 8);
            bytes = arena.allocate((long) BATCH * LARGEST, 64);
            pieces = arena.allocate(BATCH * Posix.IOVEC, 8);
            controls = arena.allocate(BATCH * Posix.CONTROL, 8);
            for (int i = 0; i < BATCH; i++) {
                long header = i * Posix.MMSGHDR;
                headers.set(ADDRESS_UNALIGNED, header + Posix.MSG_NAME, names.asSlice(i * Posix.SOCKADDR));
                headers.set(ADDRESS_UNALIGNED, header + Posix.MSG_IOV, pieces.asSlice(i * Posix.IOVEC));
                headers.set(JAVA_LONG_UNALIGNED, header + Posix.MSG_IOVLEN, 1);
                pieces.set(ADDRESS_UNALIGNED, i * Posix.IOVEC, bytes.asSlice((long) i * LARGEST));
                length(i, LARGEST);
            }
        }

        void length(int i, int length) {
            pieces.set(JAVA_LONG_UNALIGNED, i * Posix.IOVEC + Posix.IOV_LEN, length);
        }

        /** Makes room for what the kernel says beside the datagram. */
        void wantControl(int i) {
            headers.set(ADDRESS_UNALIGNED, i * Posix.MMSGHDR + Posix.MSG_CONTROL, controls.asSlice(i * Posix.CONTROL));
            headers.set(JAVA_LONG_UNALIGNED, i * Posix.MMSGHDR + Posix.MSG_CONTROLLEN, Posix.CONTROL);
        }

        /** Lets a datagram leave from the address that was asked, or from the one the routes say. */
        void leaveFrom(int i, OwnAddress kind, InetSocketAddress to) {
            long header = i * Posix.MMSGHDR;
            if (to instanceof Caller caller) {
                kind.write(controls, i * Posix.CONTROL, caller.asked());
                headers.set(ADDRESS_UNALIGNED, header + Posix.MSG_CONTROL, controls.asSlice(i * Posix.CONTROL));
                headers.set(JAVA_LONG_UNALIGNED, header + Posix.MSG_CONTROLLEN, kind.space());
            } else {
                headers.set(ADDRESS_UNALIGNED, header + Posix.MSG_CONTROL, MemorySegment.NULL);
                headers.set(JAVA_LONG_UNALIGNED, header + Posix.MSG_CONTROLLEN, 0);
            }
        }

        /** Nanoseconds of the wall clock at which the kernel took datagram {@code i} in, or 0. */
        long arrival(int i) {
            long at = told(i, Posix.SOL_SOCKET, Posix.SO_TIMESTAMPNS);
            return at < 0 ? 0 : controls.get(JAVA_LONG, at) * 1_000_000_000L + controls.get(JAVA_LONG, at + 8);
        }

        /** Where it stands to which own address datagram {@code i} was sent, or -1. */
        long asked(int i, OwnAddress kind) {
            long at = told(i, kind.level(), kind.type());
            return at < 0 ? -1 : at + kind.at();
        }

        /** Where the content of what the kernel said beside datagram {@code i} stands, or -1. */
        private long told(int i, int level, int type) {
            long at = i * Posix.CONTROL;
            long end = at + headers.get(JAVA_LONG_UNALIGNED, i * Posix.MMSGHDR + Posix.MSG_CONTROLLEN);
            while (at + Posix.CMSG_DATA < end) {
                if (controls.get(JAVA_INT, at + Posix.CMSG_LEVEL) == level && controls.get(JAVA_INT, at + Posix.CMSG_TYPE) == type) {
                    return at + Posix.CMSG_DATA;
                }
                at += Math.max(Posix.CMSG_DATA, controls.get(JAVA_LONG, at)) + 7 & ~7L;
            }
            return -1;
        }

        void nameLength(int i, int length) {
            headers.set(JAVA_INT_UNALIGNED, i * Posix.MMSGHDR + Posix.MSG_NAMELEN, length);
        }
    }

    private final Arena arena = Arena.ofShared();
    private final MemorySegment captured = Posix.captureIn(arena);
    private final Batch in = new Batch(arena);
    private final Batch out = new Batch(arena);
    private final MemorySegment polled = arena.allocate(16, 8);
    private final MemorySegment patience = arena.allocate(16, 8);
    private final MemorySegment counter = arena.allocate(8, 8);
    private final SocketAddresses addresses;
    private final Clock wall;
    private final int socket;
    private final int bell;
    private final InetSocketAddress local;
    /** Of a socket bound to every address of the machine, which may be several: answers leave from the one that was asked. */
    private final @Nullable OwnAddress own;
    private int queued;

    BatchedUdp(InetSocketAddress address, Clock wall) throws IOException {
        this(address, wall, address.getAddress().isAnyLocalAddress() && sixIsKnown() || address.getAddress() instanceof Inet6Address ? Posix.AF_INET6 : Posix.AF_INET);
    }

    /** @param family a socket of AF_INET6 is one of IPv4 as well */
    BatchedUdp(InetSocketAddress address, Clock wall, int family) throws IOException {
        this.wall = wall;
        addresses = new SocketAddresses(family);
        socket = checked("socket", opened(captured, family));
        if (family == Posix.AF_INET6) {
            option(Posix.IPPROTO_IPV6, Posix.IPV6_V6ONLY, 0);
        }
        own = address.getAddress().isAnyLocalAddress() ? OwnAddress.of(family) : null;
        if (own != null) {
            option(own.level(), own.wanted(), 1);
        }
        option(Posix.SOL_SOCKET, Posix.SO_RCVBUF, SOCKET_BUFFER);
        option(Posix.SOL_SOCKET, Posix.SO_TIMESTAMPNS, 1);
        option(Posix.SOL_SOCKET, Posix.SO_SNDBUF, SOCKET_BUFFER);
        local = bound(address);
        bell = checked("eventfd", call(() -> (int) Posix.EVENTFD.invokeExact(captured, 0, Posix.EFD_NONBLOCK_CLOEXEC)));
        polled.set(JAVA_INT, 0, socket);
        polled.set(JAVA_SHORT, 4, Posix.POLLIN);
        polled.set(JAVA_INT, 8, bell);
        polled.set(JAVA_SHORT, 12, Posix.POLLIN);
    }

    private static long opened(MemorySegment captured, int family) throws IOException {
        return call(() -> (int) Posix.SOCKET.invokeExact(captured, family, Posix.SOCK_DGRAM_NONBLOCK_CLOEXEC, 0));
    }

    private static boolean sixIsKnown() throws IOException {
        try (var own = Arena.ofConfined()) {
            var captured = Posix.captureIn(own);
            int tried = (int) opened(captured, Posix.AF_INET6);
            if (tried >= 0) {
                call(() -> (int) Posix.CLOSE.invokeExact(captured, tried));
            }
            return tried >= 0 || Posix.errno(captured) != Posix.EAFNOSUPPORT;
        }
    }

    static boolean available() {
        return Posix.here();
    }

    @Override
    public InetSocketAddress local() {
        return local;
    }

    @Override
    public int receive(long nanos, Receiver receiver) throws IOException {
        if (nanos > 0) {
            patience.set(JAVA_LONG, 0, nanos / 1_000_000_000L);
            patience.set(JAVA_LONG, 8, nanos % 1_000_000_000L);
            call(() -> (int) Posix.PPOLL.invokeExact(captured, polled, 2L, patience, MemorySegment.NULL));
            call(() -> (long) Posix.READ.invokeExact(captured, bell, counter, 8L));
        }
        int all = 0;
        int got;
        do {
            got = takeBatch(receiver);
            all += got;
        } while (got == BATCH && all < 4 * BATCH);
        return all;
    }

    private int takeBatch(Receiver receiver) throws IOException {
        for (int i = 0; i < BATCH; i++) {
            in.nameLength(i, (int) Posix.SOCKADDR);
            in.wantControl(i);
        }
        int got = (int) call(() -> (int) Posix.RECVMMSG.invokeExact(captured, socket, in.headers, BATCH, Posix.MSG_DONTWAIT, MemorySegment.NULL));
        long now = got > 0 ? wallNanos() : 0;
        for (int i = 0; i < got; i++) {
            int length = in.headers.get(JAVA_INT_UNALIGNED, i * Posix.MMSGHDR + Posix.MSG_LEN);
            byte[] datagram = new byte[length];
            MemorySegment.copy(in.bytes, JAVA_BYTE, (long) i * LARGEST, datagram, 0, length);
            var from = addresses.read(in.names, i * Posix.SOCKADDR, in.controls, own == null ? -1 : in.asked(i, own));
            receiver.received(from, datagram, age(now, in.arrival(i)));
        }
        return Math.max(0, got);
    }

    /** A wall clock that was set meanwhile makes no packet older than a second and none that is still to come. */
    private static long age(long now, long arrival) {
        return arrival == 0 ? 0 : Math.clamp(now - arrival, 0, OLDEST);
    }

    private long wallNanos() {
        var now = wall.instant();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    @Override
    public void send(InetSocketAddress to, byte[] buffer, int offset, int length) throws IOException {
        MemorySegment.copy(buffer, offset, out.bytes, JAVA_BYTE, (long) queued * LARGEST, length);
        addresses.write(to, out.names, queued * Posix.SOCKADDR);
        out.nameLength(queued, addresses.length());
        out.length(queued, length);
        if (own != null) {
            out.leaveFrom(queued, own, to);
        }
        if (++queued == BATCH) {
            flush();
        }
    }

    @Override
    public void flush() throws IOException {
        int from = 0;
        while (from < queued) {
            var rest = out.headers.asSlice(from * Posix.MMSGHDR);
            int count = queued - from;
            int sent = (int) call(() -> (int) Posix.SENDMMSG.invokeExact(captured, socket, rest, count, Posix.MSG_DONTWAIT));
            // one that cannot be sent (unreachable, no room) is passed over, so that it does not hold up the others
            from += Math.max(1, sent);
        }
        queued = 0;
    }

    @Override
    public void wake() {
        try (var own = Arena.ofConfined()) {
            var one = own.allocate(8, 8);
            one.set(JAVA_LONG, 0, 1);
            long _ = (long) Posix.WRITE.invokeExact(own.allocate(Posix.CAPTURED), bell, one, 8L);
        } catch (Throwable e) {
            throw new IllegalStateException("eventfd does not fail", e);
        }
    }

    @Override
    public void close() throws IOException {
        call(() -> (int) Posix.CLOSE.invokeExact(captured, socket));
        call(() -> (int) Posix.CLOSE.invokeExact(captured, bell));
        arena.close();
    }

    private void option(int level, int name, int value) throws IOException {
        var held = arena.allocate(JAVA_INT);
        held.set(JAVA_INT, 0, value);
        call(() -> (int) Posix.SETSOCKOPT.invokeExact(captured, socket, level, name, held, 4));
    }

    private InetSocketAddress bound(InetSocketAddress address) throws IOException {
        var name = arena.allocate(Posix.SOCKADDR, 8);
        addresses.write(address, name, 0);
        checked("bind", call(() -> (int) Posix.BIND.invokeExact(captured, socket, name, addresses.length())));
        var length = arena.allocate(JAVA_INT);
        length.set(JAVA_INT, 0, (int) Posix.SOCKADDR);
        checked("getsockname", call(() -> (int) Posix.GETSOCKNAME.invokeExact(captured, socket, name, length)));
        return addresses.read(name, 0);
    }

    private int checked(String name, long result) throws IOException {
        if (result < 0) {
            throw new IOException(name + " failed, errno " + Posix.errno(captured));
        }
        return (int) result;
    }

    @FunctionalInterface
    private interface NativeCall {
        long make() throws Throwable;
    }

    private static long call(NativeCall made) throws IOException {
        try {
            return made.make();
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IOException(e);
        }
    }
}

package cn.yizhen.sfu.net;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.ADDRESS_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A socket for each of many clients, read together by one thread through epoll and recvmmsg: what a load generator
 * needs so that it does not give out before the server. Linux only. Of one thread, except {@link Socket}.
 */
public final class ManySockets implements AutoCloseable {

    /** What is read, in an array that is only valid during the call, and when the kernel took it in ({@link System#nanoTime}). */
    @FunctionalInterface
    public interface Reader {
        void received(int socket, byte[] datagram, int length, long at);
    }

    private static final MethodHandle EPOLL_CREATE = Posix.handle("epoll_create1", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private static final MethodHandle EPOLL_CTL = Posix.handle("epoll_ctl", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));
    private static final MethodHandle EPOLL_WAIT = Posix.handle("epoll_wait", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT));
    private static final MethodHandle CONNECT = Posix.handle("connect", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));

    private static final int BATCH = 64;
    private static final int LARGEST = 2048;
    private static final int MOST_READY = 1024;
    private static final int EVENT = 12;
    private static final int BUFFER = 4 << 20;
    private static final long OLDEST = 1_000_000_000L;

    private final Arena arena = Arena.ofShared();
    private final MemorySegment captured = Posix.captureIn(arena);
    private final MemorySegment bytes = arena.allocate((long) BATCH * LARGEST, 64);
    private final MemorySegment headers = arena.allocate(BATCH * Posix.MMSGHDR, 8);
    private final MemorySegment controls = arena.allocate(BATCH * Posix.CONTROL, 8);
    private final MemorySegment events = arena.allocate((long) MOST_READY * EVENT, 8);
    private final byte[] datagram = new byte[LARGEST];
    private final List<Socket> sockets = new ArrayList<>();
    private final int epoll;

    public ManySockets() throws IOException {
        MemorySegment pieces = arena.allocate(BATCH * Posix.IOVEC, 8);
        for (int i = 0; i < BATCH; i++) {
            headers.set(ADDRESS_UNALIGNED, i * Posix.MMSGHDR + Posix.MSG_IOV, pieces.asSlice(i * Posix.IOVEC));
            headers.set(JAVA_LONG_UNALIGNED, i * Posix.MMSGHDR + Posix.MSG_IOVLEN, 1);
            pieces.set(ADDRESS_UNALIGNED, i * Posix.IOVEC, bytes.asSlice((long) i * LARGEST));
            pieces.set(JAVA_LONG_UNALIGNED, i * Posix.IOVEC + Posix.IOV_LEN, LARGEST);
            headers.set(ADDRESS_UNALIGNED, i * Posix.MMSGHDR + Posix.MSG_CONTROL, controls.asSlice(i * Posix.CONTROL));
            wantControl(i);
        }
        epoll = checked(captured, "epoll_create1", () -> (int) EPOLL_CREATE.invokeExact(captured, 0));
    }

    /** From now on this socket is read here; its number. */
    public int add(Socket socket) throws IOException {
        var event = arena.allocate(EVENT, 8);
        event.set(JAVA_INT_UNALIGNED, 0, Posix.POLLIN);
        event.set(JAVA_LONG_UNALIGNED, 4, sockets.size());
        checked(captured, "epoll_ctl", () -> (int) EPOLL_CTL.invokeExact(captured, epoll, 1, socket.file, event));
        sockets.add(socket);
        return sockets.size() - 1;
    }

    /** Waits at most so many milliseconds, then reads what is there. */
    public void receive(int millis, Reader reader) throws IOException {
        int ready = (int) call(() -> (int) EPOLL_WAIT.invokeExact(captured, epoll, events, MOST_READY, millis));
        for (int i = 0; i < ready; i++) {
            drain((int) events.get(JAVA_LONG_UNALIGNED, (long) i * EVENT + 4), reader);
        }
    }

    private void drain(int number, Reader reader) throws IOException {
        int file = sockets.get(number).file;
        int got = (int) call(() -> (int) Posix.RECVMMSG.invokeExact(captured, file, headers, BATCH, Posix.MSG_DONTWAIT, MemorySegment.NULL));
        long now = System.nanoTime();
        long wall = got > 0 ? wallNanos() : 0;
        for (int i = 0; i < got; i++) {
            int length = headers.get(JAVA_INT_UNALIGNED, i * Posix.MMSGHDR + Posix.MSG_LEN);
            MemorySegment.copy(bytes, JAVA_BYTE, (long) i * LARGEST, datagram, 0, length);
            long age = Math.clamp(wall - stamp(i), 0, OLDEST);
            wantControl(i);
            reader.received(number, datagram, length, now - age);
        }
    }

    /** Room for the kernel's time of arrival, which it takes back at every call. */
    private void wantControl(int i) {
        headers.set(JAVA_LONG_UNALIGNED, i * Posix.MMSGHDR + Posix.MSG_CONTROLLEN, Posix.CONTROL);
    }

    private long stamp(int i) {
        long at = i * Posix.CONTROL + Posix.CMSG_DATA;
        return controls.get(JAVA_LONG, at) * 1_000_000_000L + controls.get(JAVA_LONG, at + 8);
    }

    private static long wallNanos() {
        var now = Clock.systemUTC().instant();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    /** Datagrams the kernel threw away because these sockets were full. */
    public long overflowed() throws IOException {
        var own = sockets.stream().map(Socket::port).collect(Collectors.toSet());
        try (var lines = Files.lines(Path.of("/proc/self/net/udp"))) {
            return lines.skip(1).map(line -> line.strip().split("\\s+"))
                    .filter(words -> own.contains(Integer.parseInt(words[1].substring(words[1].indexOf(':') + 1), 16)))
                    .mapToLong(words -> Long.parseLong(words[12])).sum();
        }
    }

    @Override
    public void close() throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
        call(() -> (int) Posix.CLOSE.invokeExact(captured, epoll));
        arena.close();
    }

    /** One client's socket, with memory of its own so that it can shake hands on another thread before it is added. */
    public static final class Socket implements AutoCloseable {

        private final Arena arena = Arena.ofShared();
        private final MemorySegment captured = Posix.captureIn(arena);
        private final MemorySegment bytes = arena.allocate(LARGEST, 8);
        private final MemorySegment polled = arena.allocate(8, 8);
        private final MemorySegment patience = arena.allocate(16, 8);
        private final SocketAddresses addresses = new SocketAddresses(Posix.AF_INET);
        private final int file;
        private final int port;

        public Socket() throws IOException {
            file = checked(captured, "socket", () -> (int) Posix.SOCKET.invokeExact(captured, Posix.AF_INET, Posix.SOCK_DGRAM_NONBLOCK_CLOEXEC, 0));
            bytes.set(JAVA_INT, 0, BUFFER);
            checked(captured, "setsockopt", () -> (int) Posix.SETSOCKOPT.invokeExact(captured, file, Posix.SOL_SOCKET, Posix.SO_RCVBUF, bytes, 4));
            bytes.set(JAVA_INT, 0, 1);
            checked(captured, "setsockopt", () -> (int) Posix.SETSOCKOPT.invokeExact(captured, file, Posix.SOL_SOCKET, Posix.SO_TIMESTAMPNS, bytes, 4));
            addresses.write(new InetSocketAddress("0.0.0.0", 0), bytes, 0);
            checked(captured, "bind", () -> (int) Posix.BIND.invokeExact(captured, file, bytes, addresses.length()));
            patience.set(JAVA_INT, 0, (int) Posix.SOCKADDR);
            checked(captured, "getsockname", () -> (int) Posix.GETSOCKNAME.invokeExact(captured, file, bytes, patience));
            port = addresses.read(bytes, 0).getPort();
            polled.set(JAVA_INT, 0, file);
            polled.set(JAVA_SHORT, 4, Posix.POLLIN);
        }

        public int port() {
            return port;
        }

        /** From now on this socket speaks with this address alone. */
        public void connect(InetSocketAddress to) throws IOException {
            addresses.write(to, bytes, 0);
            checked(captured, "connect", () -> (int) CONNECT.invokeExact(captured, file, bytes, addresses.length()));
        }

        public void send(byte[] packet, int offset, int length) {
            MemorySegment.copy(packet, offset, bytes, JAVA_BYTE, 0, length);
            try {
                long _ = (long) Posix.WRITE.invokeExact(captured, file, bytes, (long) length);
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }

        /** The next datagram, waited for; its length, or -1. */
        public int receive(byte[] to, int offset, int most, int millis) throws IOException {
            patience.set(JAVA_LONG, 0, millis / 1000);
            patience.set(JAVA_LONG, 8, millis % 1000 * 1_000_000L);
            if (call(() -> (int) Posix.PPOLL.invokeExact(captured, polled, 1L, patience, MemorySegment.NULL)) <= 0) {
                return -1;
            }
            int got = (int) call(() -> (long) Posix.READ.invokeExact(captured, file, bytes, (long) Math.min(most, LARGEST)));
            if (got > 0) {
                MemorySegment.copy(bytes, JAVA_BYTE, 0, to, offset, got);
            }
            return got;
        }

        @Override
        public void close() throws IOException {
            call(() -> (int) Posix.CLOSE.invokeExact(captured, file));
            arena.close();
        }
    }

    @FunctionalInterface
    private interface NativeCall {
        long make() throws Throwable;
    }

    private static int checked(MemorySegment captured, String name, NativeCall made) throws IOException {
        long result = call(made);
        if (result < 0) {
            throw new IOException(name + " failed, errno " + Posix.errno(captured));
        }
        return (int) result;
    }

    private static long call(NativeCall made) throws IOException {
        try {
            return made.make();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IOException(e);
        }
    }
}

package cn.yizhen.sfu.room;

import cn.yizhen.sfu.net.Path;
import cn.yizhen.sfu.net.TcpConnection;
import cn.yizhen.sfu.net.UdpPort;
import cn.yizhen.sfu.stun.IceCredentials;
import cn.yizhen.sfu.stun.IceLite;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread on which media move: it waits for datagrams, sorts them by their first byte (RFC 7983), runs what
 * other threads posted, and lets time pass. Nothing on it blocks, so nothing on it needs a lock.
 */
final class Loop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
    private static final long BUSY = TimeUnit.MILLISECONDS.toNanos(4);
    private static final int MOST_FRAMES = 4096;
    private static final long IDLE = TimeUnit.MILLISECONDS.toNanos(200);

    private final UdpPort udp;
    private final LongSupplier clock;
    private final LongUnaryOperator taken;
    private final LongConsumer tick;
    private final ConcurrentLinkedQueue<Runnable> posted = new ConcurrentLinkedQueue<>();
    private final Map<String, Transport> byName = new HashMap<>();
    private final Map<InetSocketAddress, Transport> byAddress = new HashMap<>();
    private final Map<TcpConnection, Transport> byConnection = new HashMap<>();
    private final IceLite ice = new IceLite(this::credentials);
    private final Thread thread;
    private final AtomicInteger framesWaiting = new AtomicInteger();
    private volatile boolean open = true;
    private long now;

    /**
     * @param clock nanoseconds that never go back
     * @param taken called at a moment when everything that came at once was taken; answers after how many nanoseconds it
     *              wants to be called again at the latest
     * @param tick  called every few milliseconds while there are connections
     */
    Loop(UdpPort udp, LongSupplier clock, LongUnaryOperator taken, LongConsumer tick) {
        this.udp = udp;
        this.clock = clock;
        this.taken = taken;
        this.tick = tick;
        this.now = clock.getAsLong();
        this.thread = Thread.ofPlatform().name("sfu").daemon(true).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Runs something on the media thread; from any thread. */
    void post(Runnable work) {
        posted.add(work);
        if (Thread.currentThread() != thread) {
            udp.wake();
        }
    }

    long now() {
        return now;
    }

    /** From now on checks under this name reach the transport. */
    void add(Transport transport) {
        byName.put(transport.credentials().ufrag(), transport);
    }

    /** Frames of the TCP port; from any thread. */
    void framed(TcpConnection connection, byte[] datagram) {
        if (framesWaiting.incrementAndGet() > MOST_FRAMES) {
            // a connection that brings more than this thread can take loses it, as a network would
            framesWaiting.decrementAndGet();
            return;
        }
        post(() -> {
            framesWaiting.decrementAndGet();
            arrived(new Path.Tcp(connection), byConnection.get(connection), datagram, now);
        });
    }

    private void run() {
        long ticked = now;
        long soonest = Long.MAX_VALUE;
        while (open) {
            try {
                long untilTick = Math.max(0, (byName.isEmpty() ? IDLE : BUSY) - (clock.getAsLong() - ticked));
                udp.receive(Math.min(untilTick, soonest), this::datagram);
                now = clock.getAsLong();
                for (Runnable work = posted.poll(); work != null; work = posted.poll()) {
                    work.run();
                }
                soonest = taken.applyAsLong(clock.getAsLong());
                now = clock.getAsLong();
                if (now - ticked >= BUSY) {
                    ticked = now;
                    tick.accept(now);
                    forgetEnded();
                }
                udp.flush();
            } catch (IOException | RuntimeException e) {
                // one client's packet must not end everybody's meeting
                LOG.error("media thread", e);
            }
        }
    }

    private void datagram(InetSocketAddress from, byte[] bytes, long age) {
        now = clock.getAsLong();
        arrived(new Path.Udp(udp, from), byAddress.get(from), bytes, now - age);
    }

    private void arrived(Path path, @Nullable Transport known, byte[] bytes, long at) {
        int first = bytes.length == 0 ? 255 : bytes[0] & 0xFF;
        if (first <= 3) {
            ice.check(bytes, path.address()).ifPresent(check -> checked(path, check));
        } else if (known == null) {
            return;
        } else if (first >= 20 && first <= 63) {
            known.dtls(path, bytes);
        } else if (first >= 128 && first <= 191) {
            known.packet(path, bytes, now, at);
        }
    }

    private void checked(Path path, IceLite.Check check) {
        Transport transport = byName.get(check.ufrag());
        if (transport != null && transport.checked(path, check, now)) {
            switch (path) {
                case Path.Udp(_, var address) -> byAddress.put(address, transport);
                case Path.Tcp(var connection) -> byConnection.put(connection, transport);
            }
        }
    }

    private @Nullable IceCredentials credentials(String ufrag) {
        Transport transport = byName.get(ufrag);
        return transport == null ? null : transport.credentials();
    }

    private void forgetEnded() {
        boolean any = false;
        for (Iterator<Transport> each = byName.values().iterator(); each.hasNext();) {
            if (each.next().isOver()) {
                each.remove();
                any = true;
            }
        }
        if (any) {
            byAddress.values().removeIf(Transport::isOver);
            byConnection.entrySet().removeIf(entry -> {
                if (entry.getValue().isOver()) {
                    entry.getKey().close();
                }
                return entry.getValue().isOver();
            });
        }
    }

    @Override
    public void close() throws IOException {
        open = false;
        udp.wake();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        udp.close();
    }
}

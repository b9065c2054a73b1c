package cn.yizhen.sfu.line;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Stands before a server's UDP port and makes the way there a bad line: every client gets a line of its own, like a
 * village of its own, with chances drawn from the seed in the order of the packets. The server must give out the
 * relay's address in place of its own ({@code Settings.publicUdp}).
 *
 * <p>Octets of IP and UDP heads count towards the rate, as they would on a wire.
 */
public final class UdpRelay implements AutoCloseable {

    private static final int HEADS = 28;
    private static final int LARGEST = 2000;
    private static final int MOST_CLIENTS = 4000;
    private static final int MOST_REMEMBERED = 1 << 20;
    private static final int SOCKET_BUFFER = 4 << 20;

    /**
     * A packet from the server to a client, as it came to the line.
     *
     * @param at     {@link System#nanoTime}
     * @param octets on the wire
     * @param waited nanoseconds in the queue and on the wire; -1 where it was lost
     */
    public record Seen(long at, int octets, long waited) {}

    /** One client: where it is, the socket the server knows it by, its two lines. */
    private static final class Village {
        final SocketAddress client;
        final DatagramChannel towardsServer;
        final Line up;
        final Line down;

        Village(SocketAddress client, DatagramChannel towardsServer, Line up, Line down) {
            this.client = client;
            this.towardsServer = towardsServer;
            this.up = up;
            this.down = down;
        }
    }

    /** Ties are broken by the order of coming, so that nothing is reordered by accident. */
    private record UnderWay(long at, long order, Village village, boolean down, byte[] datagram) implements Comparable<UnderWay> {
        @Override
        public int compareTo(UnderWay other) {
            return at != other.at ? Long.compare(at, other.at) : Long.compare(order, other.order);
        }
    }

    private final InetSocketAddress server;
    private final long seed;
    private final DatagramChannel front;
    private final Selector selector;
    private final Map<SocketAddress, Village> villages = new HashMap<>();
    private final PriorityQueue<UnderWay> underWay = new PriorityQueue<>();
    private final ConcurrentLinkedQueue<Runnable> posted = new ConcurrentLinkedQueue<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(LARGEST);
    private final List<Seen> seen = new ArrayList<>();
    private final Thread thread;
    private Condition up;
    private Condition down;
    private long order;
    private volatile boolean open = true;

    private UdpRelay(InetSocketAddress listen, InetSocketAddress server, long seed, Condition up, Condition down) throws IOException {
        this.server = server;
        this.seed = seed;
        this.up = up;
        this.down = down;
        this.selector = Selector.open();
        this.front = DatagramChannel.open().bind(listen);
        front.socket().setReceiveBufferSize(SOCKET_BUFFER);
        front.configureBlocking(false);
        front.register(selector, SelectionKey.OP_READ);
        this.thread = Thread.ofPlatform().name("relay").daemon(true).start(this::run);
    }

    /**
     * @param up   from clients to the server
     * @param down from the server to clients
     */
    public static UdpRelay start(InetSocketAddress listen, InetSocketAddress server, long seed, Condition up, Condition down) throws IOException {
        return new UdpRelay(listen, server, seed, up, down);
    }

    public InetSocketAddress local() throws IOException {
        return (InetSocketAddress) front.getLocalAddress();
    }

    /** Every client's line from the server changes now. */
    public void down(Condition condition) {
        post(() -> {
            down = condition;
            villages.values().forEach(village -> village.down.becomes(condition));
        });
    }

    /** Every client's line to the server changes now. */
    public void up(Condition condition) {
        post(() -> {
            up = condition;
            villages.values().forEach(village -> village.up.becomes(condition));
        });
    }

    /** What came from the server so far, in that order; forgotten with this call. */
    public List<Seen> seen() throws InterruptedException {
        var taken = new ArrayList<Seen>();
        var done = new CountDownLatch(1);
        post(() -> {
            taken.addAll(seen);
            seen.clear();
            done.countDown();
        });
        done.await(5, TimeUnit.SECONDS);
        return taken;
    }

    private void post(Runnable work) {
        posted.add(work);
        selector.wakeup();
    }

    private void run() {
        while (open) {
            try {
                wait(underWay.peek());
                for (Runnable work = posted.poll(); work != null; work = posted.poll()) {
                    work.run();
                }
                for (var key : selector.selectedKeys()) {
                    read((DatagramChannel) key.channel(), (Village) key.attachment());
                }
                selector.selectedKeys().clear();
                deliver();
            } catch (IOException e) {
                // one client went away
            }
        }
    }

    private void wait(UnderWay next) throws IOException {
        long millis = next == null ? 100 : TimeUnit.NANOSECONDS.toMillis(next.at - System.nanoTime());
        if (millis > 0) {
            selector.select(millis);
        } else {
            selector.selectNow();
        }
    }

    private void read(DatagramChannel channel, Village village) throws IOException {
        for (SocketAddress from = channel.receive(buffer.clear()); from != null; from = channel.receive(buffer.clear())) {
            byte[] datagram = new byte[buffer.flip().remaining()];
            buffer.get(datagram);
            Village of = village == null ? village(from) : village;
            if (of != null) {
                send(of, village != null, datagram);
            }
        }
    }

    private void send(Village village, boolean towardsClient, byte[] datagram) {
        long now = System.nanoTime();
        int octets = datagram.length + HEADS;
        var passage = (towardsClient ? village.down : village.up).send(octets, now);
        passage.ifPresent(found -> underWay.add(new UnderWay(found.at(), order++, village, towardsClient, datagram)));
        if (towardsClient && seen.size() < MOST_REMEMBERED) {
            seen.add(new Seen(now, octets, passage.map(Line.Passage::waited).orElse(-1L)));
        }
    }

    private void deliver() {
        long now = System.nanoTime();
        while (!underWay.isEmpty() && underWay.peek().at <= now) {
            var next = underWay.poll();
            try {
                if (next.down) {
                    front.send(ByteBuffer.wrap(next.datagram), next.village.client);
                } else {
                    next.village.towardsServer.write(ByteBuffer.wrap(next.datagram));
                }
            } catch (IOException e) {
                // nobody there: as if the network had lost it
            }
        }
    }

    private Village village(SocketAddress client) throws IOException {
        Village known = villages.get(client);
        if (known != null || villages.size() >= MOST_CLIENTS) {
            return known;
        }
        var channel = DatagramChannel.open().connect(server);
        channel.configureBlocking(false);
        channel.socket().setReceiveBufferSize(SOCKET_BUFFER);
        long drawn = seed + 2L * villages.size();
        var village = new Village(client, channel, new Line(drawn, up), new Line(drawn + 1, down));
        villages.put(client, village);
        channel.register(selector, SelectionKey.OP_READ, village);
        return village;
    }

    @Override
    public void close() throws IOException {
        open = false;
        selector.wakeup();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        selector.close();
        front.close();
        for (var village : villages.values()) {
            village.towardsServer.close();
        }
    }
}

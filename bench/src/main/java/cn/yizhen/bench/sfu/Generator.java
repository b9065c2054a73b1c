package cn.yizhen.bench.sfu;

import cn.yizhen.sfu.load.Descriptions;
import cn.yizhen.sfu.load.Dialling;
import cn.yizhen.sfu.load.Publisher;
import cn.yizhen.sfu.load.Receiver;
import cn.yizhen.sfu.load.Recording;
import cn.yizhen.sfu.net.ManySockets;
import cn.yizhen.sfu.srtp.SrtpSession;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The clients of a run, in a process of their own, the same for every server: so many publishers and so many receivers
 * on one thread. Words on standard input steer it ({@code mark}, {@code report}); it answers on standard output.
 */
final class Generator {

    private static final long CONSENT = 5_000_000_000L;
    private static final int SAMPLING = 32;
    /** A picture's packets are taken from a socket together; when each arrived the kernel says. */
    private static final long GATHER = 5_000_000L;

    /** What a socket is for. */
    private sealed interface Client {
        record Sending(Publisher publisher, Dialling dialling) implements Client {}

        record Hearing(Receiver receiver, Dialling dialling) implements Client {}

        record Counting(Receiver receiver) implements Client {}
    }

    private final ManySockets sockets = new ManySockets();
    private final List<Client> clients = new ArrayList<>();
    private final ConcurrentLinkedQueue<Runnable> posted = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<String> words = new LinkedBlockingQueue<>();
    private long now = System.nanoTime();
    private long consentAt;
    private long gatherAt;
    private long overflowBefore;

    private Generator() throws IOException {}

    /** Arguments: ours, janus or bare; port of its signalling; publishers; receivers. With several
     * publishers the receivers are the same people, and nobody sees itself. */
    public static void main(String[] arguments) throws Exception {
        var generator = new Generator();
        int publishers = Integer.parseInt(arguments[2]);
        int receivers = Integer.parseInt(arguments[3]);
        Thread.ofPlatform().daemon(true).start(generator::listen);
        Thread.ofPlatform().daemon(true).start(() -> {
            try {
                if (arguments[0].equals("bare")) {
                    generator.countOnly(receivers);
                } else {
                    generator.dial(signalling(arguments[0], Integer.parseInt(arguments[1])), publishers, receivers);
                }
            } catch (Exception e) {
                e.printStackTrace();
                System.exit(1);
            }
        });
        generator.run();
    }

    private static Signalling signalling(String server, int port) throws Exception {
        return server.equals("janus") ? new JanusSignalling(port) : new OurSignalling(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    private void listen() {
        try (var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                words.add(line);
            }
        } catch (IOException e) {
            // as if it had ended
        }
        System.exit(0);
    }

    private void countOnly(int receivers) throws Exception {
        var ports = new ArrayList<Integer>();
        for (int i = 0; i < receivers; i++) {
            var socket = new ManySockets.Socket();
            ports.add(socket.port());
            var receiver = new Receiver(null, BareLoop.DESCRIPTION, 0, (_, _) -> { }, _ -> { });
            onLoop(() -> add(socket, new Client.Counting(receiver)));
        }
        System.out.println("ports " + ports.stream().map(String::valueOf).collect(Collectors.joining(",")));
        obey();
    }

    private void dial(Signalling signalling, int publishers, int receivers) throws Exception {
        for (int i = 0; i < publishers; i++) {
            var dialling = new Dialling();
            SrtpSession srtp = dialling.connect(signalling.publish(i, dialling.transport()));
            var recording = new Recording(7 + i, SfuBench.LAYERS);
            var publisher = new Publisher(srtp, (bytes, length) -> dialling.socket().send(bytes, 0, length), recording, 0x1000 * (i + 1), i < SfuBench.MICROPHONES);
            onLoop(() -> add(dialling.socket(), new Client.Sending(publisher, dialling)));
        }
        System.out.println("published");
        words.take();
        boolean people = publishers > 1;
        for (int i = 0; i < receivers; i++) {
            var dialling = new Dialling();
            String offer = signalling.subscribe(people ? i : i + publishers, publishers);
            signalling.answer(people ? i : i + publishers, Descriptions.answer(offer, dialling.transport()));
            SrtpSession srtp = dialling.connect(offer);
            var receiver = new Receiver(srtp, offer, SAMPLING, (bytes, length) -> dialling.socket().send(bytes, 0, length), _ -> { });
            onLoop(() -> add(dialling.socket(), new Client.Hearing(receiver, dialling)));
        }
        System.out.println("received");
        obey();
    }

    private void add(ManySockets.Socket socket, Client client) {
        try {
            sockets.add(socket);
            clients.add(client);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void obey() throws Exception {
        for (String word = words.take(); ; word = words.take()) {
            switch (word) {
                case "mark" -> onLoop(this::mark);
                case "report" -> onLoop(this::report);
                default -> System.exit(0);
            }
        }
    }

    private void onLoop(Runnable work) throws InterruptedException {
        var done = new CountDownLatch(1);
        posted.add(() -> {
            work.run();
            done.countDown();
        });
        done.await();
    }

    private void run() throws IOException {
        while (true) {
            for (Runnable work = posted.poll(); work != null; work = posted.poll()) {
                work.run();
            }
            now = System.nanoTime();
            for (var client : clients) {
                switch (client) {
                    case Client.Sending sending -> sending.publisher.tick(now);
                    case Client.Hearing hearing -> hearing.receiver.tick(now);
                    case Client.Counting _ -> { }
                }
            }
            consent();
            LockSupport.parkNanos(Math.min(nextDue(), gatherAt) - System.nanoTime());
            if (System.nanoTime() >= gatherAt) {
                gatherAt = System.nanoTime() + GATHER;
                sockets.receive(0, this::received);
            }
        }
    }

    private long nextDue() {
        long next = Long.MAX_VALUE;
        for (var client : clients) {
            if (client instanceof Client.Sending(var publisher, _)) {
                next = Math.min(next, publisher.nextDue(now));
            }
        }
        return next;
    }

    private void received(int socket, byte[] datagram, int length, long at) {
        switch (clients.get(socket)) {
            case Client.Sending sending -> {
                if (!sending.dialling.answers(datagram, length)) {
                    sending.publisher.received(datagram, length);
                }
            }
            case Client.Hearing hearing -> {
                if (!hearing.dialling.answers(datagram, length)) {
                    hearing.receiver.received(datagram, length, at);
                }
            }
            case Client.Counting counting -> counting.receiver.received(datagram, length, at);
        }
    }

    private void consent() {
        if (now - consentAt > CONSENT) {
            consentAt = now;
            for (var client : clients) {
                switch (client) {
                    case Client.Sending sending -> sending.dialling.consent();
                    case Client.Hearing hearing -> hearing.dialling.consent();
                    case Client.Counting _ -> { }
                }
            }
        }
    }

    private void mark() {
        receivers().forEach(Receiver::mark);
        overflowBefore = overflowed();
        System.out.println("marked");
    }

    private void report() {
        long[] delays = receivers().stream().map(Receiver::delays).flatMapToLong(Arrays::stream).sorted().toArray();
        long packets = receivers().stream().mapToLong(Receiver::packets).sum();
        long octets = receivers().stream().mapToLong(Receiver::octets).sum();
        long lost = receivers().stream().mapToLong(Receiver::lost).sum();
        long silent = receivers().stream().filter(receiver -> receiver.packets() == 0).count();
        System.out.println("report %d %d %d %d %d %d %d".formatted(packets, octets, Math.max(0, lost - (overflowed() - overflowBefore)), overflowed() - overflowBefore,
                share(delays, 0.5), share(delays, 0.99), silent));
    }

    private List<Receiver> receivers() {
        return clients.stream().flatMap(client -> switch (client) {
            case Client.Hearing hearing -> Stream.of(hearing.receiver);
            case Client.Counting counting -> Stream.of(counting.receiver);
            case Client.Sending _ -> Stream.<Receiver>empty();
        }).toList();
    }

    private long overflowed() {
        try {
            return sockets.overflowed();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long share(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, (long) (sorted.length * share))];
    }
}

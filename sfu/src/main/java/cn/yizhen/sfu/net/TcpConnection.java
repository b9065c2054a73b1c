package cn.yizhen.sfu.net;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.BiConsumer;

/**
 * One client's datagrams over TCP, each behind its length (RFC 4571). What cannot be written soon is dropped, as it
 * would be on UDP: late pictures help nobody.
 */
public final class TcpConnection implements AutoCloseable {

    private static final int WAITING = 512;
    private static final int SILENCE_MILLIS = 30_000;

    private final Socket socket;
    private final InetSocketAddress remote;
    private final BlockingQueue<byte[]> outbox = new ArrayBlockingQueue<>(WAITING);
    private volatile boolean closed;

    private final Runnable ended;

    /** @param ended called once, when the connection is over */
    TcpConnection(Socket socket, Runnable ended) throws IOException {
        this.socket = socket;
        this.ended = ended;
        this.remote = (InetSocketAddress) socket.getRemoteSocketAddress();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(SILENCE_MILLIS);
    }

    InetSocketAddress remote() {
        return remote;
    }

    /** Reads and writes on threads of its own until the connection ends. */
    void start(BiConsumer<TcpConnection, byte[]> received) {
        Thread.ofVirtual().name("tcp-write").start(this::write);
        Thread.ofVirtual().name("tcp-read").start(() -> read(received));
    }

    void send(byte[] buffer, int offset, int length) {
        byte[] framed = new byte[length + 2];
        framed[0] = (byte) (length >> 8);
        framed[1] = (byte) length;
        System.arraycopy(buffer, offset, framed, 2, length);
        outbox.offer(framed);
    }

    @Override
    public void close() {
        closed = true;
        outbox.clear();
        outbox.offer(new byte[0]);
        try {
            socket.close();
        } catch (IOException e) {
            // it is gone either way
        }
    }

    private void read(BiConsumer<TcpConnection, byte[]> received) {
        try (var in = new BufferedInputStream(socket.getInputStream())) {
            var frames = new Framing(in);
            for (var next = frames.next(); !closed && next.isPresent(); next = frames.next()) {
                received.accept(this, next.get());
            }
        } catch (IOException e) {
            // the client left
        } finally {
            close();
            ended.run();
        }
    }

    private void write() {
        try {
            var out = socket.getOutputStream();
            while (!closed) {
                out.write(outbox.take());
            }
        } catch (IOException e) {
            close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package cn.yizhen.sfu.dtls;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bouncycastle.tls.DTLSServerProtocol;
import org.bouncycastle.tls.DTLSTransport;
import org.bouncycastle.tls.DatagramTransport;

/**
 * One handshake on a virtual thread of its own: datagrams go in by {@link #received}, its own go out through the
 * sender it was given, and at its end it tells the outcome once.
 *
 * <p>Only datagrams from an address that proved the ICE password may be fed to it, so no cookie exchange is
 * needed against forged senders.
 */
public final class Handshake {

    /** How a handshake ended. */
    public sealed interface Outcome {
        record Done(SrtpKeys keys) implements Outcome {}

        /** @param why for the log of an operator, without anything of the client's */
        record Failed(String why) implements Outcome {}
    }

    private static final int PATIENCE_MILLIS = 20_000;
    private static final int WAITING = 64;
    private static final int LARGEST = 1200;

    private final BlockingQueue<byte[]> inbox = new ArrayBlockingQueue<>(WAITING);
    private final Consumer<byte[]> sender;
    private volatile boolean closed;

    private Handshake(Consumer<byte[]> sender) {
        this.sender = sender;
    }

    /**
     * Begins to wait for the client.
     *
     * @param expected the fingerprint the client's offer named
     * @param sender   takes datagrams for the client, from any thread
     * @param outcome  told once, from the handshake's thread
     */
    public static Handshake begin(Identity identity, Fingerprint expected, Consumer<byte[]> sender, Consumer<Outcome> outcome) {
        var handshake = new Handshake(sender);
        Thread.ofVirtual().name("dtls").start(() -> outcome.accept(handshake.run(identity, expected)));
        return handshake;
    }

    /** A datagram whose first byte says DTLS (20 to 63). Dropped when too many are waiting; the client repeats it. */
    public void received(byte[] datagram) {
        inbox.offer(datagram);
    }

    public void close() {
        closed = true;
        inbox.clear();
        inbox.offer(new byte[0]);
    }

    private Outcome run(Identity identity, Fingerprint expected) {
        var server = new SrtpServer(identity, expected, PATIENCE_MILLIS);
        try {
            DTLSTransport transport = new DTLSServerProtocol().accept(server, new Wire());
            Thread.ofVirtual().name("dtls-after").start(() -> answerRepeats(transport));
            return new Outcome.Done(server.keys());
        } catch (IOException | RuntimeException e) {
            return new Outcome.Failed(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    /** The client may not have got our last flight and repeat its own; reading on lets the protocol answer that. */
    private void answerRepeats(DTLSTransport transport) {
        byte[] ignored = new byte[LARGEST];
        try {
            while (!closed) {
                transport.receive(ignored, 0, ignored.length, PATIENCE_MILLIS);
            }
            transport.close();
        } catch (IOException | RuntimeException e) {
            closed = true;
        }
    }

    private final class Wire implements DatagramTransport {

        @Override
        public int getReceiveLimit() {
            return LARGEST + 300;
        }

        @Override
        public int getSendLimit() {
            return LARGEST;
        }

        @Override
        public int receive(byte[] buffer, int offset, int length, int waitMillis) throws IOException {
            if (closed) {
                throw new IOException("the transport was closed");
            }
            try {
                byte[] datagram = inbox.poll(waitMillis, TimeUnit.MILLISECONDS);
                if (datagram == null || datagram.length == 0) {
                    return -1;
                }
                int taken = Math.min(length, datagram.length);
                System.arraycopy(datagram, 0, buffer, offset, taken);
                return taken;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }

        @Override
        public void send(byte[] buffer, int offset, int length) {
            byte[] datagram = new byte[length];
            System.arraycopy(buffer, offset, datagram, 0, length);
            sender.accept(datagram);
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}

package cn.yizhen.sfu.dtls;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.bouncycastle.tls.DTLSServerProtocol;
import org.bouncycastle.tls.DatagramTransport;

/** One handshake of the server on the caller's thread, fed with given datagrams, after which the line is dead. */
public final class HandshakeForFuzz {

    private static final Identity IDENTITY = Identity.make(new SecureRandom(), Instant.parse("2026-11-26T00:00:00Z"));
    private static final int PATIENCE_MILLIS = 1000;

    private HandshakeForFuzz() {}

    /** What the server sent; it must not have agreed on keys. */
    public static int answer(List<byte[]> datagrams) {
        var wire = new Wire(datagrams.iterator());
        var server = new SrtpServer(IDENTITY, new Fingerprint("sha-256", "00"), PATIENCE_MILLIS);
        try {
            new DTLSServerProtocol().accept(server, wire);
            throw new AssertionError("a handshake completed without the certificate");
        } catch (IOException | RuntimeException e) {
            return wire.sent;
        }
    }

    /** A client's first flight, for a beginning. */
    public static byte[] hello() {
        var flight = new ArrayList<byte[]>();
        try {
            new ClientHandshake().run(new Recorder(flight));
        } catch (IOException e) {
            // nobody answers
        }
        return flight.getFirst();
    }

    private static final class Wire implements DatagramTransport {
        private final Iterator<byte[]> datagrams;
        int sent;

        Wire(Iterator<byte[]> datagrams) {
            this.datagrams = datagrams;
        }

        @Override
        public int getReceiveLimit() {
            return 1500;
        }

        @Override
        public int getSendLimit() {
            return 1200;
        }

        @Override
        public int receive(byte[] buffer, int offset, int length, int waitMillis) throws IOException {
            if (!datagrams.hasNext()) {
                throw new IOException("the line is dead");
            }
            byte[] next = datagrams.next();
            int taken = Math.min(length, next.length);
            System.arraycopy(next, 0, buffer, offset, taken);
            return taken;
        }

        @Override
        public void send(byte[] buffer, int offset, int length) {
            sent += length;
        }

        @Override
        public void close() {}
    }

    private record Recorder(List<byte[]> flight) implements DatagramTransport {

        @Override
        public int getReceiveLimit() {
            return 1500;
        }

        @Override
        public int getSendLimit() {
            return 1200;
        }

        @Override
        public int receive(byte[] buffer, int offset, int length, int waitMillis) throws IOException {
            throw new IOException("nobody answers");
        }

        @Override
        public void send(byte[] buffer, int offset, int length) {
            byte[] datagram = new byte[length];
            System.arraycopy(buffer, offset, datagram, 0, length);
            flight.add(datagram);
        }

        @Override
        public void close() {}
    }
}

package cn.yizhen.sfu.net;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Datagrams out of a stream, each behind its length in two octets (RFC 4571). */
public final class Framing {

    private final DataInputStream in;

    public Framing(InputStream in) {
        this.in = new DataInputStream(in);
    }

    /**
     * The next datagram; nothing where the stream ends, also in the middle of one, or says a length that no datagram of
     * ours has: what follows could not be trusted to be a beginning.
     */
    public Optional<byte[]> next() throws IOException {
        try {
            int length = in.readUnsignedShort();
            if (length == 0 || length > UdpPort.LARGEST) {
                return Optional.empty();
            }
            byte[] datagram = new byte[length];
            in.readFully(datagram);
            return Optional.of(datagram);
        } catch (EOFException e) {
            return Optional.empty();
        }
    }
}

package cn.yizhen.sfu.room;

import cn.yizhen.sfu.net.Framing;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.bouncycastle.tls.DatagramTransport;

/** A client that reaches the server's TCP port only: every datagram behind its length. */
final class TcpClient implements DatagramTransport, AutoCloseable {

    private static final Pattern CANDIDATE = Pattern.compile("a=candidate:\\S+ 1 tcp \\d+ (\\S+) (\\d+) typ host tcptype passive");

    private final Socket socket;
    private final DataOutputStream out;
    private final BlockingQueue<byte[]> inbox = new LinkedBlockingQueue<>();

    TcpClient(String description) throws IOException {
        var found = CANDIDATE.matcher(description);
        if (!found.find()) {
            throw new IllegalArgumentException("no TCP candidate");
        }
        socket = new Socket(found.group(1), Integer.parseInt(found.group(2)));
        out = new DataOutputStream(socket.getOutputStream());
        Thread.ofVirtual().start(this::read);
    }

    private void read() {
        try {
            var frames = new Framing(socket.getInputStream());
            for (var next = frames.next(); next.isPresent(); next = frames.next()) {
                inbox.add(next.get());
            }
        } catch (IOException e) {
            // closed
        }
    }

    void send(byte[] datagram) throws IOException {
        send(datagram, 0, datagram.length);
    }

    byte[] receive(int millis) throws IOException {
        try {
            byte[] next = inbox.poll(millis, TimeUnit.MILLISECONDS);
            return next == null ? new byte[0] : next;
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
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
        byte[] next = receive(Math.max(1, waitMillis));
        System.arraycopy(next, 0, buffer, offset, Math.min(length, next.length));
        return next.length == 0 ? -1 : Math.min(length, next.length);
    }

    @Override
    public void send(byte[] buffer, int offset, int length) throws IOException {
        out.writeShort(length);
        out.write(Arrays.copyOfRange(buffer, offset, offset + length));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

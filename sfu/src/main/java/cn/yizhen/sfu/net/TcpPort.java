package cn.yizhen.sfu.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;

/** The one TCP port, passive (RFC 6544): takes connections up to a limit. */
public final class TcpPort implements AutoCloseable {

    private static final int MOST = 2000;

    private final ServerSocket socket;
    private final Semaphore room = new Semaphore(MOST);

    /** @param received called on the connection's own thread */
    public TcpPort(InetSocketAddress address, BiConsumer<TcpConnection, byte[]> received) throws IOException {
        socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(address);
        Thread.ofVirtual().name("tcp-accept").start(() -> accept(received));
    }

    public InetSocketAddress local() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    private void accept(BiConsumer<TcpConnection, byte[]> received) {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                if (room.tryAcquire()) {
                    new TcpConnection(client, room::release).start(received);
                } else {
                    client.close();
                }
            } catch (IOException e) {
                // either this port was closed, and the loop ends, or one client went away while it came
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

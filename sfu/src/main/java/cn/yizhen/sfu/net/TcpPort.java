package cn.yizhen.sfu.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;

/** The one TCP port, passive (RFC 6544): takes connections up to a limit. */
public final class TcpPort implements AutoCloseable {

    private static final int MOST = 2000;

    /** A village behind one address has a few dozen; somebody who wants all places for himself has more. */
    private static final int MOST_OF_ONE_ADDRESS = 200;

    private final ServerSocket socket;
    private final Semaphore room = new Semaphore(MOST);
    private final Map<InetAddress, Integer> byAddress = new ConcurrentHashMap<>();

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
                if (admits(client.getInetAddress())) {
                    new TcpConnection(client, () -> left(client.getInetAddress())).start(received);
                } else {
                    client.close();
                }
            } catch (IOException e) {
                // either this port was closed, and the loop ends, or one client went away while it came
            }
        }
    }

    private boolean admits(InetAddress address) {
        if (!room.tryAcquire()) {
            return false;
        }
        if (byAddress.merge(address, 1, Integer::sum) > MOST_OF_ONE_ADDRESS) {
            left(address);
            return false;
        }
        return true;
    }

    private void left(InetAddress address) {
        byAddress.computeIfPresent(address, (_, count) -> count > 1 ? count - 1 : null);
        room.release();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

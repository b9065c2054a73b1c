package cn.yizhen.sfu.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.TimeUnit;

/** One system call a datagram, on every platform. */
final class ChannelUdp implements UdpPort {

    private static final int MOST_AT_ONCE = 256;

    private final DatagramChannel channel;
    private final Selector selector;
    private final ByteBuffer in = ByteBuffer.allocateDirect(LARGEST);
    private final ByteBuffer out = ByteBuffer.allocateDirect(LARGEST);

    ChannelUdp(InetSocketAddress address) throws IOException {
        channel = DatagramChannel.open();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, BatchedUdp.SOCKET_BUFFER);
        channel.setOption(StandardSocketOptions.SO_SNDBUF, BatchedUdp.SOCKET_BUFFER);
        channel.bind(address);
        channel.configureBlocking(false);
        selector = Selector.open();
        channel.register(selector, SelectionKey.OP_READ);
    }

    @Override
    public InetSocketAddress local() {
        try {
            return (InetSocketAddress) channel.getLocalAddress();
        } catch (IOException e) {
            throw new IllegalStateException("the port is closed", e);
        }
    }

    @Override
    public int receive(long nanos, Receiver receiver) throws IOException {
        long millis = TimeUnit.NANOSECONDS.toMillis(nanos);
        if (millis > 0) {
            selector.select(millis);
        } else {
            selector.selectNow();
        }
        selector.selectedKeys().clear();
        int count = 0;
        while (count < MOST_AT_ONCE && channel.receive(in.clear()) instanceof InetSocketAddress from) {
            byte[] datagram = new byte[in.flip().remaining()];
            in.get(datagram);
            receiver.received(from, datagram, 0);
            count++;
        }
        return count;
    }

    @Override
    public void send(InetSocketAddress to, byte[] buffer, int offset, int length) throws IOException {
        out.clear().put(buffer, offset, length).flip();
        channel.send(out, to);
    }

    @Override
    public void flush() {}

    @Override
    public void wake() {
        selector.wakeup();
    }

    @Override
    public void close() throws IOException {
        selector.close();
        channel.close();
    }
}

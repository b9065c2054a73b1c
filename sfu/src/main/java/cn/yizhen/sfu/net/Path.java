package cn.yizhen.sfu.net;

import java.io.IOException;
import java.net.InetSocketAddress;

/** A way to one client that was seen to lead there: its address on the UDP port, or its TCP connection. */
public sealed interface Path {

    InetSocketAddress address();

    void send(byte[] buffer, int offset, int length) throws IOException;

    /** Over the one UDP port; queued until the port is flushed. */
    record Udp(UdpPort port, InetSocketAddress address) implements Path {
        @Override
        public void send(byte[] buffer, int offset, int length) throws IOException {
            port.send(address, buffer, offset, length);
        }
    }

    /** Over a connection the client opened. */
    record Tcp(TcpConnection connection) implements Path {
        @Override
        public InetSocketAddress address() {
            return connection.remote();
        }

        @Override
        public void send(byte[] buffer, int offset, int length) {
            connection.send(buffer, offset, length);
        }
    }
}

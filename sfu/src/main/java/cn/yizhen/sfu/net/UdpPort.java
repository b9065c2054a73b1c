package cn.yizhen.sfu.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;

/**
 * The one UDP port of a server. Used by one thread, except {@link #wake}.
 *
 * <p>Two ways lead to the kernel: {@link BatchedUdp} hands it many datagrams at a time, {@link ChannelUdp} works
 * wherever Java does. {@link #open} takes the first where it can be had.
 */
public interface UdpPort extends AutoCloseable {

    /** What the port hears. */
    @FunctionalInterface
    interface Receiver {
        /**
         * @param datagram an array that is the receiver's to keep
         * @param age      nanoseconds since the kernel took it in; 0 where it does not tell
         */
        void received(InetSocketAddress from, byte[] datagram, long age);
    }

    /** Largest datagram taken; WebRTC stays below an Ethernet frame. */
    int LARGEST = 1500;

    InetSocketAddress local();

    /** Waits at most so long for datagrams, hands over what is there, and returns how many that were. */
    int receive(long nanos, Receiver receiver) throws IOException;

    /**
     * Queues a copy of these bytes; {@link #flush} sends what is queued. A full queue sends by itself.
     *
     * @param to an address that was received from is answered from where it wrote to, where the machine has several
     *           ({@link ChannelUdp} leaves that to the routes)
     */
    void send(InetSocketAddress to, byte[] buffer, int offset, int length) throws IOException;

    /** Sends what is queued. What the kernel has no room for is dropped, as a network would. */
    void flush() throws IOException;

    /** Ends a {@link #receive} that is waiting; from any thread. */
    void wake();

    @Override
    void close() throws IOException;

    /**
     * Binds the address in the best way this machine has.
     *
     * @param wall the clock the kernel stamps arrivals by
     */
    static UdpPort open(InetSocketAddress address, Clock wall) throws IOException {
        return BatchedUdp.available() ? new BatchedUdp(address, wall) : new ChannelUdp(address);
    }
}

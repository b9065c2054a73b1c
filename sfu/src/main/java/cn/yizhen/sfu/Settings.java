package cn.yizhen.sfu;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one server is set up.
 *
 * @param udp         where the one UDP port is bound
 * @param tcp         where the one TCP port is bound, or null for none
 * @param publicUdp   addresses clients reach the UDP port under; empty means the bound one
 * @param publicTcp   the same of the TCP port
 * @param uplinkBits  what the machine's line carries outwards, in bits a second
 * @param pictureBits what one receiver with pictures is counted as, in bits a second
 * @param soundBits   what one receiver of sound alone is counted as
 */
public record Settings(InetSocketAddress udp, @Nullable InetSocketAddress tcp, List<InetSocketAddress> publicUdp, List<InetSocketAddress> publicTcp,
        long uplinkBits, long pictureBits, long soundBits) {

    /** A server for this machine alone: loopback, ports drawn by the system. */
    public static Settings loopback() {
        var any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        return new Settings(any, any, List.of(), List.of(), 1_000_000_000L, 1_000_000L, 100_000L);
    }
}

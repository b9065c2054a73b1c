package cn.yizhen.sfu.net;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * A sender's address that remembers which of this machine's addresses it wrote to, so that what is sent to it leaves from
 * there: whoever asked one address takes no answer from another. It equals the same address without that.
 */
final class Caller extends InetSocketAddress {

    private static final long serialVersionUID = 1;

    /** Four or sixteen octets. */
    private final byte[] asked;

    Caller(InetAddress address, int port, byte[] asked) {
        super(address, port);
        this.asked = asked;
    }

    byte[] asked() {
        return asked;
    }
}

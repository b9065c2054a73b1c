package cn.yizhen.sfu.load;

/** Puts a datagram on the way to the server; the array is the caller's again afterwards. */
@FunctionalInterface
public interface Sender {
    void send(byte[] datagram, int length);
}

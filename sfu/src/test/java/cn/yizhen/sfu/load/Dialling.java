package cn.yizhen.sfu.load;

import cn.yizhen.sfu.dtls.ClientHandshake;
import cn.yizhen.sfu.dtls.SrtpProfile;
import cn.yizhen.sfu.net.ManySockets;
import cn.yizhen.sfu.srtp.SrtpSession;
import cn.yizhen.sfu.stun.IceCredentials;
import cn.yizhen.sfu.stun.IceLite;
import cn.yizhen.sfu.stun.StunClient;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Arrays;
import org.bouncycastle.tls.DatagramTransport;

/** One peer connection from a client's end on one of {@link ManySockets}: offers AEAD_AES_128_GCM only. */
public final class Dialling {

    private static final int PATIENCE_MILLIS = 500;
    private static final int TRIES = 20;
    private static final IceCredentials OWN = new IceCredentials("them", "their-password-their-password");
    private static final String HOST = host();

    private final ManySockets.Socket socket = new ManySockets.Socket();
    private final ClientHandshake handshake = new ClientHandshake(SrtpProfile.AEAD_AES_128_GCM);
    private final IceLite ice = new IceLite(_ -> OWN);
    private byte[] check = new byte[0];
    private InetSocketAddress server = new InetSocketAddress(0);

    public Dialling() throws IOException {}

    /** What this client's description says of its transport. */
    public String transport() {
        return "a=ice-ufrag:" + OWN.ufrag() + "\na=ice-pwd:" + OWN.password() + "\na=fingerprint:" + handshake.fingerprint()
                + "\na=candidate:1 1 udp 2130706431 " + HOST + " " + socket.port() + " typ host";
    }

    public ManySockets.Socket socket() {
        return socket;
    }

    /** Checks the path and shakes hands. */
    public SrtpSession connect(String description) throws IOException {
        return connect(description, Descriptions.candidate(description));
    }

    /** @param at where it is reached, if not where its description says */
    public SrtpSession connect(String description, InetSocketAddress at) throws IOException {
        server = at;
        socket.connect(at);
        check = StunClient.request(Descriptions.attribute(description, "ice-ufrag") + ":them", Descriptions.attribute(description, "ice-pwd"));
        byte[] answer = new byte[1500];
        for (int i = 0; i < TRIES; i++) {
            socket.send(check, 0, check.length);
            int length = socket.receive(answer, 0, answer.length, PATIENCE_MILLIS);
            if (length > 0) {
                answers(answer, length);
                return SrtpSession.client(handshake.run(new Wire()));
            }
        }
        throw new IOException("no answer to the check from " + server);
    }

    /** Consent, to be repeated every few seconds. */
    public void consent() {
        socket.send(check, 0, check.length);
    }

    /** Answers the server's own checks: a server that is not lite makes some. True where the datagram was STUN. */
    public boolean answers(byte[] datagram, int length) {
        if (length < 1 || datagram[0] < 0 || datagram[0] > 3) {
            return false;
        }
        ice.check(Arrays.copyOf(datagram, length), server).ifPresent(found -> socket.send(found.answer(), 0, found.answer().length));
        return true;
    }

    private static String host() {
        try {
            return NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses).filter(Inet4Address.class::isInstance)
                    .filter(address -> !address.isLoopbackAddress()).findFirst().orElse(InetAddress.getLoopbackAddress()).getHostAddress();
        } catch (SocketException e) {
            return InetAddress.getLoopbackAddress().getHostAddress();
        }
    }

    private final class Wire implements DatagramTransport {

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
            int got = socket.receive(buffer, offset, length, Math.max(1, waitMillis));
            return got > 0 && answers(Arrays.copyOfRange(buffer, offset, offset + got), got) ? -1 : got;
        }

        @Override
        public void send(byte[] buffer, int offset, int length) {
            socket.send(buffer, offset, length);
        }

        @Override
        public void close() {
            // media go on over the socket
        }
    }
}

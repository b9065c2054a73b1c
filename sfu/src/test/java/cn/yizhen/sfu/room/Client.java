package cn.yizhen.sfu.room;

import cn.yizhen.sfu.dtls.ClientHandshake;
import cn.yizhen.sfu.dtls.SrtpKeys;
import cn.yizhen.sfu.rtp.Bits;
import cn.yizhen.sfu.rtp.RtpPacket;
import cn.yizhen.sfu.srtp.SrtpSession;
import cn.yizhen.sfu.stun.StunClient;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** One peer connection from a client's end: proves the password, shakes hands, then sends and receives media. */
final class Client implements AutoCloseable {

    private static final Pattern CANDIDATE = Pattern.compile("a=candidate:\\S+ 1 udp \\d+ (\\S+) (\\d+) typ host");

    private DatagramSocket socket;
    private final InetSocketAddress server;
    private final String ufrag;
    private final String password;
    private final ClientHandshake handshake;
    private SrtpSession srtp;

    /** @param description of the server: where it is and how it is proved to */
    Client(String description, ClientHandshake handshake) throws Exception {
        this.handshake = handshake;
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        socket.setSoTimeout(1000);
        ufrag = attribute(description, "ice-ufrag");
        password = attribute(description, "ice-pwd");
        var candidate = CANDIDATE.matcher(description);
        if (!candidate.find()) {
            throw new IllegalArgumentException("no candidate");
        }
        server = new InetSocketAddress(candidate.group(1), Integer.parseInt(candidate.group(2)));
    }

    static String attribute(String description, String name) {
        return description.lines().filter(line -> line.startsWith("a=" + name + ":")).findFirst().orElseThrow().substring(name.length() + 3);
    }

    /** What this client's description would say of its certificate. */
    String fingerprint() {
        return handshake.fingerprint();
    }

    /** The answer to a binding request; nothing where the server stays silent. */
    Optional<byte[]> check(String withPassword) throws Exception {
        send(StunClient.request(ufrag + ":them", withPassword));
        return receive();
    }

    /** From now on from another port, as after a change of network. */
    void moves() throws Exception {
        socket.close();
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    }

    Optional<byte[]> checkAgain() throws Exception {
        return check(password);
    }

    void connect() throws Exception {
        if (check(password).isEmpty()) {
            throw new IllegalStateException("no answer to the check");
        }
        SrtpKeys keys = handshake.run(socket, server);
        srtp = SrtpSession.client(keys);
        socket.setSoTimeout(1000);
    }

    void send(byte[] datagram) throws Exception {
        socket.send(new DatagramPacket(datagram, datagram.length, server));
    }

    void sendRtp(byte[] packet) throws Exception {
        byte[] room = Arrays.copyOf(packet, packet.length + SrtpSession.OVERHEAD);
        int length = srtp.close(room, packet.length);
        send(Arrays.copyOf(room, length));
    }

    /** The next RTP packet, opened; nothing after a second of silence. */
    Optional<RtpPacket> receiveRtp() throws Exception {
        for (var next = receive(); next.isPresent(); next = receive()) {
            byte[] bytes = next.get();
            int type = Bits.u8(bytes, 1);
            if (Bits.u8(bytes, 0) >= 128 && (type < 192 || type > 223)) {
                int length = srtp.open(bytes, bytes.length);
                if (length > 0) {
                    return RtpPacket.read(bytes, length);
                }
            }
        }
        return Optional.empty();
    }

    Optional<byte[]> receive() throws Exception {
        var packet = new DatagramPacket(new byte[2000], 2000);
        try {
            socket.receive(packet);
            return Optional.of(Arrays.copyOf(packet.getData(), packet.getLength()));
        } catch (SocketTimeoutException e) {
            return Optional.empty();
        }
    }

    void patience(int millis) throws SocketException {
        socket.setSoTimeout(millis);
    }

    @Override
    public void close() {
        socket.close();
    }
}

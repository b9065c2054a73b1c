package cn.yizhen.sfu.load;

import cn.yizhen.sfu.dtls.ClientHandshake;
import cn.yizhen.sfu.dtls.SrtpProfile;
import cn.yizhen.sfu.net.ManySockets;
import cn.yizhen.sfu.srtp.SrtpSession;
import cn.yizhen.sfu.stun.StunClient;
import java.io.IOException;
import java.net.InetSocketAddress;
import org.bouncycastle.tls.DatagramTransport;

/** One peer connection from a client's end on one of {@link ManySockets}: offers AEAD_AES_128_GCM only. */
public final class Dialling {

    private static final int PATIENCE_MILLIS = 500;
    private static final int TRIES = 20;

    private final ManySockets.Socket socket = new ManySockets.Socket();
    private final ClientHandshake handshake = new ClientHandshake(SrtpProfile.AEAD_AES_128_GCM);
    private byte[] check = new byte[0];

    public Dialling() throws IOException {}

    public String fingerprint() {
        return handshake.fingerprint();
    }

    public ManySockets.Socket socket() {
        return socket;
    }

    /** Checks the path and shakes hands. */
    public SrtpSession connect(String description) throws IOException {
        return connect(description, Descriptions.candidate(description));
    }

    /** @param server where it is reached, if not where its description says */
    public SrtpSession connect(String description, InetSocketAddress server) throws IOException {
        socket.connect(server);
        check = StunClient.request(Descriptions.attribute(description, "ice-ufrag") + ":them", Descriptions.attribute(description, "ice-pwd"));
        byte[] answer = new byte[1500];
        for (int i = 0; i < TRIES; i++) {
            socket.send(check, 0, check.length);
            if (socket.receive(answer, 0, answer.length, PATIENCE_MILLIS) > 0) {
                return SrtpSession.client(handshake.run(new Wire()));
            }
        }
        throw new IOException("no answer to the check from " + server);
    }

    /** Consent, to be repeated every few seconds. */
    public void consent() {
        socket.send(check, 0, check.length);
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
            return socket.receive(buffer, offset, length, Math.max(1, waitMillis));
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

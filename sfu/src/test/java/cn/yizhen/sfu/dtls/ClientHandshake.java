package cn.yizhen.sfu.dtls;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Hashtable;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.DTLSClientProtocol;
import org.bouncycastle.tls.DatagramTransport;
import org.bouncycastle.tls.DefaultTlsClient;
import org.bouncycastle.tls.ExporterLabel;
import org.bouncycastle.tls.HashAlgorithm;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsSRTPUtils;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.UseSRTPData;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedSigner;

/** The active side, for tests: Bouncy Castle's client with a certificate of its own. */
public final class ClientHandshake {

    private final Identity identity = Identity.make(new SecureRandom(), Instant.parse("2026-11-26T00:00:00Z"));
    private final SrtpProfile[] offers;
    private SrtpProfile agreed;
    private SrtpKeys keys;

    public ClientHandshake(SrtpProfile... offers) {
        this.offers = offers.length == 0 ? SrtpProfile.values() : offers;
    }

    public String fingerprint() {
        return identity.fingerprint().algorithm() + " " + identity.fingerprint().value();
    }

    public SrtpKeys run(DatagramSocket socket, InetSocketAddress server) throws IOException {
        return run(new Wire(socket, server));
    }

    public SrtpKeys run(DatagramTransport wire) throws IOException {
        new DTLSClientProtocol().connect(new SrtpClient(), wire);
        return keys;
    }

    private final class SrtpClient extends DefaultTlsClient {

        SrtpClient() {
            super(identity.crypto());
        }

        @Override
        protected ProtocolVersion[] getSupportedVersions() {
            return ProtocolVersion.DTLSv12.only();
        }

        @Override
        protected int[] getSupportedCipherSuites() {
            return new int[] {CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256};
        }

        @Override
        public Hashtable<Integer, byte[]> getClientExtensions() throws IOException {
            @SuppressWarnings("unchecked")
            Hashtable<Integer, byte[]> extensions = super.getClientExtensions();
            int[] numbers = Arrays.stream(offers).mapToInt(SrtpProfile::number).toArray();
            TlsSRTPUtils.addUseSRTPExtension(extensions, new UseSRTPData(numbers, new byte[0]));
            return extensions;
        }

        @Override
        public void processServerExtensions(@SuppressWarnings("rawtypes") Hashtable extensions) throws IOException {
            super.processServerExtensions(extensions);
            agreed = SrtpProfile.best(TlsSRTPUtils.getUseSRTPExtension(extensions).getProtectionProfiles()).orElseThrow();
        }

        @Override
        public TlsAuthentication getAuthentication() {
            return new TlsAuthentication() {
                @Override
                public void notifyServerCertificate(TlsServerCertificate certificate) {
                    // the test knows the server
                }

                @Override
                public TlsCredentials getClientCredentials(CertificateRequest request) {
                    return new BcDefaultTlsCredentialedSigner(new TlsCryptoParameters(context), identity.crypto(), identity.key(), identity.certificate(),
                            SignatureAndHashAlgorithm.getInstance(HashAlgorithm.sha256, SignatureAlgorithm.ecdsa));
                }
            };
        }

        @Override
        public void notifyHandshakeComplete() throws IOException {
            super.notifyHandshakeComplete();
            keys = SrtpKeys.cut(agreed, context.exportKeyingMaterial(ExporterLabel.dtls_srtp, null, SrtpKeys.length(agreed)));
        }
    }

    private record Wire(DatagramSocket socket, InetSocketAddress server) implements DatagramTransport {

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
            socket.setSoTimeout(Math.max(1, waitMillis));
            try {
                var packet = new DatagramPacket(buffer, offset, length);
                socket.receive(packet);
                return packet.getLength();
            } catch (SocketTimeoutException e) {
                return -1;
            }
        }

        @Override
        public void send(byte[] buffer, int offset, int length) throws IOException {
            socket.send(new DatagramPacket(buffer, offset, length, server));
        }

        @Override
        public void close() {
            // the socket is the client's
        }
    }
}

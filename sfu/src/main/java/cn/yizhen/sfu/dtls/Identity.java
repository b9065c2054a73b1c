package cn.yizhen.sfu.dtls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcECContentSignerBuilder;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/**
 * The server's key on P-256 and its self-signed certificate, made anew at every start: trust comes from the
 * fingerprint in the signalling, which came over HTTPS.
 */
public final class Identity {

    private static final long DAYS = 30;

    private final BcTlsCrypto crypto;
    private final Certificate certificate;
    private final AsymmetricKeyParameter key;
    private final Fingerprint fingerprint;

    private Identity(BcTlsCrypto crypto, Certificate certificate, AsymmetricKeyParameter key, Fingerprint fingerprint) {
        this.crypto = crypto;
        this.certificate = certificate;
        this.key = key;
        this.fingerprint = fingerprint;
    }

    /** @param now when the certificate begins to be valid, less a day for clocks that are behind */
    public static Identity make(SecureRandom random, Instant now) {
        try {
            var pair = keyPair(random);
            byte[] encoded = selfSigned(pair, random, now);
            var crypto = new BcTlsCrypto(random);
            var certificate = new Certificate(new TlsCertificate[] {crypto.createCertificate(encoded)});
            return new Identity(crypto, certificate, pair.getPrivate(), Fingerprint.of(encoded));
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException("a certificate on P-256 can always be made", e);
        }
    }

    public Fingerprint fingerprint() {
        return fingerprint;
    }

    BcTlsCrypto crypto() {
        return crypto;
    }

    Certificate certificate() {
        return certificate;
    }

    AsymmetricKeyParameter key() {
        return key;
    }

    private static AsymmetricCipherKeyPair keyPair(SecureRandom random) {
        var generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(ECNamedDomainParameters.lookup(X9ObjectIdentifiers.prime256v1), random));
        return generator.generateKeyPair();
    }

    private static byte[] selfSigned(AsymmetricCipherKeyPair pair, SecureRandom random, Instant now) throws IOException, OperatorCreationException {
        var signature = new DefaultSignatureAlgorithmIdentifierFinder().find("SHA256withECDSA");
        var digest = new DefaultDigestAlgorithmIdentifierFinder().find(signature);
        var name = new X500Name("CN=yizhen");
        var builder = new X509v3CertificateBuilder(name, new BigInteger(63, random).add(BigInteger.ONE), Date.from(now.minusSeconds(86_400)),
                Date.from(now.plusSeconds(DAYS * 86_400)), name, SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(pair.getPublic()));
        return builder.build(new BcECContentSignerBuilder(signature, digest).build(pair.getPrivate())).getEncoded();
    }
}

package cn.yizhen.app.upward;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** How packages are signed (签名算法): SM2 with SM3 (GB/T 32918.2), or Ed25519 (RFC 8032). The key decides. */
enum Algorithm {
    SM2("SM3withSM2", "EC"),
    ED25519("Ed25519", "Ed25519");

    /** RFC 8410. */
    private static final String ID_ED25519 = "1.3.101.112";
    private static final Provider PROVIDER = new BouncyCastleProvider();

    private final String signature;
    private final String keys;

    Algorithm(String signature, String keys) {
        this.signature = signature;
        this.keys = keys;
    }

    KeyPair generate() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance(keys, PROVIDER);
        if (this == SM2) {
            generator.initialize(new ECGenParameterSpec("sm2p256v1"));
        }
        return generator.generateKeyPair();
    }

    byte[] sign(PrivateKey key, byte[] content) throws GeneralSecurityException {
        var signer = Signature.getInstance(signature, PROVIDER);
        signer.initSign(key);
        signer.update(content);
        return signer.sign();
    }

    boolean verifies(PublicKey key, byte[] content, byte[] signed) {
        try {
            var verifier = Signature.getInstance(signature, PROVIDER);
            verifier.initVerify(key);
            verifier.update(content);
            return verifier.verify(signed);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    PrivateKey privateKey(byte[] pkcs8) throws GeneralSecurityException {
        return KeyFactory.getInstance(keys, PROVIDER).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    }

    PublicKey publicKey(byte[] x509) throws GeneralSecurityException {
        return KeyFactory.getInstance(keys, PROVIDER).generatePublic(new X509EncodedKeySpec(x509));
    }

    static Algorithm ofPrivate(byte[] pkcs8) throws GeneralSecurityException {
        return of(PrivateKeyInfo.getInstance(pkcs8).getPrivateKeyAlgorithm());
    }

    static Algorithm ofPublic(byte[] x509) throws GeneralSecurityException {
        return of(SubjectPublicKeyInfo.getInstance(x509).getAlgorithm());
    }

    private static Algorithm of(AlgorithmIdentifier identifier) throws GeneralSecurityException {
        if (identifier.getAlgorithm().getId().equals(ID_ED25519)) {
            return ED25519;
        }
        if (GMObjectIdentifiers.sm2p256v1.equals(identifier.getParameters())) {
            return SM2;
        }
        throw new GeneralSecurityException("neither SM2 nor Ed25519: " + identifier.getAlgorithm());
    }
}

package cn.yizhen.app.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * How heads and packages are signed (签名算法): SM2 with SM3 (GB/T 32918.2), or Ed25519 (RFC 8032). Keys are
 * encoded as PKCS#8 and X.509, and a key says by itself which of the two it is for.
 */
public enum SignatureAlgorithm {
    SM2("SM2"),
    ED25519("Ed25519");

    /** RFC 8410. */
    private static final String ID_ED25519 = "1.3.101.112";

    /** As written in a head. */
    final String word;

    SignatureAlgorithm(String word) {
        this.word = word;
    }

    static SignatureAlgorithm of(String word) throws GeneralSecurityException {
        for (var one : values()) {
            if (one.word.equals(word)) {
                return one;
            }
        }
        throw new GeneralSecurityException("unknown algorithm " + word);
    }

    /** The algorithm a private key (PKCS#8) is for. */
    public static SignatureAlgorithm ofPrivate(byte[] pkcs8) throws GeneralSecurityException {
        return of(PrivateKeyInfo.getInstance(pkcs8).getPrivateKeyAlgorithm());
    }

    /** The algorithm a public key (X.509) is for. */
    public static SignatureAlgorithm ofPublic(byte[] x509) throws GeneralSecurityException {
        return of(SubjectPublicKeyInfo.getInstance(x509).getAlgorithm());
    }

    private static SignatureAlgorithm of(AlgorithmIdentifier identifier) throws GeneralSecurityException {
        if (identifier.getAlgorithm().getId().equals(ID_ED25519)) {
            return ED25519;
        }
        if (GMObjectIdentifiers.sm2p256v1.equals(identifier.getParameters())) {
            return SM2;
        }
        throw new GeneralSecurityException("neither SM2 nor Ed25519: " + identifier.getAlgorithm());
    }

    public KeyPair generate() throws GeneralSecurityException {
        if (this == ED25519) {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        }
        var generator = KeyPairGenerator.getInstance("EC", BouncyCastle.PROVIDER);
        generator.initialize(new ECGenParameterSpec("sm2p256v1"));
        return generator.generateKeyPair();
    }

    public PrivateKey privateKey(byte[] pkcs8) throws GeneralSecurityException {
        return keys().generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    }

    public PublicKey publicKey(byte[] x509) throws GeneralSecurityException {
        return keys().generatePublic(new X509EncodedKeySpec(x509));
    }

    public byte[] sign(PrivateKey key, byte[] content) throws GeneralSecurityException {
        var signature = signature();
        signature.initSign(key);
        signature.update(content);
        return signature.sign();
    }

    /** Whether the signature is by this key's other half over this content; false also for one that is malformed. */
    public boolean verifies(PublicKey key, byte[] content, byte[] signed) {
        try {
            var signature = signature();
            signature.initVerify(key);
            signature.update(content);
            return signature.verify(signed);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    private KeyFactory keys() throws GeneralSecurityException {
        return this == ED25519 ? KeyFactory.getInstance("Ed25519") : KeyFactory.getInstance("EC", BouncyCastle.PROVIDER);
    }

    private Signature signature() throws GeneralSecurityException {
        return this == ED25519 ? Signature.getInstance("Ed25519") : Signature.getInstance("SM3withSM2", BouncyCastle.PROVIDER);
    }
}

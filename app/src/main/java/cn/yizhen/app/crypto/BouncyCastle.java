package cn.yizhen.app.crypto;

import java.security.Provider;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** What SM2 needs. Loading it takes a noticeable part of a start, so it is loaded when SM2 is first asked for. */
final class BouncyCastle {

    static final Provider PROVIDER = new BouncyCastleProvider();

    private BouncyCastle() {}
}

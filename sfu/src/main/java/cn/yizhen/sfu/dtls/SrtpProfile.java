package cn.yizhen.sfu.dtls;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bouncycastle.tls.SRTPProtectionProfile;

/** The protection profiles of SRTP this server speaks, best first (RFC 5764, RFC 7714). */
public enum SrtpProfile {
    AEAD_AES_128_GCM(SRTPProtectionProfile.SRTP_AEAD_AES_128_GCM, 12),
    AES_CM_128_HMAC_SHA1_80(SRTPProtectionProfile.SRTP_AES128_CM_HMAC_SHA1_80, 14);

    /** Octets of a master key in both. */
    public static final int KEY = 16;

    private final int number;
    private final int salt;

    SrtpProfile(int number, int salt) {
        this.number = number;
        this.salt = salt;
    }

    int number() {
        return number;
    }

    /** Octets of a master salt. */
    public int salt() {
        return salt;
    }

    static Optional<SrtpProfile> best(int[] offered) {
        return List.of(values()).stream().filter(profile -> IntStream.of(offered).anyMatch(number -> number == profile.number)).findFirst();
    }
}

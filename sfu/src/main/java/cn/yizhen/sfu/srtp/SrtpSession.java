package cn.yizhen.sfu.srtp;

import cn.yizhen.sfu.dtls.SrtpKeys;
import cn.yizhen.sfu.dtls.SrtpProfile;
import cn.yizhen.sfu.rtp.Bits;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jitsi.srtp.SrtcpCryptoContext;
import org.jitsi.srtp.SrtpContextFactory;
import org.jitsi.srtp.SrtpCryptoContext;
import org.jitsi.srtp.SrtpErrorStatus;
import org.jitsi.srtp.SrtpPolicy;
import org.jitsi.srtp.crypto.Aes;
import org.jitsi.utils.logging2.LoggerImpl;

/**
 * Both directions of one transport. Of one thread.
 *
 * <p>A sender names its streams by itself, so the number of streams that may come is bounded; a stream is only
 * remembered once a packet of it was proved.
 */
public final class SrtpSession {

    /** What a closed packet is longer than an open one, at most. */
    public static final int OVERHEAD = 20;

    private static final int MOST_STREAMS = 64;

    static {
        // otherwise the library times its candidates when the first client comes, and the media thread stands still
        Aes.setFactoryClassName("SunJCE");
    }

    private final SrtpContextFactory receiving;
    private final SrtpContextFactory sending;
    private final Map<Integer, SrtpCryptoContext> in = new HashMap<>();
    private final Map<Integer, SrtcpCryptoContext> inControl = new HashMap<>();
    private int[] outNumbers = new int[4];
    private SrtpCryptoContext[] outContexts = new SrtpCryptoContext[4];
    private int outCount;
    private final Map<Integer, SrtcpCryptoContext> outControl = new HashMap<>();
    private final Span span = new Span(0);

    private SrtpSession(SrtpContextFactory receiving, SrtpContextFactory sending) {
        this.receiving = receiving;
        this.sending = sending;
    }

    /** Loads what the library loads at its first packet, so that the first client does not wait for it. */
    public static void prepare() {
        for (var profile : SrtpProfile.values()) {
            byte[] key = new byte[SrtpProfile.KEY];
            byte[] salt = new byte[profile.salt()];
            var keys = new SrtpKeys(profile, key, salt, key, salt);
            byte[] packet = new byte[12 + OVERHEAD];
            packet[0] = (byte) 0x80;
            client(keys).open(packet, server(keys).close(packet, 12));
            client(keys).openControl(packet, 12);
        }
    }

    /** The server's end: opens what the client closed. */
    public static SrtpSession server(SrtpKeys keys) {
        return new SrtpSession(factory(false, keys.profile(), keys.clientKey(), keys.clientSalt()),
                factory(true, keys.profile(), keys.serverKey(), keys.serverSalt()));
    }

    /** The client's end, for tests and load. */
    public static SrtpSession client(SrtpKeys keys) {
        return new SrtpSession(factory(false, keys.profile(), keys.serverKey(), keys.serverSalt()),
                factory(true, keys.profile(), keys.clientKey(), keys.clientSalt()));
    }

    /** Opens an RTP packet in place; its open length, or -1 where it was not proved or came twice. */
    public int open(byte[] packet, int length) {
        if (length < 12) {
            return -1;
        }
        int ssrc = Bits.i32(packet, 8);
        SrtpCryptoContext known = in.get(ssrc);
        if (known == null && in.size() >= MOST_STREAMS) {
            return -1;
        }
        try {
            SrtpCryptoContext context = known == null ? receiving.deriveContext(ssrc, 0) : known;
            if (context.reverseTransformPacket(span.over(packet, length), false) != SrtpErrorStatus.OK) {
                return -1;
            }
            if (known == null) {
                in.put(ssrc, context);
            }
            return span.getLength();
        } catch (GeneralSecurityException | RuntimeException e) {
            return -1;
        }
    }

    /** Opens an RTCP packet in place; its open length, or -1. */
    public int openControl(byte[] packet, int length) {
        if (length < 12) {
            return -1;
        }
        int ssrc = Bits.i32(packet, 4);
        SrtcpCryptoContext known = inControl.get(ssrc);
        if (known == null && inControl.size() >= MOST_STREAMS) {
            return -1;
        }
        try {
            SrtcpCryptoContext context = known == null ? receiving.deriveControlContext(ssrc) : known;
            if (context.reverseTransformPacket(span.over(packet, length)) != SrtpErrorStatus.OK) {
                return -1;
            }
            if (known == null) {
                inControl.put(ssrc, context);
            }
            return span.getLength();
        } catch (GeneralSecurityException | RuntimeException e) {
            return -1;
        }
    }

    /** Closes an RTP packet in place; its closed length. The array must have {@link #OVERHEAD} to spare. */
    public int close(byte[] packet, int length) {
        return closed(packet, length, outgoing(Bits.i32(packet, 8)));
    }

    /** Closes an RTCP packet in place; its closed length. */
    public int closeControl(byte[] packet, int length) {
        try {
            int ssrc = Bits.i32(packet, 4);
            SrtcpCryptoContext context = outControl.get(ssrc);
            if (context == null) {
                context = sending.deriveControlContext(ssrc);
                outControl.put(ssrc, context);
            }
            context.transformPacket(span.over(packet, length));
            return sameArray(packet);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private int closed(byte[] packet, int length, SrtpCryptoContext context) {
        try {
            context.transformPacket(span.over(packet, length));
            return sameArray(packet);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private int sameArray(byte[] packet) {
        if (span.getBuffer() != packet || span.getOffset() != 0) {
            throw new IllegalStateException("the array had no room for the tag");
        }
        return span.getLength();
    }

    /** A walk over a few numbers side by side: with hundreds of receivers a map's nodes are never in the cache. */
    private SrtpCryptoContext outgoing(int ssrc) {
        for (int i = 0; i < outCount; i++) {
            if (outNumbers[i] == ssrc) {
                return outContexts[i];
            }
        }
        return derive(ssrc);
    }

    private SrtpCryptoContext derive(int ssrc) {
        try {
            SrtpCryptoContext context = sending.deriveContext(ssrc, 0);
            if (outCount == outNumbers.length) {
                outNumbers = Arrays.copyOf(outNumbers, 2 * outCount);
                outContexts = Arrays.copyOf(outContexts, 2 * outCount);
            }
            outNumbers[outCount] = ssrc;
            outContexts[outCount++] = context;
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SrtpContextFactory factory(boolean sender, SrtpProfile profile, byte[] key, byte[] salt) {
        return new SrtpContextFactory(sender, key.clone(), salt.clone(), policy(profile), policy(profile), new LoggerImpl(SrtpSession.class.getName()));
    }

    private static SrtpPolicy policy(SrtpProfile profile) {
        var policy = switch (profile) {
            case AEAD_AES_128_GCM -> new SrtpPolicy(SrtpPolicy.AESGCM_ENCRYPTION, SrtpProfile.KEY, SrtpPolicy.NULL_AUTHENTICATION, 0, 16, profile.salt());
            case AES_CM_128_HMAC_SHA1_80 -> new SrtpPolicy(SrtpPolicy.AESCM_ENCRYPTION, SrtpProfile.KEY, SrtpPolicy.HMACSHA1_AUTHENTICATION, 20, 10, profile.salt());
        };
        // our own numbers rise by construction; a window for what we send would only cost
        policy.setSendReplayEnabled(false);
        return policy;
    }
}

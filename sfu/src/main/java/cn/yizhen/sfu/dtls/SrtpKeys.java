package cn.yizhen.sfu.dtls;

import java.nio.ByteBuffer;

/**
 * What a handshake yields: the master keys and salts of both directions.
 *
 * @param profile    agreed on
 * @param clientKey  for what the client sends
 * @param clientSalt for what the client sends
 * @param serverKey  for what the server sends
 * @param serverSalt for what the server sends
 */
public record SrtpKeys(SrtpProfile profile, byte[] clientKey, byte[] clientSalt, byte[] serverKey, byte[] serverSalt) {

    /** Cuts the exported material as RFC 5764 section 4.2 lays it out: both keys, then both salts, the client's first. */
    static SrtpKeys cut(SrtpProfile profile, byte[] exported) {
        var material = ByteBuffer.wrap(exported);
        byte[] client = take(material, SrtpProfile.KEY);
        byte[] server = take(material, SrtpProfile.KEY);
        return new SrtpKeys(profile, client, take(material, profile.salt()), server, take(material, profile.salt()));
    }

    static int length(SrtpProfile profile) {
        return 2 * (SrtpProfile.KEY + profile.salt());
    }

    private static byte[] take(ByteBuffer from, int length) {
        byte[] part = new byte[length];
        from.get(part);
        return part;
    }
}

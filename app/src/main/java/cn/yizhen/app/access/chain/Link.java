package cn.yizhen.app.access.chain;

import cn.yizhen.app.access.Sm3;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * One link of the chain (链环): SM3(link before ‖ number ‖ act ‖ digest of the act ‖ SM3(shape, facts)).
 *
 * @param number place in the order of commits, from 1
 * @param digest SM3 of the act's canonical bytes
 * @param shape  id of the {@link Shape} the facts were read by
 * @param facts  text of the {@link Facts}
 */
public record Link(long number, UUID act, byte[] digest, String shape, String facts) {

    /** What the first link hangs on. */
    public static byte[] beginning(String county) {
        return Sm3.digest(("yizhen-chain-1:" + county).getBytes(StandardCharsets.UTF_8));
    }

    public byte[] after(byte[] before) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(before);
        bytes.writeBytes(ByteBuffer.allocate(24).putLong(number).putLong(act.getMostSignificantBits())
                .putLong(act.getLeastSignificantBits()).array());
        bytes.writeBytes(digest);
        bytes.writeBytes(Sm3.digest((shape + "\n" + facts).getBytes(StandardCharsets.UTF_8)));
        return Sm3.digest(bytes.toByteArray());
    }
}

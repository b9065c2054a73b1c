package cn.yizhen.sfu.stun;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.zip.CRC32;

/** Binding requests as a browser writes them, for tests; written apart from what the server reads with. */
public final class StunClient {

    private StunClient() {}

    public static byte[] request(String username, String password) {
        return request(username, password, new byte[0]);
    }

    /** @param extra attributes to stand before the proof, whole, with padding */
    public static byte[] request(String username, String password, byte[] extra) {
        var body = new ByteArrayOutputStream();
        attribute(body, 0x0006, username.getBytes(StandardCharsets.UTF_8));
        attribute(body, 0x0024, new byte[] {0x6e, 0x7f, 0x1e, (byte) 0xff});
        attribute(body, 0x802A, new byte[8]);
        attribute(body, 0x0025, new byte[0]);
        body.writeBytes(extra);
        byte[] transaction = new byte[12];
        new SecureRandom().nextBytes(transaction);
        byte[] covered = message(transaction, body.toByteArray(), body.size() + 24);
        attribute(body, 0x0008, StunWriter.integrity(password.getBytes(StandardCharsets.UTF_8), covered, covered.length));
        byte[] printed = message(transaction, body.toByteArray(), body.size() + 8);
        var crc = new CRC32();
        crc.update(printed);
        int print = (int) crc.getValue() ^ 0x5354554E;
        attribute(body, 0x8028, new byte[] {(byte) (print >> 24), (byte) (print >> 16), (byte) (print >> 8), (byte) print});
        return message(transaction, body.toByteArray(), body.size());
    }

    public static byte[] attribute(int type, byte[] value) {
        var out = new ByteArrayOutputStream();
        attribute(out, type, value);
        return out.toByteArray();
    }

    private static void attribute(ByteArrayOutputStream out, int type, byte[] value) {
        out.write(type >> 8);
        out.write(type);
        out.write(value.length >> 8);
        out.write(value.length);
        out.writeBytes(value);
        out.writeBytes(new byte[(4 - value.length % 4) % 4]);
    }

    private static byte[] message(byte[] transaction, byte[] body, int length) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0, 1, (byte) (length >> 8), (byte) length, 0x21, 0x12, (byte) 0xA4, 0x42});
        out.writeBytes(transaction);
        out.writeBytes(body);
        return out.toByteArray();
    }
}

package cn.yizhen.app.crypto;

import cn.yizhen.app.host.CannotStart;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.SICBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/**
 * A sealed stream (备份的加密外壳): a line of header, then pieces of at most a mebibyte, each authenticated with
 * its place and whether it is the last, so that a stream cut anywhere is seen. AES-256-GCM, or SM4-CTR with
 * HMAC-SM3.
 */
public final class Envelope {

    private static final String MARK = "YIZHEN-SEALED";
    private static final int VERSION = 1;
    private static final int PIECE = 1 << 20;
    private static final int LONGEST_HEADER = 4096;

    private Envelope() {}

    /** A way to seal and open single pieces. */
    private interface Pieces {
        byte[] seal(byte[] open, int length, long place, boolean last);

        byte[] open(byte[] sealed, long place, boolean last) throws WrongKey;
    }

    /** Seals what is written; {@code close} writes the last piece, without which nothing opens. */
    public static OutputStream sealing(OutputStream out, RecoveryKey key, String kind) throws IOException {
        var encapsulated = key.encapsulate();
        var header = String.join(" ", MARK, Integer.toString(VERSION), kind, key.chinese() ? "SM2" : "X25519", key.fingerprint(),
                HexFormat.of().formatHex(encapsulated.bytes())) + "\n";
        out.write(header.getBytes(StandardCharsets.US_ASCII));
        return new Sealing(new DataOutputStream(out), pieces(key, encapsulated.key(), header));
    }

    /**
     * Opens a sealed stream.
     *
     * @throws CannotStart when it is none, is newer, of another kind, or sealed to another key
     */
    public static InputStream opening(InputStream in, RecoveryKey key, String kind) throws IOException {
        var header = header(in);
        var words = header.strip().split(" ");
        if (words.length != 6 || !words[0].equals(MARK)) {
            throw new CannotStart("这个文件不是一针的备份。", "请核对文件；备份由 ./yizhen backup 生成。");
        }
        if (!words[1].equals(Integer.toString(VERSION))) {
            throw new CannotStart("备份的格式是第 " + words[1] + " 版，比这个程序（第 " + VERSION + " 版）新。", "请用生成备份的那一版程序或更新的版本恢复。");
        }
        if (!words[2].equals(kind)) {
            throw new CannotStart(words[2].equals("keys") ? "这是密钥备份，不是数据备份。" : "这是数据备份，不是密钥备份。", "请把两个文件对调：数据备份写在前面，密钥备份写在 --keys 后面。");
        }
        if (!words[4].equals(key.fingerprint())) {
            throw new CannotStart("恢复密钥不对：备份是封给指纹 " + words[4] + " 的，给的是 " + key.fingerprint() + "。", "请用与指纹相符的恢复密钥。");
        }
        if (!key.opens()) {
            throw new CannotStart("给的是恢复密钥的公开部分（.pub），只能做备份。", "恢复请用生成时的另一个文件，它不应放在平台所在的机器上。");
        }
        try {
            return new Opening(new DataInputStream(in), pieces(key, key.decapsulate(HexFormat.of().parseHex(words[5])), header));
        } catch (WrongKey | IllegalArgumentException e) {
            throw new CannotStart("备份的开头被改过或损坏，打不开。", "请换另一份备份。");
        }
    }

    private static String header(InputStream in) throws IOException {
        var header = new StringBuilder();
        for (int one = in.read(); header.length() < LONGEST_HEADER; one = in.read()) {
            if (one < 0) {
                break;
            }
            header.append((char) one);
            if (one == '\n') {
                break;
            }
        }
        return header.toString();
    }

    private static Pieces pieces(RecoveryKey key, byte[] fileKey, String header) {
        return key.chinese() ? new Sm4Pieces(fileKey, header.getBytes(StandardCharsets.US_ASCII)) : new GcmPieces(fileKey, header.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] nonce(int length, long place, boolean last) {
        return ByteBuffer.allocate(length).putLong(length - 9, place).put(length - 1, (byte) (last ? 1 : 0)).array();
    }

    private record GcmPieces(byte[] key, byte[] header) implements Pieces {

        private byte[] run(int mode, byte[] bytes, int length, long place, boolean last) throws GeneralSecurityException {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce(12, place, last)));
            cipher.updateAAD(header);
            return cipher.doFinal(bytes, 0, length);
        }

        @Override
        public byte[] seal(byte[] open, int length, long place, boolean last) {
            try {
                return run(Cipher.ENCRYPT_MODE, open, length, place, last);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public byte[] open(byte[] sealed, long place, boolean last) throws WrongKey {
            try {
                return run(Cipher.DECRYPT_MODE, sealed, sealed.length, place, last);
            } catch (GeneralSecurityException e) {
                throw new WrongKey();
            }
        }
    }

    private record Sm4Pieces(byte[] key, byte[] header) implements Pieces {

        /** The counter of the cipher takes the last four bytes: a piece is at most 2¹⁶ blocks. */
        private byte[] run(byte[] bytes, int length, long place) {
            var cipher = SICBlockCipher.newInstance(new SM4Engine());
            var nonce = ByteBuffer.allocate(16).putLong(4, place).array();
            cipher.init(true, new ParametersWithIV(new KeyParameter(Arrays.copyOf(FieldSeal.hmac(key, "seal".getBytes(StandardCharsets.US_ASCII)), 16)), nonce));
            var out = new byte[length];
            cipher.processBytes(bytes, 0, length, out, 0);
            return out;
        }

        private byte[] mac(byte[] sealed, long place, boolean last) {
            var bound = ByteBuffer.allocate(header.length + 9 + sealed.length).put(header).putLong(place).put((byte) (last ? 1 : 0)).put(sealed).array();
            return FieldSeal.hmac(FieldSeal.hmac(key, "mac".getBytes(StandardCharsets.US_ASCII)), bound);
        }

        @Override
        public byte[] seal(byte[] open, int length, long place, boolean last) {
            var sealed = run(open, length, place);
            return FieldSeal.joined(sealed, mac(sealed, place, last));
        }

        @Override
        public byte[] open(byte[] sealed, long place, boolean last) throws WrongKey {
            if (sealed.length < 32) {
                throw new WrongKey();
            }
            var body = Arrays.copyOf(sealed, sealed.length - 32);
            if (!MessageDigest.isEqual(mac(body, place, last), Arrays.copyOfRange(sealed, sealed.length - 32, sealed.length))) {
                throw new WrongKey();
            }
            return run(body, body.length, place);
        }
    }

    private static final class Sealing extends OutputStream {

        private final DataOutputStream out;
        private final Pieces pieces;
        private final byte[] piece = new byte[PIECE];
        private int filled;
        private long place;
        private boolean closed;

        Sealing(DataOutputStream out, Pieces pieces) {
            this.out = out;
            this.pieces = pieces;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            for (int done = 0; done < length; ) {
                if (filled == PIECE) {
                    flushPiece(false);
                }
                int some = Math.min(length - done, PIECE - filled);
                System.arraycopy(bytes, from + done, piece, filled, some);
                filled += some;
                done += some;
            }
        }

        private void flushPiece(boolean last) throws IOException {
            var sealed = pieces.seal(piece, filled, place++, last);
            out.writeInt(last ? -sealed.length : sealed.length);
            out.write(sealed);
            filled = 0;
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                flushPiece(true);
                out.close();
            }
        }
    }

    private static final class Opening extends InputStream {

        private final DataInputStream in;
        private final Pieces pieces;
        private byte[] piece = new byte[0];
        private int read;
        private long place;
        private boolean last;

        Opening(DataInputStream in, Pieces pieces) {
            this.in = in;
            this.pieces = pieces;
        }

        @Override
        public int read() throws IOException {
            return more() ? piece[read++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (!more()) {
                return -1;
            }
            int some = Math.min(length, piece.length - read);
            System.arraycopy(piece, read, into, from, some);
            read += some;
            return some;
        }

        private boolean more() throws IOException {
            while (read == piece.length) {
                if (last) {
                    return false;
                }
                next();
            }
            return true;
        }

        private void next() throws IOException {
            try {
                int length = in.readInt();
                last = length < 0;
                length = Math.abs(length);
                if (length > PIECE + 64) {
                    throw new WrongKey();
                }
                var sealed = in.readNBytes(length);
                if (sealed.length < length) {
                    throw new EOFException();
                }
                piece = pieces.open(sealed, place++, last);
                read = 0;
            } catch (EOFException e) {
                throw new CannotStart("备份文件不完整：在第 " + (place + 1) + " 段中断。", "文件可能没有拷完；请重新拷贝，或换另一份备份。");
            } catch (WrongKey e) {
                throw new CannotStart("备份文件第 " + (place + 1) + " 段损坏或被改过。", "请换另一份备份。");
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}

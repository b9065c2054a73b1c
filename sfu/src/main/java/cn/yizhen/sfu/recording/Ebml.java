package cn.yizhen.sfu.recording;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Elements of EBML (RFC 8794) as Matroska uses them (RFC 9559), made in memory. */
final class Ebml {

    static final int HEADER = 0x1A45DFA3;
    static final int VERSION = 0x4286;
    static final int READ_VERSION = 0x42F7;
    static final int MAX_ID_LENGTH = 0x42F2;
    static final int MAX_SIZE_LENGTH = 0x42F3;
    static final int DOC_TYPE = 0x4282;
    static final int DOC_TYPE_VERSION = 0x4287;
    static final int DOC_TYPE_READ_VERSION = 0x4285;
    static final int VOID = 0xEC;
    static final int SEGMENT = 0x18538067;
    static final int SEEK_HEAD = 0x114D9B74;
    static final int SEEK = 0x4DBB;
    static final int SEEK_ID = 0x53AB;
    static final int SEEK_POSITION = 0x53AC;
    static final int INFO = 0x1549A966;
    static final int TIMESTAMP_SCALE = 0x2AD7B1;
    static final int DURATION = 0x4489;
    static final int MUXING_APP = 0x4D80;
    static final int WRITING_APP = 0x5741;
    static final int TRACKS = 0x1654AE6B;
    static final int TRACK_ENTRY = 0xAE;
    static final int TRACK_NUMBER = 0xD7;
    static final int TRACK_UID = 0x73C5;
    static final int TRACK_TYPE = 0x83;
    static final int FLAG_LACING = 0x9C;
    static final int CODEC_ID = 0x86;
    static final int CODEC_PRIVATE = 0x63A2;
    static final int SEEK_PRE_ROLL = 0x56BB;
    static final int VIDEO = 0xE0;
    static final int PIXEL_WIDTH = 0xB0;
    static final int PIXEL_HEIGHT = 0xBA;
    static final int AUDIO = 0xE1;
    static final int SAMPLING_FREQUENCY = 0xB5;
    static final int CHANNELS = 0x9F;
    static final int CLUSTER = 0x1F43B675;
    static final int TIMESTAMP = 0xE7;
    static final int SIMPLE_BLOCK = 0xA3;
    static final int CUES = 0x1C53BB6B;
    static final int CUE_POINT = 0xBB;
    static final int CUE_TIME = 0xB3;
    static final int CUE_TRACK_POSITIONS = 0xB7;
    static final int CUE_TRACK = 0xF7;
    static final int CUE_CLUSTER_POSITION = 0xF1;

    /** A segment is written with a size of its own kind. */
    static final byte[] SEGMENT_BEGINS = {0x18, 0x53, (byte) 0x80, 0x67};

    private static final int WIDEST = 8;

    private Ebml() {}

    /** An element of elements. */
    static byte[] master(int id, byte[]... children) {
        return binary(id, joined(children));
    }

    static byte[] joined(byte[]... elements) {
        var all = new ByteArrayOutputStream();
        for (byte[] element : elements) {
            all.writeBytes(element);
        }
        return all.toByteArray();
    }

    static byte[] binary(int id, byte[] content) {
        var out = new ByteArrayOutputStream(content.length + 12);
        out.writeBytes(number(Integer.toUnsignedLong(id), width(Integer.toUnsignedLong(id))));
        out.writeBytes(size(content.length));
        out.writeBytes(content);
        return out.toByteArray();
    }

    static byte[] text(int id, String value) {
        return binary(id, value.getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] unsigned(int id, long value) {
        return binary(id, number(value, width(value)));
    }

    /** Always eight octets, so that it can be written over later. */
    static byte[] wide(int id, long value) {
        return binary(id, number(value, WIDEST));
    }

    static byte[] real(int id, double value) {
        return wide(id, Double.doubleToLongBits(value));
    }

    /** Something to be written over later, of so many octets in all. */
    static byte[] room(int octets) {
        return binary(VOID, new byte[octets - 2]);
    }

    /** A size of eight octets. */
    static byte[] wideSize(long size) {
        return number(size | 1L << 56, WIDEST);
    }

    /** The size of what has no known end: all ones. */
    static byte[] unknownSize() {
        return number(0x01FFFFFFFFFFFFFFL, WIDEST);
    }

    private static byte[] size(long size) {
        int octets = 1;
        while (size >= (1L << 7 * octets) - 1) {
            octets++;
        }
        return number(size | 1L << 7 * octets, octets);
    }

    private static int width(long value) {
        return Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(value) + 7) / 8);
    }

    private static byte[] number(long value, int octets) {
        return Arrays.copyOf(ByteBuffer.allocate(WIDEST).putLong(value << 8 * (WIDEST - octets)).array(), octets);
    }

    /**
     * The head of an element.
     *
     * @param id      as written
     * @param size    of its content, or more than any file has where it is unknown
     * @param content where the content begins
     */
    record Head(int id, long size, int content) {

        /** The first octet after the element. */
        long end() {
            return content + size;
        }
    }

    /** The head that begins here, or null where the bytes end first or are none. */
    static @Nullable Head head(ByteBuffer bytes, int at) {
        int idOctets = octets(bytes, at);
        if (idOctets == 0 || idOctets > 4 || at + idOctets >= bytes.limit()) {
            return null;
        }
        int sizeOctets = octets(bytes, at + idOctets);
        if (sizeOctets == 0 || at + idOctets + sizeOctets > bytes.limit()) {
            return null;
        }
        long size = unsigned(bytes, at + idOctets, sizeOctets) & (1L << 7 * sizeOctets) - 1;
        boolean unknown = size == (1L << 7 * sizeOctets) - 1;
        return new Head((int) unsigned(bytes, at, idOctets), unknown ? Long.MAX_VALUE / 2 : size, at + idOctets + sizeOctets);
    }

    /** So many octets from here as a number. */
    static long unsigned(ByteBuffer bytes, int at, int octets) {
        long value = 0;
        for (int i = 0; i < octets; i++) {
            value = value << 8 | bytes.get(at + i) & 0xFF;
        }
        return value;
    }

    private static int octets(ByteBuffer bytes, int at) {
        if (at >= bytes.limit() || bytes.get(at) == 0) {
            return 0;
        }
        return Integer.numberOfLeadingZeros(bytes.get(at) & 0xFF) - 23;
    }
}

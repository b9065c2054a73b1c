package cn.yizhen.sfu.recording;

import cn.yizhen.sfu.sdp.Codec;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What a file must say about its one track before its first frame.
 *
 * @param set    what the decoder is set up with: empty for VP8, the parameter sets for H.264, the head for Opus
 * @param width  of the first picture; 0 for sound
 */
record Format(Codec codec, byte[] set, int width, int height) {

    private static final int CHANNELS = 2;
    private static final int RATE = 48_000;

    static Format vp8(int width, int height) {
        return new Format(Codec.VP8, new byte[0], width, height);
    }

    /** Opus as WebRTC sends it (RFC 7845 section 5.1): two channels, nothing skipped. */
    static Format opus() {
        byte[] head = ByteBuffer.allocate(19).order(ByteOrder.LITTLE_ENDIAN).put("OpusHead".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1).put((byte) CHANNELS).putShort((short) 0).putInt(RATE).putShort((short) 0).put((byte) 0).array();
        return new Format(Codec.OPUS, head, 0, 0);
    }

    boolean sameAs(Format other) {
        // a picture may change its size within a VP8 file, not its parameter sets within one of H.264
        return codec == other.codec && Arrays.equals(set, other.set);
    }

    /** WebM holds VP8 and Opus; anything else is Matroska. */
    boolean isWebm() {
        return codec != Codec.H264;
    }

    byte[] entry() {
        return codec.isVideo()
                ? Ebml.master(Ebml.TRACK_ENTRY, common(1), set.length == 0 ? new byte[0] : Ebml.binary(Ebml.CODEC_PRIVATE, set),
                        Ebml.master(Ebml.VIDEO, Ebml.unsigned(Ebml.PIXEL_WIDTH, width), Ebml.unsigned(Ebml.PIXEL_HEIGHT, height)))
                : Ebml.master(Ebml.TRACK_ENTRY, common(2), Ebml.binary(Ebml.CODEC_PRIVATE, set), Ebml.unsigned(Ebml.SEEK_PRE_ROLL, 80_000_000),
                        Ebml.master(Ebml.AUDIO, Ebml.real(Ebml.SAMPLING_FREQUENCY, RATE), Ebml.unsigned(Ebml.CHANNELS, CHANNELS)));
    }

    private byte[] common(int type) {
        return Ebml.joined(Ebml.unsigned(Ebml.TRACK_NUMBER, 1), Ebml.unsigned(Ebml.TRACK_UID, 1), Ebml.unsigned(Ebml.TRACK_TYPE, type),
                Ebml.unsigned(Ebml.FLAG_LACING, 0), Ebml.text(Ebml.CODEC_ID, name()));
    }

    private String name() {
        return switch (codec) {
            case VP8 -> "V_VP8";
            case H264 -> "V_MPEG4/ISO/AVC";
            case OPUS, RED -> "A_OPUS";
        };
    }
}

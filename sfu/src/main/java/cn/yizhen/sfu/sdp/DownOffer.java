package cn.yizhen.sfu.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The server's offer of what comes down: a fixed set of slots, made once. Whose picture a slot shows changes
 * inside it, so nothing is ever negotiated again.
 */
public final class DownOffer {

    /** Payload types on every connection down. */
    public static final int OPUS = 111;

    public static final int RED = 63;
    public static final int VP8 = 96;
    public static final int VP8_RTX = 97;
    public static final int H264 = 102;
    public static final int H264_RTX = 103;

    /** Numbers of header extensions on every connection down. */
    public static final int MID = 1;

    public static final int ABS_SEND_TIME = 2;
    public static final int TRANSPORT_WIDE = 3;

    private static final String STREAM = "hall";

    private DownOffer() {}

    /**
     * One slot.
     *
     * @param mid   its name: v0 to v8, a0 to a2, s0
     * @param video whether it carries pictures
     * @param ssrc  of its stream
     * @param rtx   of its retransmissions; unused for audio
     */
    public record Slot(String mid, boolean video, int ssrc, int rtx) {}

    public static String text(List<Slot> slots, ServerSide server) {
        var lines = new ArrayList<>(server.session(slots.stream().map(Slot::mid).collect(Collectors.joining(" "))));
        boolean first = true;
        for (var slot : slots) {
            lines.addAll(section(slot, server));
            if (first) {
                lines.addAll(server.candidates());
            }
            first = false;
        }
        return ServerSide.text(lines);
    }

    private static List<String> section(Slot slot, ServerSide server) {
        var lines = new ArrayList<String>();
        lines.add(slot.video() ? "m=video 9 UDP/TLS/RTP/SAVPF 96 97 102 103" : "m=audio 9 UDP/TLS/RTP/SAVPF 111 63");
        // actpass is what an offerer must say (RFC 8842); a client that answers active is the only one served
        lines.addAll(server.transport("actpass"));
        lines.add("a=mid:" + slot.mid());
        lines.add("a=sendonly");
        lines.add("a=msid:" + STREAM + "-" + slot.mid() + " " + slot.mid());
        lines.add("a=extmap:" + MID + " " + Extensions.MID);
        lines.add("a=extmap:" + ABS_SEND_TIME + " " + Extensions.ABS_SEND_TIME);
        lines.add("a=extmap:" + TRANSPORT_WIDE + " " + Extensions.TRANSPORT_WIDE);
        codecs(slot, lines);
        ssrcs(slot, lines);
        return lines;
    }

    private static void codecs(Slot slot, List<String> lines) {
        if (slot.video()) {
            Payloads.describe(VP8, Codec.VP8, 0, lines);
            Payloads.retransmission(VP8_RTX, VP8, lines);
            Payloads.describe(H264, Codec.H264, 0, lines);
            Payloads.retransmission(H264_RTX, H264, lines);
        } else {
            // what every client plays stands first: some answer with the first alone
            Payloads.describe(OPUS, Codec.OPUS, 0, lines);
            Payloads.describe(RED, Codec.RED, OPUS, lines);
        }
    }

    private static void ssrcs(Slot slot, List<String> lines) {
        String name = " cname:" + STREAM + "-" + slot.mid();
        if (slot.video()) {
            lines.add("a=ssrc-group:FID " + Integer.toUnsignedString(slot.ssrc()) + " " + Integer.toUnsignedString(slot.rtx()));
        }
        // the picture's own stream stands first: browsers take the first number for it and drop it if it is the repairing one
        lines.add("a=ssrc:" + Integer.toUnsignedString(slot.ssrc()) + name);
        if (slot.video()) {
            lines.add("a=ssrc:" + Integer.toUnsignedString(slot.rtx()) + name);
        }
    }
}

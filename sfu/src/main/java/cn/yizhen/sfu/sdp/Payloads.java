package cn.yizhen.sfu.sdp;

import java.util.List;

/** How a payload type is described: its map, its format, the feedback it may have. */
final class Payloads {

    private Payloads() {}

    static void describe(int type, Codec codec, int opus, List<String> lines) {
        lines.add("a=rtpmap:" + type + " " + codec.encoding());
        switch (codec) {
            case OPUS -> {
                lines.add("a=fmtp:" + type + " minptime=10;useinbandfec=1");
                lines.add("a=rtcp-fb:" + type + " transport-cc");
            }
            case RED -> lines.add("a=fmtp:" + type + " " + opus + "/" + opus);
            case VP8 -> feedback(type, lines);
            case H264 -> {
                lines.add("a=fmtp:" + type + " level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f");
                feedback(type, lines);
            }
        }
    }

    static void retransmission(int type, int repaired, List<String> lines) {
        lines.add("a=rtpmap:" + type + " rtx/90000");
        lines.add("a=fmtp:" + type + " apt=" + repaired);
    }

    private static void feedback(int type, List<String> lines) {
        for (String kind : List.of("transport-cc", "ccm fir", "nack", "nack pli")) {
            lines.add("a=rtcp-fb:" + type + " " + kind);
        }
    }
}

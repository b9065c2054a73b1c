package cn.yizhen.sfu.sdp;

import java.util.List;

/**
 * Numbers of the header extensions on one connection; 0 where one was not agreed on.
 *
 * @param mid           which media section a packet belongs to
 * @param rid           which simulcast layer
 * @param repairedRid   the layer a retransmission repairs
 * @param absSendTime   when it left, for old estimators
 * @param transportWide one numbering over all streams, for feedback
 * @param audioLevel    how loud, without decoding
 */
public record Extensions(int mid, int rid, int repairedRid, int absSendTime, int transportWide, int audioLevel) {

    static final String MID = "urn:ietf:params:rtp-hdrext:sdes:mid";
    static final String RID = "urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id";
    static final String REPAIRED_RID = "urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id";
    static final String ABS_SEND_TIME = "http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time";
    static final String TRANSPORT_WIDE = "http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01";
    static final String AUDIO_LEVEL = "urn:ietf:params:rtp-hdrext:ssrc-audio-level";

    static final List<String> SPOKEN = List.of(MID, RID, REPAIRED_RID, ABS_SEND_TIME, TRANSPORT_WIDE, AUDIO_LEVEL);
}

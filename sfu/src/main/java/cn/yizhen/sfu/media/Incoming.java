package cn.yizhen.sfu.media;

import cn.yizhen.sfu.rtp.RtpPacket;
import cn.yizhen.sfu.rtp.Vp8;
import cn.yizhen.sfu.sdp.Codec;

/**
 * A packet on its way through: opened, found to belong to a layer, and not seen before.
 *
 * @param layer    where it came from
 * @param packet   as it came
 * @param codec    of its payload type
 * @param keyFrame whether a key frame begins here
 * @param vp8      its descriptor, read once for all receivers; unreadable where the codec is another
 */
public record Incoming(Layer layer, RtpPacket packet, Codec codec, boolean keyFrame, Vp8 vp8) {

    /** The same, as the packet with which a key frame begins. */
    Incoming beginning() {
        return new Incoming(layer, packet, codec, true, vp8);
    }
}

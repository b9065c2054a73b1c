package cn.yizhen.sfu.media;

import cn.yizhen.sfu.rtp.RtpPacket;
import cn.yizhen.sfu.rtp.Vp8;
import cn.yizhen.sfu.sdp.Codec;

/**
 * A packet as one receiver gets it: the bytes are everybody's, the numbers its own.
 *
 * @param slot      in which it goes down
 * @param packet    as it came
 * @param codec     of its payload
 * @param sequence  in the slot's own numbering
 * @param timestamp in the slot's own time
 * @param picture   what to add to a PictureID
 * @param tl0       what to add to a TL0PICIDX
 * @param vp8       its descriptor
 */
public record Forwarded(Slot slot, RtpPacket packet, Codec codec, int sequence, int timestamp, int picture, int tl0, Vp8 vp8) {}

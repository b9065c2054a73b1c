package cn.yizhen.sfu.recording;

import cn.yizhen.sfu.rtp.Red;
import cn.yizhen.sfu.rtp.RtpPacket;
import cn.yizhen.sfu.sdp.Codec;
import java.util.Arrays;
import java.util.Optional;

/** Sound: a packet is a frame; of redundant sound the present frame alone. */
final class OpusFrames implements Assembly {

    @Override
    public Optional<Frame> take(RtpPacket packet, Codec codec, int timestamp, long at) {
        int from = packet.payloadOffset();
        int until = from + packet.payloadLength();
        int begin = codec == Codec.RED ? Red.primary(packet.bytes(), from, until) : from;
        return begin < until ? Optional.of(new Frame(Arrays.copyOfRange(packet.bytes(), begin, until), true, timestamp, at)) : Optional.empty();
    }

    @Override
    public void lost() {
        // the next packet of sound plays by itself
    }

    @Override
    public boolean waitsForKey() {
        return false;
    }

    @Override
    public Optional<Format> format() {
        return Optional.of(Format.opus());
    }
}

package cn.yizhen.sfu.room;

import cn.yizhen.sfu.media.Incoming;
import cn.yizhen.sfu.media.Kind;
import cn.yizhen.sfu.media.Layer;
import cn.yizhen.sfu.media.Track;
import cn.yizhen.sfu.rtp.ArrivalLog;
import cn.yizhen.sfu.rtp.Bits;
import cn.yizhen.sfu.rtp.Rtcp;
import cn.yizhen.sfu.rtp.RtpPacket;
import cn.yizhen.sfu.rtp.TransportFeedback;
import cn.yizhen.sfu.sdp.Codec;
import cn.yizhen.sfu.sdp.UpOffer;
import cn.yizhen.sfu.srtp.SrtpSession;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What one participant sends: finds out which layer of which track a packet belongs to, and tells the publisher
 * what arrived, what to send again, and when a key frame is wanted.
 */
final class UpLink implements Media {

    private static final long FEEDBACK = TimeUnit.MILLISECONDS.toNanos(60);
    private static final long REPORT = TimeUnit.SECONDS.toNanos(1);
    private static final int CONTROL = 1200;
    private static final int MOST_STREAMS = 48;

    /** A stream whose packets carry earlier packets of a layer. */
    private record Repair(Layer layer) {}

    private final Events events;
    private final BiConsumer<Incoming, Long> forward;
    private final Map<String, UpOffer.Section> sections = new HashMap<>();
    private final Map<String, Track> tracks = new HashMap<>();
    private final Map<Integer, Object> streams = new HashMap<>();
    private final ArrivalLog arrivals = new ArrivalLog();
    private final byte[] control = new byte[CONTROL + SrtpSession.OVERHEAD + 30];
    private final int ownSsrc;
    private final Tally tally;
    private @Nullable Transport transport;
    private int extensionNumber;
    private int levelExtension;
    /** Reports name one of the publisher's own streams: browsers pass over a report about a number they do not know. */
    private int lastSsrc;
    private long feedbackAt;
    private long reportAt;

    /** @param forward what to do with a packet that should reach others */
    UpLink(Events events, BiConsumer<Incoming, Long> forward, int ownSsrc, Tally tally) {
        this.events = events;
        this.forward = forward;
        this.ownSsrc = ownSsrc;
        this.tally = tally;
    }

    /** @param kinds what each section shows, by mid; sections not named are a microphone or a camera */
    void begin(Transport made, UpOffer offer, String owner, Map<String, Kind> kinds) {
        transport = made;
        for (var section : offer.sections()) {
            if (section.taken()) {
                sections.put(section.mid(), section);
                var kind = kinds.getOrDefault(section.mid(), section.isVideo() ? Kind.CAMERA : Kind.MICROPHONE);
                tracks.put(section.mid(), new Track(owner, section.mid(), kind, !section.rtx().isEmpty()));
                section.ssrcs().stream().limit(1).filter(_ -> section.rids().isEmpty()).forEach(ssrc -> bindByNumber(section, ssrc));
                extensionNumber = section.extensions().transportWide();
                levelExtension = section.isVideo() ? levelExtension : section.extensions().audioLevel();
            }
        }
    }

    /** Number of the extension that says how loud a packet is, or 0. */
    int levelExtension() {
        return levelExtension;
    }

    List<Track> tracks() {
        return List.copyOf(tracks.values());
    }

    /** Whether something comes that others may see or hear. */
    boolean publishes() {
        for (var track : tracks.values()) {
            if (!track.muted() && !track.layers().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void connected(long now) {
        events.upConnected();
    }

    @Override
    public void ended(String why) {
        events.ended(why);
    }

    @Override
    public void rtp(byte[] bytes, int length, long now, long at) {
        RtpPacket packet = RtpPacket.read(bytes, length).orElse(null);
        if (packet == null) {
            return;
        }
        int number = packet.extension(extensionNumber);
        if (number >= 0) {
            arrivals.arrived(Bits.u16(bytes, number), at / 1000);
        }
        Object stream = streams.get(packet.ssrc());
        if (stream == null) {
            stream = bind(packet).orElse(null);
        }
        switch (stream) {
            case Layer layer -> media(layer, packet, false, now, at);
            case Repair(var layer) -> repaired(packet, layer).ifPresent(original -> media(layer, original, true, now, at));
            case null, default -> { }
        }
    }

    private void media(Layer layer, RtpPacket packet, boolean repair, long now, long at) {
        UpOffer.Section section = sections.get(layer.track().mid());
        Codec codec = section == null ? null : section.codecs().get(packet.payloadType());
        lastSsrc = layer.ssrc();
        if (codec != null && layer.arrived(packet, codec, repair, now, at)) {
            for (var ready : layer.ready(packet, codec)) {
                forward.accept(ready, now);
            }
        }
    }

    /** The original packet inside a retransmission (RFC 4588): its number stands before its payload. */
    private Optional<RtpPacket> repaired(RtpPacket packet, Layer layer) {
        UpOffer.Section section = sections.get(layer.track().mid());
        Integer type = section == null ? null : section.rtx().get(packet.payloadType());
        if (type == null || packet.payloadLength() < 2) {
            return Optional.empty();
        }
        int head = packet.payloadOffset();
        byte[] original = new byte[head + packet.payloadLength() - 2];
        System.arraycopy(packet.bytes(), 0, original, 0, head);
        System.arraycopy(packet.bytes(), head + 2, original, head, packet.payloadLength() - 2);
        original[0] &= (byte) ~0x20;
        original[1] = (byte) (original[1] & 0x80 | type);
        Bits.put16(original, 2, Bits.u16(packet.bytes(), head));
        Bits.put32(original, 8, layer.ssrc());
        return RtpPacket.read(original, original.length);
    }

    private Optional<Object> bind(RtpPacket packet) {
        if (streams.size() >= MOST_STREAMS) {
            return Optional.empty();
        }
        return sectionOf(packet).flatMap(section -> bind(section, packet));
    }

    private Optional<UpOffer.Section> sectionOf(RtpPacket packet) {
        for (var section : sections.values()) {
            if (text(packet, section.extensions().mid()).filter(section.mid()::equals).isPresent()) {
                return Optional.of(section);
            }
        }
        return sections.values().stream().filter(section -> section.ssrcs().contains(packet.ssrc())).findFirst();
    }

    private Optional<Object> bind(UpOffer.Section section, RtpPacket packet) {
        Track track = tracks.get(section.mid());
        boolean repair = section.rtx().containsKey(packet.payloadType());
        int extension = repair ? section.extensions().repairedRid() : section.extensions().rid();
        int index = section.rids().isEmpty() ? 0 : text(packet, extension).map(section.rids()::indexOf).orElse(-1);
        if (track == null || index < 0) {
            return Optional.empty();
        }
        Optional<Layer> existing = track.layers().stream().filter(layer -> layer.index() == index).findFirst();
        Optional<? extends Object> found = repair ? existing.map(Repair::new) : existing.isPresent() ? Optional.empty() : track.add(index, packet.ssrc());
        found.ifPresent(stream -> streams.put(packet.ssrc(), stream));
        return found.map(stream -> (Object) stream);
    }

    private void bindByNumber(UpOffer.Section section, int ssrc) {
        Track track = tracks.get(section.mid());
        if (track != null) {
            track.add(0, ssrc).ifPresent(layer -> streams.put(ssrc, layer));
        }
    }

    private static Optional<String> text(RtpPacket packet, int extension) {
        int at = packet.extension(extension);
        return at < 0 ? Optional.empty()
                : Optional.of(new String(packet.bytes(), at, packet.extensionLength(at), StandardCharsets.US_ASCII));
    }

    @Override
    public void rtcp(byte[] packet, int length, long now) {
        // their own time is not needed, slots keep theirs; it goes back in our reports, so that publishers know the way there and back
        for (var part : Rtcp.read(packet, length)) {
            if (part instanceof Rtcp.SenderReport(var ssrc, var ntp, _) && streams.get(ssrc) instanceof Layer layer) {
                layer.senderReported(ntp, now);
            }
        }
    }

    /** What is due to the publisher. */
    void tick(long now) {
        Transport open = transport;
        if (open == null || !open.isConnected()) {
            return;
        }
        if (now - feedbackAt >= FEEDBACK || arrivals.isFull()) {
            feedbackAt = now;
            arrivals.report().ifPresent(report -> send(open, report));
        }
        var layers = tracks.values().stream().flatMap(track -> track.layers().stream()).toList();
        for (var layer : layers) {
            if (layer.dueKeyFrameRequest(now)) {
                tally.askedForKeyFrame();
                open.sendRtcp(control, Feedback.keyFrameRequest(control, ownSsrc, layer.ssrc()));
            }
            var missing = layer.dueRetransmissionRequest(now);
            if (!missing.isEmpty()) {
                open.sendRtcp(control, Feedback.nack(control, ownSsrc, layer.ssrc(), missing));
            }
        }
        if (now - reportAt >= REPORT && !layers.isEmpty()) {
            reportAt = now;
            open.sendRtcp(control, Feedback.receiverReport(control, ownSsrc, layers, now));
        }
    }

    private void send(Transport open, TransportFeedback report) {
        if (TransportFeedback.longest(report.arrivals().length) <= CONTROL) {
            int length = report.write(control, 0, ownSsrc, lastSsrc);
            if (length > 0) {
                open.sendRtcp(control, length);
            }
        }
    }
}

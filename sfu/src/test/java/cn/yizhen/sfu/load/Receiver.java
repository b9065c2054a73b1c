package cn.yizhen.sfu.load;

import cn.yizhen.sfu.rtp.ArrivalLog;
import cn.yizhen.sfu.rtp.Bits;
import cn.yizhen.sfu.rtp.RtpPacket;
import cn.yizhen.sfu.rtp.TransportFeedback;
import cn.yizhen.sfu.srtp.SrtpSession;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Receives as a browser does: tells what arrived when, asks for what is missing, reports once a second; and counts what
 * a browser does not tell.
 */
public final class Receiver {

    private static final Pattern MAP = Pattern.compile("a=rtpmap:(\\d+) ([A-Za-z0-9]+)/.*");
    private static final Pattern NUMBERED = Pattern.compile("a=extmap:(\\d+)\\S* http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01");
    private static final long FEEDBACK = 60_000_000L;
    private static final long REPORT = 1_000_000_000L;
    private static final int OWN_SSRC = 1;
    private static final int MOST_ASKED = 30;

    /** One numbered stream: what came of it since the last mark. */
    private static final class Stream {
        final int ssrc;
        final boolean video;
        int highest;
        long first;
        long reach;
        long came;
        final List<Integer> missing = new ArrayList<>();

        Stream(int ssrc, boolean video, int sequence) {
            this.ssrc = ssrc;
            this.video = video;
            highest = sequence;
            first = sequence;
            reach = sequence;
        }
    }

    private final @Nullable SrtpSession srtp;
    private final Sender sender;
    private final boolean[] video = new boolean[128];
    private final boolean[] repair = new boolean[128];
    private final int transportWide;
    private final int sampling;
    private final Consumer<RtpPacket> opened;
    private final ArrivalLog arrivals = new ArrivalLog();
    private final byte[] control = new byte[1500];
    private final List<Stream> streams = new ArrayList<>();
    private @Nullable Stream last;
    private long packets;
    private long octets;
    private long feedbackAt;
    private long reportAt;
    private int count;
    private long[] delays = new long[1024];
    private int delayCount;

    /**
     * @param srtp     null where nothing is enciphered for real and nothing can be answered
     * @param offer    the server's, which says what its payload types and extensions are
     * @param sampling every how many packets are opened
     * @param opened   sees those, whatever they are
     */
    public Receiver(@Nullable SrtpSession srtp, String offer, int sampling, Sender sender, Consumer<RtpPacket> opened) {
        this.srtp = srtp;
        this.sender = sender;
        this.sampling = sampling;
        this.opened = opened;
        offer.lines().map(MAP::matcher).filter(Matcher::matches).forEach(map -> {
            int type = Integer.parseInt(map.group(1));
            video[type] = map.group(2).equalsIgnoreCase("VP8") || map.group(2).equalsIgnoreCase("H264");
            repair[type] = map.group(2).equalsIgnoreCase("rtx");
        });
        transportWide = offer.lines().map(NUMBERED::matcher).filter(Matcher::matches).map(map -> Integer.parseInt(map.group(1))).findFirst().orElse(0);
    }

    /** A datagram of the media kind; its array may be changed. */
    public void received(byte[] datagram, int length, long now) {
        int type = length < 12 ? 255 : Bits.u8(datagram, 1);
        if (length < 12 || Bits.u8(datagram, 0) < 128 || type >= 192 && type <= 223) {
            return;
        }
        packets++;
        octets += length;
        if (transportWide > 0) {
            RtpPacket.read(datagram, length).ifPresent(packet -> {
                int at = packet.extension(transportWide);
                if (at >= 0) {
                    arrivals.arrived(Bits.u16(datagram, at), now / 1000);
                }
            });
        }
        if (!repair[type & 0x7F]) {
            numbered(Bits.i32(datagram, 8), video[type & 0x7F], Bits.u16(datagram, 2));
        }
        if (sampling > 0 && srtp != null && ++count % sampling == 0) {
            sample(datagram, length, now, srtp);
        }
    }

    private void sample(byte[] datagram, int length, long now, SrtpSession keys) {
        int open = keys.open(datagram, length);
        if (open < 0) {
            return;
        }
        RtpPacket.read(datagram, open).ifPresent(packet -> {
            opened.accept(packet);
            if (!repair[packet.payloadType()] && packet.payloadLength() > 2 * Publisher.STAMP) {
                long due = ByteBuffer.wrap(datagram).getLong(packet.payloadOffset() + packet.payloadLength() - Publisher.STAMP);
                if (delayCount == delays.length) {
                    delays = Arrays.copyOf(delays, delayCount * 2);
                }
                delays[delayCount++] = now - due;
            }
        });
    }

    private void numbered(int ssrc, boolean picture, int sequence) {
        Stream stream = last != null && last.ssrc == ssrc ? last : stream(ssrc, picture, sequence);
        last = stream;
        int ahead = Bits.ahead(sequence, stream.highest);
        if (ahead > 0) {
            for (int i = 1; i < ahead && stream.missing.size() < MOST_ASKED; i++) {
                stream.missing.add(stream.highest + i & 0xFFFF);
            }
            stream.highest = sequence;
            stream.reach += ahead;
        }
        stream.came++;
    }

    private Stream stream(int ssrc, boolean picture, int sequence) {
        for (var stream : streams) {
            if (stream.ssrc == ssrc) {
                return stream;
            }
        }
        var fresh = new Stream(ssrc, picture, sequence - 1 & 0xFFFF);
        streams.add(fresh);
        return fresh;
    }

    /** Sends what is due to the server. */
    public void tick(long now) {
        if (srtp == null) {
            return;
        }
        if (now - feedbackAt >= FEEDBACK) {
            feedbackAt = now;
            arrivals.report().ifPresent(report -> {
                if (TransportFeedback.longest(report.arrivals().length) < control.length - 40) {
                    leave(report.write(control, 0, OWN_SSRC, 0));
                }
            });
            streams.stream().filter(stream -> stream.video && !stream.missing.isEmpty()).forEach(stream -> {
                leave(nack(stream));
                stream.missing.clear();
            });
        }
        if (now - reportAt >= REPORT) {
            reportAt = now;
            leave(receiverReport());
        }
    }

    /** Asks for a key frame of every picture. */
    public void askKeyFrames() {
        streams.stream().filter(stream -> stream.video).forEach(stream -> {
            head(1, 206, 2);
            Bits.put32(control, 8, stream.ssrc);
            leave(12);
        });
    }

    private int nack(Stream stream) {
        int at = 12;
        for (int sequence : stream.missing) {
            Bits.put16(control, at, sequence);
            Bits.put16(control, at + 2, 0);
            at += 4;
        }
        head(1, 205, at / 4 - 1);
        Bits.put32(control, 8, stream.ssrc);
        return at;
    }

    private int receiverReport() {
        int blocks = Math.min(20, streams.size());
        Arrays.fill(control, 0, 8 + 24 * blocks, (byte) 0);
        for (int i = 0; i < blocks; i++) {
            Bits.put32(control, 8 + 24 * i, streams.get(i).ssrc);
            Bits.put32(control, 16 + 24 * i, (int) streams.get(i).reach);
        }
        head(blocks, 201, 1 + 6 * blocks);
        return 8 + 24 * blocks;
    }

    private void head(int format, int type, int words) {
        control[0] = (byte) (0x80 | format);
        control[1] = (byte) type;
        Bits.put16(control, 2, words);
        Bits.put32(control, 4, OWN_SSRC);
    }

    private void leave(int length) {
        if (length > 0 && srtp != null) {
            sender.send(control, srtp.closeControl(control, length));
        }
    }

    /** Forgets what was counted so far. */
    public void mark() {
        packets = 0;
        octets = 0;
        delayCount = 0;
        for (var stream : streams) {
            stream.first = stream.reach;
            stream.came = 0;
        }
    }

    /** RTP packets since the mark. */
    public long packets() {
        return packets;
    }

    public long octets() {
        return octets;
    }

    /** Numbers that were skipped since the mark and did not come late. */
    public long lost() {
        return streams.stream().mapToLong(stream -> Math.max(0, stream.reach - stream.first - stream.came)).sum();
    }

    /** Nanoseconds from when a packet should have left until it was read, of the opened ones since the mark. */
    public long[] delays() {
        return Arrays.copyOf(delays, delayCount);
    }
}

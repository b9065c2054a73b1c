package cn.yizhen.sfu.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The server's answer to what a client will send. */
public final class UpAnswer {

    private UpAnswer() {}

    public static String to(UpOffer offer, ServerSide server) {
        String mids = offer.sections().stream().filter(UpOffer.Section::taken).map(UpOffer.Section::mid).collect(Collectors.joining(" "));
        var lines = new ArrayList<>(server.session(mids));
        boolean first = true;
        for (var section : offer.sections()) {
            lines.addAll(section.taken() ? taken(section, server, first) : rejected(section));
            first &= !section.taken();
        }
        return ServerSide.text(lines);
    }

    private static List<String> rejected(UpOffer.Section section) {
        String type = section.codecs().keySet().stream().findFirst().map(String::valueOf).orElse("0");
        return List.of("m=" + section.kind() + " 0 UDP/TLS/RTP/SAVPF " + type, "c=IN IP4 0.0.0.0", "a=mid:" + section.mid(), "a=inactive");
    }

    private static List<String> taken(UpOffer.Section section, ServerSide server, boolean withCandidates) {
        var lines = new ArrayList<String>();
        String types = Stream.concat(section.codecs().keySet().stream(), section.rtx().keySet().stream()).map(String::valueOf).collect(Collectors.joining(" "));
        lines.add("m=" + section.kind() + " 9 UDP/TLS/RTP/SAVPF " + types);
        lines.addAll(server.transport("passive"));
        lines.add("a=mid:" + section.mid());
        lines.add("a=recvonly");
        extensions(section, lines);
        section.codecs().forEach((type, codec) -> Payloads.describe(type, codec, opusOf(section), lines));
        section.rtx().forEach((type, repaired) -> Payloads.retransmission(type, repaired, lines));
        section.rids().forEach(rid -> lines.add("a=rid:" + rid + " recv"));
        if (!section.rids().isEmpty()) {
            lines.add("a=simulcast:recv " + String.join(";", section.rids()));
        }
        if (withCandidates) {
            lines.addAll(server.candidates());
        }
        return lines;
    }

    private static int opusOf(UpOffer.Section section) {
        return section.codecs().entrySet().stream().filter(entry -> entry.getValue() == Codec.OPUS).map(Map.Entry::getKey).findFirst().orElse(0);
    }

    private static void extensions(UpOffer.Section section, List<String> lines) {
        var ids = section.extensions();
        extension(ids.mid(), Extensions.MID, lines);
        extension(ids.rid(), Extensions.RID, lines);
        extension(ids.repairedRid(), Extensions.REPAIRED_RID, lines);
        extension(ids.absSendTime(), Extensions.ABS_SEND_TIME, lines);
        extension(ids.transportWide(), Extensions.TRANSPORT_WIDE, lines);
        extension(ids.audioLevel(), Extensions.AUDIO_LEVEL, lines);
    }

    private static void extension(int id, String uri, List<String> lines) {
        if (id > 0) {
            lines.add("a=extmap:" + id + " " + uri);
        }
    }
}

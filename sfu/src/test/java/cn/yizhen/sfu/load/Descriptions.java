package cn.yizhen.sfu.load;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Session descriptions of the clients here, and what they need of a server's. */
public final class Descriptions {

    private static final Pattern CANDIDATE = Pattern.compile("a=candidate:\\S+ 1 udp \\d+ (\\d+\\.\\d+\\.\\d+\\.\\d+) (\\d+) typ host.*", Pattern.CASE_INSENSITIVE);

    private Descriptions() {}

    /**
     * An offer of a microphone (mid 0) and a camera in three sizes (mid 1).
     *
     * @param client what its transport says, as {@link Dialling#transport} has it
     * @param rids   in the order the server expects
     */
    public static String offer(String client, List<String> rids) {
        String transport = """
            c=IN IP4 127.0.0.1
            %s
            a=setup:active
            a=rtcp-mux
            a=sendonly
            a=extmap:3 http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01
            a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid
            """.formatted(client);
        String sizes = rids.stream().map(rid -> "a=rid:" + rid + " send\n").collect(Collectors.joining());
        return """
            v=0
            o=- 1 1 IN IP4 127.0.0.1
            s=-
            t=0 0
            a=group:BUNDLE 0 1
            m=audio 9 UDP/TLS/RTP/SAVPF 111
            %sa=mid:0
            a=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level
            a=rtpmap:111 opus/48000/2
            a=fmtp:111 minptime=10;useinbandfec=1
            a=rtcp-fb:111 transport-cc
            m=video 9 UDP/TLS/RTP/SAVPF 96
            %sa=mid:1
            a=extmap:10 urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id
            a=rtpmap:96 VP8/90000
            a=rtcp-fb:96 ccm fir
            a=rtcp-fb:96 nack
            a=rtcp-fb:96 nack pli
            a=rtcp-fb:96 transport-cc
            %sa=simulcast:send %s
            """.formatted(transport, transport, sizes, String.join(";", rids)).replace("\n", "\r\n");
    }

    /** The answer of a client that plays everything in the offer. */
    public static String answer(String offer, String client) {
        var kept = List.of("m=", "a=mid:", "a=rtpmap:", "a=fmtp:", "a=rtcp-fb:", "a=extmap:", "a=rtcp-mux", "a=group:");
        var lines = new StringBuilder("v=0\r\no=- 2 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n");
        for (String line : offer.lines().toList()) {
            if (kept.stream().anyMatch(line::startsWith)) {
                lines.append(line).append("\r\n");
            }
            if (line.startsWith("m=")) {
                lines.append("c=IN IP4 127.0.0.1\r\n").append(client.replace("\n", "\r\n")).append("\r\na=setup:active\r\na=recvonly\r\n");
            }
        }
        return lines.toString();
    }

    public static String attribute(String description, String name) {
        return description.lines().filter(line -> line.startsWith("a=" + name + ":")).findFirst().orElseThrow(() -> new IllegalArgumentException("no " + name + " in " + description))
                .substring(name.length() + 3).strip();
    }

    /** Where the server's UDP port is. */
    public static InetSocketAddress candidate(String description) {
        return description.lines().map(CANDIDATE::matcher).filter(Matcher::matches).findFirst()
                .map(found -> new InetSocketAddress(found.group(1), Integer.parseInt(found.group(2))))
                .orElseThrow(() -> new IllegalArgumentException("no candidate in " + description));
    }
}

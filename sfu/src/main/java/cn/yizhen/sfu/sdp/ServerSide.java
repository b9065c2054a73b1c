package cn.yizhen.sfu.sdp;

import cn.yizhen.sfu.dtls.Fingerprint;
import cn.yizhen.sfu.stun.IceCredentials;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * What every description from the server says of its transport.
 *
 * @param fingerprint of the server's certificate
 * @param local       this connection's ICE name and password
 * @param udp         addresses clients reach the one UDP port under
 * @param tcp         the same of the TCP port, for networks that carry nothing else; may be empty
 */
public record ServerSide(Fingerprint fingerprint, IceCredentials local, List<InetSocketAddress> udp, List<InetSocketAddress> tcp) {

    List<String> session(String mids) {
        return List.of("v=0", "o=- 1 1 IN IP4 127.0.0.1", "s=-", "t=0 0", "a=ice-lite", "a=group:BUNDLE " + mids, "a=extmap-allow-mixed",
                "a=msid-semantic: WMS *");
    }

    List<String> transport(String setup) {
        var lines = new ArrayList<String>();
        lines.add("c=IN IP4 0.0.0.0");
        lines.add("a=rtcp:9 IN IP4 0.0.0.0");
        lines.add("a=ice-ufrag:" + local.ufrag());
        lines.add("a=ice-pwd:" + local.password());
        lines.add("a=fingerprint:" + fingerprint.algorithm() + " " + fingerprint.value());
        lines.add("a=setup:" + setup);
        lines.add("a=rtcp-mux");
        lines.add("a=rtcp-rsize");
        return lines;
    }

    /** Host candidates (RFC 8839), UDP before TCP (RFC 6544 passive). */
    List<String> candidates() {
        var lines = new ArrayList<String>();
        for (int i = 0; i < udp.size(); i++) {
            lines.add(candidate(i + 1, "udp", 2_130_706_431L - i * 256L, udp.get(i), ""));
        }
        for (int i = 0; i < tcp.size(); i++) {
            lines.add(candidate(100 + i, "tcp", 1_671_430_143L - i * 256L, tcp.get(i), " tcptype passive"));
        }
        lines.add("a=end-of-candidates");
        return lines;
    }

    private static String candidate(int foundation, String protocol, long priority, InetSocketAddress at, String suffix) {
        return "a=candidate:" + foundation + " 1 " + protocol + " " + priority + " " + at.getAddress().getHostAddress() + " " + at.getPort()
                + " typ host" + suffix;
    }

    static String text(List<String> lines) {
        return String.join("\r\n", lines) + "\r\n";
    }
}

package cn.yizhen.sfu.sdp;

import cn.yizhen.sfu.dtls.Fingerprint;
import cn.yizhen.sfu.stun.IceCredentials;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A client's offer of what it will send, read and judged: which sections are taken, in which codecs.
 *
 * @param fingerprint of the client's certificate
 * @param remote      the client's ICE name and password; the server, being lite, never uses the password
 * @param sections    every media section in order
 */
public record UpOffer(Fingerprint fingerprint, IceCredentials remote, List<Section> sections) {

    private static final Pattern MAP = Pattern.compile("(\\d{1,3}) ([A-Za-z0-9/-]+)");
    private static final Pattern EXTENSION = Pattern.compile("(\\d{1,2})(?:/\\w+)? (\\S+).*");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{1,32}");
    private static final Pattern SSRC = Pattern.compile("(\\d{1,10})(?: .*)?");
    private static final int MOST_LAYERS = 3;

    /**
     * @param mid        its name
     * @param kind       {@code audio} or {@code video}
     * @param taken      false for a section that is rejected
     * @param codecs     payload types that may come, each with what it means
     * @param rtx        payload types of retransmissions, each with the payload type it repairs
     * @param rids       simulcast layers, lowest first; empty for a single stream
     * @param ssrcs      streams announced by number, for clients that send no mid
     * @param extensions numbers of header extensions
     */
    public record Section(String mid, String kind, boolean taken, Map<Integer, Codec> codecs, Map<Integer, Integer> rtx,
            List<String> rids, List<Integer> ssrcs, Extensions extensions) {

        public boolean isVideo() {
            return kind.equals("video");
        }
    }

    /** @throws BadDescription where something is missing without which no connection can be made */
    public static UpOffer read(String text) {
        var description = Description.read(text);
        var sections = description.media().stream().map(UpOffer::section).toList();
        return new UpOffer(fingerprint(description), credentials(description), sections);
    }

    static Fingerprint fingerprint(Description description) {
        String[] words = description.transport("fingerprint").orElseThrow(() -> new BadDescription("no fingerprint")).split(" ");
        if (words.length != 2) {
            throw new BadDescription("bad fingerprint");
        }
        return new Fingerprint(words[0], words[1]);
    }

    static IceCredentials credentials(Description description) {
        return new IceCredentials(description.transport("ice-ufrag").orElseThrow(() -> new BadDescription("no ice-ufrag")),
                description.transport("ice-pwd").orElseThrow(() -> new BadDescription("no ice-pwd")));
    }

    private static Section section(Description.Media media) {
        String mid = media.one("mid").filter(TOKEN.asMatchPredicate()).orElseThrow(() -> new BadDescription("no mid"));
        Map<Integer, Codec> codecs = codecs(media);
        boolean sends = media.flag("sendrecv") || media.flag("sendonly") || Stream.of("recvonly", "inactive").noneMatch(media::flag);
        boolean taken = sends && codecs.values().stream().anyMatch(codec -> codec != Codec.RED);
        return new Section(mid, media.kind(), taken, codecs, retransmissions(media, codecs), rids(media), ssrcs(media), extensions(media));
    }

    private static Map<Integer, Codec> codecs(Description.Media media) {
        Map<Integer, String> formats = new HashMap<>();
        media.all("fmtp").map(value -> value.split(" ", 2)).filter(words -> words.length == 2 && words[0].matches("\\d{1,3}"))
                .forEach(words -> formats.put(Integer.parseInt(words[0]), words[1]));
        var found = new LinkedHashMap<Integer, Codec>();
        media.all("rtpmap").map(MAP::matcher).filter(Matcher::matches).forEach(map -> {
            int type = Integer.parseInt(map.group(1));
            Stream.of(Codec.values())
                    .filter(codec -> codec.kind().equals(media.kind()) && codec.encoding().equalsIgnoreCase(map.group(2)))
                    .filter(codec -> codec != Codec.H264 || baseline(formats.get(type)))
                    .findFirst().filter(_ -> type < 128).ifPresent(codec -> found.put(type, codec));
        });
        return found;
    }

    /** Constrained baseline in packetization mode 1, what every browser and every cheap phone can decode. */
    private static boolean baseline(@Nullable String format) {
        return format != null && format.contains("packetization-mode=1") && format.toLowerCase(Locale.ROOT).contains("profile-level-id=42e0");
    }

    private static Map<Integer, Integer> retransmissions(Description.Media media, Map<Integer, Codec> codecs) {
        var found = new LinkedHashMap<Integer, Integer>();
        media.all("fmtp").map(Pattern.compile("(\\d{1,3}) apt=(\\d{1,3})")::matcher).filter(Matcher::matches).forEach(map -> {
            int repaired = Integer.parseInt(map.group(2));
            if (codecs.containsKey(repaired) && codecs.get(repaired) != null && media.kind().equals("video")) {
                found.put(Integer.parseInt(map.group(1)), repaired);
            }
        });
        return found;
    }

    private static List<String> rids(Description.Media media) {
        Optional<String> simulcast = media.one("simulcast").filter(value -> value.startsWith("send "));
        if (simulcast.isEmpty()) {
            return List.of();
        }
        var rids = new ArrayList<String>();
        for (String alternative : simulcast.get().substring(5).split(" ", 2)[0].split(";")) {
            String rid = alternative.split(",", 2)[0].replaceFirst("^~", "");
            if (TOKEN.matcher(rid).matches() && rids.size() < MOST_LAYERS) {
                rids.add(rid);
            }
        }
        return List.copyOf(rids);
    }

    private static List<Integer> ssrcs(Description.Media media) {
        return media.all("ssrc").map(SSRC::matcher).filter(Matcher::matches).map(ssrc -> (int) Long.parseLong(ssrc.group(1))).distinct().toList();
    }

    private static Extensions extensions(Description.Media media) {
        Map<String, Integer> ids = new HashMap<>();
        media.all("extmap").map(EXTENSION::matcher).filter(Matcher::matches)
                .forEach(map -> ids.putIfAbsent(map.group(2), Integer.parseInt(map.group(1))));
        return new Extensions(id(ids, Extensions.MID), id(ids, Extensions.RID), id(ids, Extensions.REPAIRED_RID), id(ids, Extensions.ABS_SEND_TIME),
                id(ids, Extensions.TRANSPORT_WIDE), id(ids, Extensions.AUDIO_LEVEL));
    }

    private static int id(Map<String, Integer> ids, String uri) {
        int id = ids.getOrDefault(uri, 0);
        return id > 14 ? 0 : id;
    }
}

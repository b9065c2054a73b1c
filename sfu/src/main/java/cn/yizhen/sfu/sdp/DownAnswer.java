package cn.yizhen.sfu.sdp;

import cn.yizhen.sfu.dtls.Fingerprint;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A client's answer to {@link DownOffer}.
 *
 * @param fingerprint of its certificate
 * @param accepts     by slot, which codecs it can play; empty where it turned the slot down
 */
public record DownAnswer(Fingerprint fingerprint, Map<String, Accepted> accepts) {

    /** What a client plays in one slot. */
    public record Accepted(boolean opus, boolean red, boolean vp8, boolean h264) {

        public boolean plays(Codec codec) {
            return switch (codec) {
                case OPUS -> opus;
                case RED -> red;
                case VP8 -> vp8;
                case H264 -> h264;
            };
        }
    }

    /** @throws BadDescription where it is not an answer to such an offer */
    public static DownAnswer read(String text) {
        var description = Description.read(text);
        if (description.transport("setup").filter("active"::equals).isEmpty()) {
            throw new BadDescription("the client must take the active part of DTLS");
        }
        var accepts = description.media().stream().filter(media -> !media.line().get(1).equals("0") && media.one("mid").isPresent())
                .collect(Collectors.toMap(media -> media.one("mid").orElseThrow(), accepted(), (a, _) -> a));
        return new DownAnswer(UpOffer.fingerprint(description), accepts);
    }

    private static Function<Description.Media, Accepted> accepted() {
        return media -> {
            var types = media.line().subList(3, media.line().size());
            return new Accepted(has(types, DownOffer.OPUS), has(types, DownOffer.RED), has(types, DownOffer.VP8), has(types, DownOffer.H264));
        };
    }

    private static boolean has(List<String> types, int type) {
        return types.contains(String.valueOf(type));
    }
}

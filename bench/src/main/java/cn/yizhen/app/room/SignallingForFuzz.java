package cn.yizhen.app.room;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What reads a stranger's words on a room's line, for {@code bench fuzz}: messages, and the token of the first one. In
 * the readers' own package, since nobody else has to read them.
 */
public final class SignallingForFuzz {

    private static final String SECRET = "00".repeat(32);
    private static final Instant NOW = Instant.parse("2026-11-26T00:00:00Z");

    private SignallingForFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Wish.read(text);
        RoomToken.claimed(text);
        if (RoomToken.read(text, SECRET, NOW).filter(read -> !read.host()).isPresent()) {
            throw new IllegalStateException("a token that nobody signed");
        }
    }

    /** Good inputs to begin from. */
    public static List<byte[]> seeds() {
        var room = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
        var token = new RoomToken(room, "s1", "李四", true, false, false, NOW.plusSeconds(60), null).signed(SECRET);
        return List.of("{\"type\":\"hello\",\"room\":\"%s\",\"token\":\"%s\"}".formatted(room, token), token,
                        "{\"type\":\"up\",\"sdp\":\"v=0\",\"kinds\":{\"0\":\"microphone\",\"1\":\"camera\"}}", "{\"type\":\"sending\",\"kinds\":[\"screen\"]}",
                        "{\"type\":\"view\",\"pictures\":9,\"first\":\"s2\"}", "{\"type\":\"agenda\",\"items\":[\"一\",\"二\"],\"at\":1}",
                        "{\"type\":\"floor\",\"seat\":\"s1\",\"on\":true}", "{\"type\":\"page\",\"page\":3}", "{\"type\":\"down-answer\",\"sdp\":\"v=0\"}")
                .stream().map(seed -> seed.getBytes(StandardCharsets.UTF_8)).toList();
    }
}

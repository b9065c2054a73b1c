package cn.yizhen.app.room;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The right to sit in one seat of one room until a moment, signed by the room. The name travels in it, so that the room
 * need not keep names.
 *
 * @param seat    who it is to the others; the same for every device of one account
 * @param name    as the others read it
 * @param host    a 主持人
 * @param guest   came by code or link: a 主持人 confirms who it is
 * @param screen  the screen of a venue, before which many sit
 * @param account whose it is, or null for a guest; the token is its holder's alone, the others know the seat
 */
record RoomToken(UUID room, String seat, String name, boolean host, boolean guest, boolean screen, Instant until, @Nullable UUID account) {

    private static final String SPLIT = "\n";

    /** For one end of a network check. */
    static RoomToken ofCheck(UUID room, String seat, String name, Instant until) {
        return new RoomToken(room, seat, name, false, false, false, until, null);
    }

    String signed(String secret) {
        var body = Base64.getUrlEncoder().withoutPadding().encodeToString(String.join(SPLIT, room.toString(), seat, name.replace(SPLIT, " "),
                String.valueOf(host), String.valueOf(guest), String.valueOf(screen), String.valueOf(until.getEpochSecond()), account == null ? "" : account.toString()).getBytes(StandardCharsets.UTF_8));
        return body + "." + mac(secret, body);
    }

    /** Which room a token claims to be for, before anything is proved. */
    static Optional<UUID> claimed(String token) {
        return parts(token).map(RoomToken::room);
    }

    /** The token, if this secret signed it and it has not run out. */
    static Optional<RoomToken> read(String token, String secret, Instant now) {
        int dot = token.indexOf('.');
        if (dot < 0 || !MessageDigest.isEqual(mac(secret, token.substring(0, dot)).getBytes(StandardCharsets.UTF_8),
                token.substring(dot + 1).getBytes(StandardCharsets.UTF_8))) {
            return Optional.empty();
        }
        return parts(token).filter(read -> now.isBefore(read.until()));
    }

    private static Optional<RoomToken> parts(String token) {
        int dot = token.indexOf('.');
        if (dot < 0 || token.length() > 2000) {
            return Optional.empty();
        }
        try {
            var words = new String(Base64.getUrlDecoder().decode(token.substring(0, dot)), StandardCharsets.UTF_8).split(SPLIT, -1);
            return words.length != 8 ? Optional.empty() : Optional.of(new RoomToken(UUID.fromString(words[0]), words[1], words[2],
                    Boolean.parseBoolean(words[3]), Boolean.parseBoolean(words[4]), Boolean.parseBoolean(words[5]), Instant.ofEpochSecond(Long.parseLong(words[6])),
                    words[7].isEmpty() ? null : UUID.fromString(words[7])));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A short name for something in this room, the same every time, that leads back to nothing. */
    static String shortName(String secret, String of) {
        return mac(secret, of).replaceAll("[^A-Za-z0-9]", "").substring(0, 10);
    }

    private static String mac(String secret, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(secret), "HmacSHA256"));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}

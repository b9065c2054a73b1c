package cn.yizhen.app.access.chain;

import cn.yizhen.app.access.Sm3;
import cn.yizhen.app.crypto.SigningKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The signed end of the chain (链头), kept outside the database: whoever holds it can tell later whether
 * anything up to {@code number} was changed, removed, reordered or cut off. One line of JSON.
 *
 * @param number    the last act it covers
 * @param link      the link of that act, hexadecimal
 * @param at        when it was signed
 * @param before    SM3 of the line before it in the same file, hexadecimal; empty for the first
 * @param algorithm Ed25519 or SM2
 * @param key       the public key, X.509 in Base64
 * @param signature over everything above, Base64
 */
public record Head(
        String county, long number, UUID act, String link, Instant at, String before, String algorithm, String key, String signature) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Head signed(String county, long number, UUID act, byte[] link, Instant at, String before, SigningKey key) {
        var open = new Head(county, number, act, HexFormat.of().formatHex(link), at, before, key.algorithm(), key.publicKey(), "");
        return new Head(county, number, act, open.link, at, before, open.algorithm, open.key, key.sign(open.words()));
    }

    /** A head that stands alone, in no file. */
    public static Head now(String county, long number, UUID act, byte[] link, Instant at, SigningKey key) {
        return signed(county, number, act, link, at, "", key);
    }

    public boolean genuine() {
        return SigningKey.verifies(algorithm, key, words(), signature);
    }

    private String words() {
        return String.join("\n", "yizhen-head-1", county, Long.toString(number), act.toString(), link, at.toString(), before, algorithm, key);
    }

    /** The line as it is written. */
    public String line() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("county", county);
        fields.put("number", number);
        fields.put("act", act.toString());
        fields.put("link", link);
        fields.put("at", at.toString());
        fields.put("before", before);
        fields.put("algorithm", algorithm);
        fields.put("key", key);
        fields.put("signature", signature);
        return JSON.writeValueAsString(fields);
    }

    /** @throws IllegalArgumentException when the line is no head */
    public static Head parse(String line) {
        try {
            var tree = JSON.readTree(line);
            return new Head(tree.path("county").stringValue(), tree.path("number").longValue(), UUID.fromString(tree.path("act").stringValue()),
                    tree.path("link").stringValue(), Instant.parse(tree.path("at").stringValue()), tree.path("before").stringValue(),
                    tree.path("algorithm").stringValue(), tree.path("key").stringValue(), tree.path("signature").stringValue());
        } catch (JacksonException | NullPointerException | java.time.DateTimeException e) {
            throw new IllegalArgumentException("no head", e);
        }
    }

    static String mark(String line) {
        return HexFormat.of().formatHex(Sm3.digest(line.getBytes(StandardCharsets.UTF_8)));
    }
}

package cn.yizhen.app.upward;

import cn.yizhen.app.crypto.SignatureAlgorithm;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator decides about 上报; see {@code docs/operations.md}.
 *
 * @param daily     whether the county's daily word is made at all
 * @param at        from which time of day on it is made
 * @param drop      folder signed packages are put into, or null: they are kept and can be downloaded
 * @param key       PEM file of the private key that signs, or null: one is made beside the data
 * @param signature what a key made here is for
 * @param receive   folder packages of other counties arrive in, with their public keys in {@code keys/}, or null
 * @param replicas  counties whose rows arrive by replication: division code to name
 */
@ConfigurationProperties("yizhen.upward")
record UpwardSettings(
        @DefaultValue("false") boolean daily,
        @DefaultValue("06:00") LocalTime at,
        @Nullable Path drop,
        @Nullable Path key,
        @DefaultValue("sm2") SignatureAlgorithm signature,
        @Nullable Path receive,
        @DefaultValue Map<String, String> replicas) {

    /** Whether packages leave by themselves every day. */
    boolean leaves() {
        return daily || drop != null;
    }

    boolean receives() {
        return receive != null || !replicas.isEmpty();
    }
}

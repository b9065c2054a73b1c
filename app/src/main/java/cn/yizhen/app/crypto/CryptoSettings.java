package cn.yizhen.app.crypto;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator decides about keys; see {@code docs/operations.md}.
 *
 * @param profile    {@code standard} or {@code gm}
 * @param heads      folder of the daily signed heads, or null for {@code heads} in the data directory
 */
@ConfigurationProperties("yizhen.crypto")
public record CryptoSettings(@DefaultValue("standard") String profile, @Nullable Path heads) {

    public CryptoProfile chosen() {
        return CryptoProfile.of(profile);
    }

    public Path headsIn(Path data) {
        return heads == null ? data.resolve("heads") : heads;
    }
}

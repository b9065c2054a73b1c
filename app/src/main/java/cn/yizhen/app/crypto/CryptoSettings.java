package cn.yizhen.app.crypto;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator decides about keys; see {@code docs/operations.md}.
 *
 * @param profile       {@code standard} or {@code gm}
 * @param heads         folder of the daily signed heads, or null for {@code heads} in the data directory
 * @param masterKeyFile file of the master key, or null for {@code secrets/master.key} in the data directory
 * @param token         a cryptographic device that holds the master key instead, or null
 */
@ConfigurationProperties("yizhen.crypto")
public record CryptoSettings(
        @DefaultValue("standard") String profile, @Nullable Path heads, @Nullable Path masterKeyFile, @Nullable Token token) {

    /**
     * A device reached by PKCS#11.
     *
     * @param library path of the maker's library
     * @param slot    slot number, or null for the first one
     * @param pinFile file with the PIN, readable by the program alone
     * @param labels  labels of the master key; the first is used, further ones only to read what they wrapped
     */
    public record Token(Path library, @Nullable Long slot, @Nullable Path pinFile, @DefaultValue("yizhen-master") List<String> labels) {}

    /** As a command finds them without settings: everything in the data directory. */
    public static CryptoSettings plain(CryptoProfile profile) {
        return new CryptoSettings(profile.name(), null, null, null);
    }

    public CryptoProfile chosen() {
        return CryptoProfile.of(profile);
    }

    public Path headsIn(Path data) {
        return heads == null ? data.resolve("heads") : heads;
    }

    public Path masterIn(Path data) {
        return masterKeyFile == null ? data.resolve("secrets/master.key") : masterKeyFile;
    }
}

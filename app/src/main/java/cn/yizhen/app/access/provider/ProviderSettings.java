package cn.yizhen.app.access.provider;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The identity provider a county logs in at; see {@code docs/operations.md}. Without an issuer there is none.
 *
 * @param issuer       its address, as its tokens name it
 * @param clientId     what this program is registered as
 * @param clientSecret best given as environment variable
 * @param name         what the button on the log-in page calls it
 * @param countyClaim  the claim that holds the division code of a person's county; empty where the provider serves one county only
 * @param scopes       asked for beside {@code openid}
 * @param timeout      how long to wait for an answer of the provider
 * @param directory    a folder into which the directory's files are dropped, or null
 */
@ConfigurationProperties("yizhen.provider")
record ProviderSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("统一身份认证") String name,
        @DefaultValue("") String countyClaim,
        @DefaultValue("openid") Set<String> scopes,
        @DefaultValue("5s") Duration timeout,
        @Nullable Path directory) {

    boolean configured() {
        return !issuer.isBlank();
    }

    /** Never with the secret. */
    @Override
    public String toString() {
        return "ProviderSettings[" + issuer + "]";
    }
}

package cn.yizhen.app.host;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator decides about the machine; see {@code docs/operations.md}.
 *
 * @param demo           invented county, one-click entry, loopback only
 * @param data           directory of the embedded database and of secrets
 * @param county         division code of the county, six digits
 * @param countyName     its name as printed
 * @param database       an external PostgreSQL, or null for the embedded one
 * @param trustedProxies addresses whose forwarded headers are believed
 * @param address        where to listen outside demo mode, once HTTPS or a proxy makes that safe
 * @param management     health and metrics on loopback, or null for none
 * @param postgres       an unpacked PostgreSQL server that came with the program, or null to unpack the one in it
 */
@ConfigurationProperties("yizhen")
public record HostSettings(
        @DefaultValue("false") boolean demo,
        @DefaultValue("data") Path data,
        @DefaultValue(DEMO_COUNTY) String county,
        @DefaultValue("云岭县") String countyName,
        @Nullable Database database,
        @DefaultValue List<String> trustedProxies,
        @DefaultValue("0.0.0.0") String address,
        @Nullable Management management,
        @Nullable Path postgres) {

    /** Division code of the invented county; no real one has it. */
    public static final String DEMO_COUNTY = "539900";

    /** @param port where health and metrics are told on loopback; 0 for any free one */
    public record Management(@DefaultValue("0") int port) {}

    int managementPort() {
        return management == null ? 0 : management.port();
    }

    /**
     * @param url           jdbc:postgresql://…
     * @param ownerUser     owns the schema, used by migrations only
     * @param ownerPassword its password; best given as environment variable
     * @param appUser       what the program connects as
     * @param appPassword   its password
     */
    public record Database(
            String url,
            @DefaultValue("yizhen_owner") String ownerUser,
            @DefaultValue("") String ownerPassword,
            @DefaultValue("yizhen_app") String appUser,
            @DefaultValue("") String appPassword) {

        private static final Pattern HERE = Pattern.compile("jdbc:postgresql:(?:///.*|//(?:localhost|127\\.[0-9.]+|\\[::1])(?::\\d+)?(?:/.*)?|[^/]*)");
        private static final Pattern ENCRYPTED = Pattern.compile("[?&]sslmode=(?:require|verify-ca|verify-full)(?:&|$)");

        /** Whether it is on another machine, and its address does not insist on an encrypted connection. */
        boolean inTheClear() {
            return !HERE.matcher(url).matches() && !ENCRYPTED.matcher(url).find();
        }

        /** Never with the passwords, wherever it may be written. */
        @Override
        public String toString() {
            return "Database[" + url.replaceAll("(?i)(password=)[^&]*", "$1***") + "]";
        }
    }
}

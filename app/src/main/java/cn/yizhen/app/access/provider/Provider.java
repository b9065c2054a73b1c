package cn.yizhen.app.access.provider;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.client.RestClient;

/**
 * The provider as it describes itself, asked for when somebody wants to log in there and not at the start: one that
 * is down must not keep the county from working. Asked again each half minute, so that nobody is sent to one that
 * has gone down since, and one that has moved is found without a restart.
 */
@Component
class Provider implements ClientRegistrationRepository {

    static final String ID = "county";
    private static final Duration HOLDS = Duration.ofSeconds(30);
    private static final Logger LOG = LoggerFactory.getLogger(Provider.class);

    private final ProviderSettings settings;
    private final Clock clock;
    /** Made when somebody first asks: the certificates that go with it are read only where there is a provider. */
    private final SingletonSupplier<JdkClientHttpRequestFactory> connections;
    private volatile @Nullable Described described;

    private record Described(ClientRegistration as, Instant at) {}

    Provider(ProviderSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.connections = SingletonSupplier.of(() -> {
            var made = new JdkClientHttpRequestFactory(HttpClient.newBuilder().connectTimeout(settings.timeout()).build());
            made.setReadTimeout(settings.timeout());
            return made;
        });
    }

    /** For whatever else must be asked of the provider: with its time limit. */
    ClientHttpRequestFactory connections() {
        return (address, method) -> connections.obtain().createRequest(address, method);
    }

    /** What the provider says of itself now; empty while it cannot be reached or says something else than it should. */
    Optional<ClientRegistration> reached() {
        var known = described;
        if (!settings.configured()) {
            return Optional.empty();
        }
        if (known != null && clock.instant().isBefore(known.at().plus(HOLDS))) {
            return Optional.of(known.as());
        }
        try {
            var found = ClientRegistrations.fromOidcConfiguration(description())
                    .registrationId(ID).clientId(settings.clientId()).clientSecret(settings.clientSecret())
                    .scope(scopes()).redirectUri("{baseUrl}/login/oauth2/code/{registrationId}").clientName(settings.name()).build();
            if (!settings.issuer().equals(found.getProviderDetails().getIssuerUri())) {
                LOG.warn("统一身份认证自称的签发方与设置不符：{}，设置为 {}", found.getProviderDetails().getIssuerUri(), settings.issuer());
                return Optional.empty();
            }
            described = new Described(found, clock.instant());
            return Optional.of(found);
        } catch (RuntimeException e) {
            LOG.warn("统一身份认证 {} 连不上：{}", settings.issuer(), e.getMessage());
            return Optional.empty();
        }
    }

    /** Whoever is on the way back from the provider goes by what it said last. */
    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        var known = described;
        return !id.equals(ID) ? null : known != null ? known.as() : reached().orElse(null);
    }

    private Map<String, Object> description() {
        var address = settings.issuer().replaceAll("/$", "") + "/.well-known/openid-configuration";
        var told = RestClient.builder().requestFactory(connections()).build().get().uri(address).retrieve()
                .body(new ParameterizedTypeReference<Map<String, Object>>() {});
        if (told == null) {
            throw new IllegalStateException("empty description");
        }
        return told;
    }

    private Set<String> scopes() {
        var scopes = new TreeSet<>(settings.scopes());
        scopes.add("openid");
        return scopes;
    }
}

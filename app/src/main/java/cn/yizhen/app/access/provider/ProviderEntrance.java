package cn.yizhen.app.access.provider;

import cn.yizhen.app.access.Accounts;
import cn.yizhen.app.access.AuditNotes;
import cn.yizhen.app.access.SecurityConfiguration;
import cn.yizhen.app.access.SignIn;
import cn.yizhen.app.access.SignedIn;
import cn.yizhen.app.host.HostSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * The way in by the provider: authorization code with PKCE, the token's signature, issuer, audience, nonce
 * and times checked, then (issuer, subject) looked up among the confirmed ones. Nothing of the provider is
 * kept: no access token, no profile, only the session that any log-in opens.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProviderSettings.class)
@Import(ProviderEntries.class)
class ProviderEntrance {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderEntrance.class);
    private static final String START = "/oauth2/authorization";

    private final Provider provider;
    private final ProviderSettings settings;
    private final Identities identities;
    private final Accounts accounts;
    private final SignIn signIn;
    private final AuditNotes audit;
    private final HostSettings host;

    ProviderEntrance(Provider provider, ProviderSettings settings, Identities identities, Accounts accounts, SignIn signIn, AuditNotes audit, HostSettings host) {
        this.provider = provider;
        this.settings = settings;
        this.identities = identities;
        this.accounts = accounts;
        this.signIn = signIn;
        this.audit = audit;
        this.host = host;
    }

    /** Where no provider is configured nobody comes this way, and nothing is made for it. */
    @Bean
    @Order(2)
    SecurityFilterChain byProvider(ObjectProvider<HttpSecurity> http) throws Exception {
        return settings.configured() ? chain(http.getObject()) : new DefaultSecurityFilterChain(_ -> false);
    }

    private SecurityFilterChain chain(HttpSecurity http) throws Exception {
        var requests = new DefaultOAuth2AuthorizationRequestResolver(provider, START);
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return http.securityMatcher(START + "/**", "/login/oauth2/code/**")
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .oauth2Login(login -> login
                        .loginPage("/login")
                        .clientRegistrationRepository(provider)
                        .authorizedClientRepository(new NothingKept())
                        .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(requests))
                        .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(tokens()))
                        .userInfoEndpoint(endpoint -> endpoint.oidcUserService(this::known))
                        .successHandler(this::enter)
                        .failureHandler(this::refuse))
                .headers(SecurityConfiguration::headers)
                .build();
    }

    /** Checks tokens by the program's clock and asks for the provider's keys within its time limit. */
    @Bean
    JwtDecoderFactory<ClientRegistration> decoders(Clock clock) {
        return registration -> decoder(registration, clock);
    }

    private JwtDecoder decoder(ClientRegistration registration, Clock clock) {
        var times = new JwtTimestampValidator();
        times.setClock(clock);
        var token = new OidcIdTokenValidator(registration);
        token.setClock(clock);
        var decoder = NimbusJwtDecoder.withJwkSetUri(registration.getProviderDetails().getJwkSetUri())
                .restOperations(new RestTemplate(provider.connections())).build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(times, token));
        return decoder;
    }

    private RestClientAuthorizationCodeTokenResponseClient tokens() {
        var client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(RestClient.builder().requestFactory(provider.connections())
                .messageConverters(converters -> {
                    converters.clear();
                    converters.add(new FormHttpMessageConverter());
                    converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler()).build());
        return client;
    }

    /** Only whom the security administrator has confirmed, of this county, with an account that is open. */
    private OidcUser known(OidcUserRequest request) {
        var token = request.getIdToken();
        if (!settings.countyClaim().isEmpty() && !String.valueOf(token.getClaimAsString(settings.countyClaim())).startsWith(host.county())) {
            audit.failed(null, "another-county");
            throw refusal(Refusal.COUNTY);
        }
        var account = account(new DefaultOidcUser(List.of(), token));
        if (account == null) {
            audit.failed(null, "unknown-subject");
            throw refusal(Refusal.UNKNOWN);
        }
        if (accounts.closed(account)) {
            audit.failed(account, "closed");
            throw refusal(Refusal.CLOSED);
        }
        return new DefaultOidcUser(List.of(), token);
    }

    private @Nullable SignedIn account(OidcUser user) {
        return identities.account(host.county(), user.getIssuer().toString(), user.getSubject()).orElse(null);
    }

    private void enter(HttpServletRequest request, HttpServletResponse response, Authentication authentication) throws IOException {
        var account = authentication.getPrincipal() instanceof OidcUser user ? account(user) : null;
        response.sendRedirect(account == null ? "/enter/provider/refused?why=UNKNOWN" : signIn.in(account, request, response));
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) throws IOException {
        var refusal = unanswered(failure) ? Refusal.DOWN
                : failure instanceof OAuth2AuthenticationException told ? Refusal.of(told.getError().getErrorCode()) : Refusal.FAILED;
        if (refusal == Refusal.FAILED) {
            LOG.warn("统一身份认证登录没有完成：{}", failure.getMessage());
            audit.failed(null, "provider");
        }
        response.sendRedirect("/enter/provider/refused?why=" + refusal);
    }

    /** A provider that does not hand out its keys in time has not been shown to be wrong. */
    private static boolean unanswered(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).anyMatch(IOException.class::isInstance);
    }

    private static OAuth2AuthenticationException refusal(Refusal refusal) {
        return new OAuth2AuthenticationException(new OAuth2Error(refusal.name()), refusal.name());
    }

    /** Access tokens of the provider are thrown away: nothing here asks it anything in a person's name. */
    private static final class NothingKept implements OAuth2AuthorizedClientRepository {

        @Override
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(String id, Authentication principal, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(OAuth2AuthorizedClient client, Authentication principal, HttpServletRequest request, HttpServletResponse response) {
            // thrown away
        }

        @Override
        public void removeAuthorizedClient(String id, Authentication principal, HttpServletRequest request, HttpServletResponse response) {
            // nothing is kept
        }
    }
}

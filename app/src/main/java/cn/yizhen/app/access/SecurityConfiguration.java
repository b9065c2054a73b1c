package cn.yizhen.app.access;

import cn.yizhen.app.host.HostSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Everything needs a sign-in except the few addresses named here. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessSettings.class)
public class SecurityConfiguration {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
            + "connect-src 'self'; font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; "
            + "manifest-src 'self'; worker-src 'self'; media-src 'self' blob:";

    /** Sound and picture for meetings; never a position. */
    private static final String DEVICES = "camera=(self), microphone=(self), display-capture=(self), geolocation=(), payment=(), usb=()";

    @Bean
    SecurityContextRepository sessions() {
        return new HttpSessionSecurityContextRepository();
    }

    /**
     * 减负直通车 runs outside sessions: none is read, none is made, so nothing can tie a complaint to one. The interface of other
     * programs does too: bearer tokens only (see access.token), so nothing a browser sends along counts.
     */
    @Bean
    @Order(1)
    SecurityFilterChain sessionless(HttpSecurity http) throws Exception {
        return http.securityMatcher("/direct-line/**", "/api/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .csrf(CsrfConfigurer::disable)
                .requestCache(cache -> cache.disable())
                .headers(SecurityConfiguration::headers)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain chain(
            HttpSecurity http, SecurityContextRepository sessions, HostSettings settings, AccessSettings access, Clock clock) throws Exception {
        return http
                .addFilterBefore(new SessionSpan(access, clock), SecurityContextHolderFilter.class)
                .authorizeHttpRequests(requests -> requests
                        .requestMatchers("/login", "/enter", "/enter/**", "/first-run", "/static/**", "/error", "/sw.js", "/session", "/health").permitAll()
                        // guests of a meeting have a token instead of a session
                        .requestMatchers("/rooms/guest/**", "/room-line", "/rooms/pages/**").permitAll()
                        .requestMatchers("/demo/**").access((who, context) ->
                                new AuthorizationDecision(settings.demo()))
                        .anyRequest().authenticated())
                .securityContext(context -> context.securityContextRepository(sessions))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
                .requestCache(cache -> cache.requestCache(onlyPages()))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens()).csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler()))
                .logout(logout -> logout.logoutUrl("/logout").logoutSuccessUrl("/login?bye"))
                .headers(SecurityConfiguration::headers)
                .build();
    }

    /** No form sends a NUL, and the database takes none: refused at the door, whichever page it was for. */
    @Bean
    StrictHttpFirewall door() {
        var door = new StrictHttpFirewall();
        door.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return door;
    }

    /** What every answer carries: no script and no style that is not ours, no frame around us, no guessing of types. */
    public static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(DEVICES));
    }

    private static HttpSessionCsrfTokenRepository tokens() {
        var tokens = new HttpSessionCsrfTokenRepository();
        tokens.setHeaderName("X-CSRF-TOKEN");
        return tokens;
    }

    /** After signing in one returns to the page asked for, never to a fragment or a script. */
    private static RequestCache onlyPages() {
        var cache = new HttpSessionRequestCache();
        RequestMatcher page = (HttpServletRequest request) -> request.getMethod().equals("GET")
                && request.getHeader("HX-Request") == null
                && String.valueOf(request.getHeader("Accept")).contains("text/html");
        cache.setRequestMatcher(page);
        return cache;
    }
}

package cn.yizhen.app;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** An identity provider in this process: describes itself, hands out signed tokens for codes a test has set. */
public final class FakeProvider {

    public static final String CLIENT = "yizhen";
    public static final String SECRET = "a-secret-of-the-client";

    private static final FakeProvider ONE = new FakeProvider();

    private final HttpServer server;
    private final RSAKey key;
    private final RSAKey another;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private volatile boolean down;

    private FakeProvider() {
        try {
            key = new RSAKeyGenerator(2048).keyID("one").generate();
            another = new RSAKeyGenerator(2048).keyID("one").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", this::answer);
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public static FakeProvider running() {
        return ONE;
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Whether it answers nothing but 503. */
    public void down(boolean now) {
        down = now;
    }

    /** What a token says; a test changes what it wants to be wrong. */
    public record Told(String issuer, String subject, String nonce, @Nullable String division, Instant at, boolean signedByAnother) {}

    /** Sets the token that a code is worth. */
    public void worth(String code, Told told) {
        var claims = new JWTClaimsSet.Builder().issuer(told.issuer()).subject(told.subject()).audience(CLIENT).claim("nonce", told.nonce())
                .claim("division", told.division()).issueTime(Date.from(told.at())).expirationTime(Date.from(told.at().plusSeconds(300))).build();
        var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), claims);
        try {
            token.sign(new RSASSASigner(told.signedByAnother() ? another : key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        tokens.put(code, token.serialize());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (down) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            var body = switch (exchange.getRequestURI().getPath()) {
                case "/.well-known/openid-configuration" -> description();
                case "/jwks" -> new JWKSet(key.toPublicJWK()).toString();
                case "/token" -> token(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                default -> "";
            };
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(body.isEmpty() ? 400 : 200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private String description() {
        return """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token","jwks_uri":"%1$s/jwks",
                 "response_types_supported":["code"],"subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"],
                 "token_endpoint_auth_methods_supported":["client_secret_basic"]}""".formatted(issuer());
    }

    /** Only for a known code, sent with the verifier of PKCE. */
    private String token(String form) {
        var code = "";
        for (var field : form.split("&")) {
            if (field.startsWith("code=")) {
                code = URLDecoder.decode(field.substring(5), StandardCharsets.UTF_8);
            }
        }
        var token = tokens.get(code);
        return token == null || !form.contains("code_verifier=") ? ""
                : "{\"access_token\":\"of-no-use\",\"token_type\":\"Bearer\",\"expires_in\":300,\"id_token\":\"" + token + "\"}";
    }
}

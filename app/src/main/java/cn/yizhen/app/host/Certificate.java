package cn.yizhen.app.host;

import java.io.FileNotFoundException;
import java.nio.file.NoSuchFileException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerSslBundle;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The server's own certificate: told a month before it runs out, and from then on every day. One that has run out
 * keeps nothing from working here, but browsers refuse the address, so the program says that it is not ready.
 */
@Component
class Certificate implements ByItself {

    private static final Logger LOG = LoggerFactory.getLogger(Certificate.class);
    private static final Duration AHEAD = Duration.ofDays(30);

    private final Clock clock;
    private volatile @Nullable Instant until;

    Certificate(Clock clock) {
        this.clock = clock;
    }

    /**
     * Reads what the settings name, before the server does.
     *
     * @throws CannotStart when it cannot be read or holds no certificate
     */
    void read(Ssl ssl, @Nullable SslBundles bundles) {
        try {
            until = ending(WebServerSslBundle.get(ssl, bundles));
            if (ssl.getBundle() != null && bundles != null) {
                bundles.addBundleUpdateHandler(ssl.getBundle(), this::replaced);
            }
        } catch (NoSuchSslBundleException | GeneralSecurityException | IllegalStateException | IllegalArgumentException e) {
            throw new CannotStart("服务器证书读不出来（" + (ssl.getKeyStore() == null ? "server.ssl" : ssl.getKeyStore()) + "）：" + reason(e),
                    "请核对 server.ssl.key-store 的路径、server.ssl.key-store-password 的口令和文件格式（PKCS#12）。数据没有动过。");
        }
    }

    /** The server takes a new file as soon as it lies in the old one's place, where the settings name a bundle that is watched. */
    private void replaced(SslBundle bundle) {
        try {
            until = ending(bundle);
            LOG.info("服务器证书已换，新的用到 {}。", Optional.ofNullable(until).map(end -> LocalDate.ofInstant(end, clock.getZone()).toString()).orElse("？"));
        } catch (GeneralSecurityException | IllegalStateException e) {
            LOG.error("新放的服务器证书读不出来：{}", reason(e));
        }
    }

    private static @Nullable Instant ending(SslBundle bundle) throws GeneralSecurityException {
        var store = bundle.getStores().getKeyStore();
        return store == null ? null : ending(store).min(Instant::compareTo).orElseThrow(() -> new GeneralSecurityException("文件里没有证书"));
    }

    private static Stream<Instant> ending(KeyStore store) throws GeneralSecurityException {
        return Stream.of(Collections.list(store.aliases()).toArray(String[]::new)).flatMap(alias -> chain(store, alias))
                .filter(X509Certificate.class::isInstance).map(certificate -> ((X509Certificate) certificate).getNotAfter().toInstant());
    }

    private static Stream<java.security.cert.Certificate> chain(KeyStore store, String alias) {
        try {
            var chain = store.getCertificateChain(alias);
            return chain == null ? Stream.empty() : Stream.of(chain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String reason(Throwable failure) {
        var first = Stream.iterate(failure, Objects::nonNull, Throwable::getCause).reduce((_, deeper) -> deeper).orElse(failure);
        return switch (first) {
            case NoSuchFileException _, FileNotFoundException _ -> "没有这个文件。";
            case UnrecoverableKeyException _ -> "口令不对。";
            default -> Objects.requireNonNullElse(first.getMessage(), "");
        };
    }

    /** Days until it runs out, negative afterwards; empty where the program has no certificate of its own. */
    Optional<Long> daysLeft() {
        return Optional.ofNullable(until).map(end -> Math.floorDiv(Duration.between(clock.instant(), end).toSeconds(), Duration.ofDays(1).toSeconds()));
    }

    /** What an administrator should know now. */
    Optional<String> warning() {
        return Optional.ofNullable(until).filter(end -> end.isBefore(clock.instant().plus(AHEAD))).map(end -> {
            var day = LocalDate.ofInstant(end, clock.getZone());
            return end.isBefore(clock.instant())
                    ? "服务器证书已于 " + day + " 到期，浏览器会拒绝打开或提示不安全。请换上新证书（server.ssl.key-store）后重新启动；数据不受影响。"
                    : "服务器证书 " + day + " 到期。请向发证机构换发，换上新证书（server.ssl.key-store）后重新启动；到期以后浏览器会拒绝打开。";
        });
    }

    @Scheduled(initialDelay = 0, fixedDelay = 86_400_000)
    void tell() {
        warning().ifPresent(what -> {
            if (daysLeft().orElse(0L) < 0) {
                LOG.error(what);
            } else {
                LOG.warn(what);
            }
        });
    }

    @Bean
    HealthCheck certificateCheck() {
        return new HealthCheck("certificate", () -> daysLeft().filter(days -> days < 0).flatMap(_ -> warning()));
    }
}

package cn.yizhen.app.crypto;

import cn.yizhen.app.host.HealthCheck;
import cn.yizhen.app.host.HostSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the operator's choice of algorithms and keys. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CryptoSettings.class)
class CryptoConfiguration {

    @Bean
    Vault vault(CryptoSettings crypto, HostSettings host) {
        return Vault.open(crypto, host.data());
    }

    /** A key that was taken away while the program runs is missed here, not at the next start. */
    @Bean
    HealthCheck keysCheck(Vault vault) {
        return new HealthCheck("keys", vault::trouble);
    }

    @Bean
    OwnKeys ownKeys(Vault vault, CryptoSettings crypto, HostSettings host) {
        return new OwnKeys(vault, crypto.chosen(), host.data());
    }

    @Bean
    PasswordHashes passwordHashes(CryptoSettings crypto) {
        return new PasswordHashes(crypto.chosen());
    }
}

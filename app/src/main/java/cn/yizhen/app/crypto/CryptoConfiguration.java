package cn.yizhen.app.crypto;

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

    @Bean
    OwnKeys ownKeys(Vault vault, CryptoSettings crypto, HostSettings host) {
        return new OwnKeys(vault, crypto.chosen(), host.data());
    }

    @Bean
    PasswordHashes passwordHashes(CryptoSettings crypto) {
        return new PasswordHashes(crypto.chosen());
    }
}

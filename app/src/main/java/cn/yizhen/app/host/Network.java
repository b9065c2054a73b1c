package cn.yizhen.app.host;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where the program listens. A demonstration: loopback only. Otherwise: HTTPS with its own certificate
 * (PKCS#12), or behind proxies named by the operator; with neither it stays on loopback and says why.
 */
@Component
class Network implements WebServerFactoryCustomizer<TomcatWebServerFactory> {

    private static final Logger LOG = LoggerFactory.getLogger(Network.class);

    private final HostSettings settings;
    private final Environment environment;
    private final Certificate certificate;

    Network(HostSettings settings, Environment environment, Certificate certificate) {
        this.settings = settings;
        this.environment = environment;
        this.certificate = certificate;
    }

    @Override
    public void customize(TomcatWebServerFactory server) {
        var address = address();
        server.setAddress(address);
        requireFree(address, server.getPort());
        if (Ssl.isEnabled(server.getSsl())) {
            certificate.read(Objects.requireNonNull(server.getSsl()), server.getSslBundles());
        }
        if (!settings.demo() && !settings.trustedProxies().isEmpty()) {
            server.addEngineValves(believing());
        }
    }

    /** Asked before the database is touched, so that a second program leaves the first one alone. */
    private static void requireFree(InetAddress address, int port) {
        try (var tried = new ServerSocket(port, 1, address)) {
            LOG.debug("port {} is free", tried.getLocalPort());
        } catch (IOException e) {
            throw new CannotStart("端口 " + port + " 已被别的程序占用，或不允许使用。", "请先停止那个程序，或用 --port 另指定一个端口，如 --port " + (port + 1) + "。");
        }
    }

    private InetAddress address() {
        if (settings.demo()) {
            return InetAddress.getLoopbackAddress();
        }
        if (hasCertificate() || !settings.trustedProxies().isEmpty()) {
            try {
                return InetAddress.getByName(settings.address());
            } catch (UnknownHostException e) {
                throw new CannotStart("监听地址 " + settings.address() + " 不存在。", "请检查 yizhen.address。");
            }
        }
        LOG.warn("没有配置证书（server.ssl.key-store，PKCS#12），也没有配置可信代理（yizhen.trusted-proxies），只在本机 127.0.0.1 提供服务。");
        return InetAddress.getLoopbackAddress();
    }

    private boolean hasCertificate() {
        return environment.containsProperty("server.ssl.key-store") || environment.containsProperty("server.ssl.bundle");
    }

    private org.apache.catalina.valves.RemoteIpValve believing() {
        var valve = new org.apache.catalina.valves.RemoteIpValve();
        valve.setInternalProxies(settings.trustedProxies().stream().map(Pattern::quote).collect(Collectors.joining("|")));
        valve.setProtocolHeader("X-Forwarded-Proto");
        return valve;
    }
}

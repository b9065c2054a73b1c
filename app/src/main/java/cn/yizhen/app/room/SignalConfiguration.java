package cn.yizhen.app.room;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/** Lines to rooms are taken from pages of this program's own address only: the framework checks the origin. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class SignalConfiguration implements WebSocketConfigurer {

    /** Where lines are opened. */
    static final String PATH = "/room-line";

    private final Signals signals;

    SignalConfiguration(Signals signals) {
        this.signals = signals;
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        registry.addHandler(signals, PATH);
    }
}

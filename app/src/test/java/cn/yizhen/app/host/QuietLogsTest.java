package cn.yizhen.app.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import cn.yizhen.app.AppTest;
import cn.yizhen.app.DemoPeople;
import cn.yizhen.app.access.Ids;
import jakarta.servlet.ServletException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Sends invented names through every address, in the address and in every field, and reads what was logged of it. */
@AppTest
@DisplayName("日志里没有个人信息")
class QuietLogsTest {

    private static final String NAME = "欧阳无名氏";
    private static final String PHONE = "13912345678";
    private static final String IDENTITY = "530102199001011234";

    @Autowired MockMvc web;
    @Autowired DemoPeople people;
    @Autowired RequestMappingHandlerMapping routes;
    @Autowired Environment environment;
    @Autowired Ids ids;
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Logger requests = (Logger) LoggerFactory.getLogger("cn.yizhen.requests");
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @BeforeEach
    void listen() {
        logged.start();
        root.addAppender(logged);
        requests.setLevel(Level.INFO);
    }

    @AfterEach
    void listenNoMore() {
        requests.setLevel(Level.WARN);
        root.detachAppender(logged);
    }

    @Test
    @DisplayName("把虚构的姓名送进每一个地址，日志里一个也找不到")
    void namesSentEverywhereAreLoggedNowhere() throws Exception {
        for (var login : List.of("duchashi", "cunzhishu")) {
            for (var mapping : routes.getHandlerMethods().entrySet()) {
                for (var pattern : mapping.getKey().getPatternValues()) {
                    for (var method : List.of(HttpMethod.GET, HttpMethod.POST)) {
                        send(login, method, pattern.replaceAll("\\{[^}]*}", NAME));
                        send(login, method, pattern.replaceAll("\\{post[^}]*}", people.scopeOf(login).posts().getFirst().post().toString())
                                .replaceAll("\\{[^}]*}", ids.next().toString()));
                    }
                }
            }
        }
        assertThat(logged.list).as("requests are logged at all").anyMatch(event -> event.getFormattedMessage().startsWith("GET /login 200"));
        assertThat(logged.list).extracting(this::printed)
                .noneMatch(line -> line.contains(NAME) || line.contains("%E6%AC%A7") || line.contains(PHONE) || line.contains(IDENTITY));
    }

    @Test
    @DisplayName("电话号码和身份证号无论从哪里来都打上掩码")
    void numbersAreMasked() {
        root.warn("号码 {}，证件 {}，末位 {}", PHONE, IDENTITY, "53010219900101123X", new IllegalStateException("电话 " + PHONE));
        assertThat(logged.list).extracting(this::printed).anySatisfy(line -> assertThat(line)
                .contains("139****5678", "530102****1234", "530102****123X", "IllegalStateException")
                .doesNotContain(PHONE, IDENTITY));
    }

    @Test
    @DisplayName("日志按设置轮换，保存六个月以上")
    void keptSixMonths() {
        assertThat(environment.getProperty("logging.logback.rollingpolicy.max-history", Integer.class)).isGreaterThanOrEqualTo(184);
    }

    private void send(String login, HttpMethod method, String address) throws Exception {
        var request = MockMvcRequestBuilders.request(method, address.replaceFirst("^$", "/")).with(csrf()).header("Accept", "text/html")
                .with(authentication(new TestingAuthenticationToken(people.signedIn(login), "", "USER")));
        for (var field : Set.of("key", "id", "title", "name", "topic", "text", "q", "login", "password", "unit", "day", "due", "note", "reason")) {
            request.param(field, field.equals("key") ? ids.next().toString() : NAME + PHONE + " " + IDENTITY);
        }
        try {
            web.perform(request);
        } catch (ServletException asTheContainerWouldLogIt) {
            root.error("Servlet.service() threw exception", asTheContainerWouldLogIt);
        }
    }

    /** As the configured pattern prints it, exception and all. */
    private String printed(ILoggingEvent event) {
        var layout = new PatternLayout();
        layout.setContext(root.getLoggerContext());
        layout.getInstanceConverterMap().put("wEx", () -> new ch.qos.logback.classic.pattern.ExtendedThrowableProxyConverter());
        layout.setPattern(environment.getRequiredProperty("logging.pattern.console"));
        layout.start();
        return layout.doLayout(event);
    }
}

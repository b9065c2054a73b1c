package cn.yizhen.app.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.yizhen.app.AppTest;
import cn.yizhen.app.DemoPeople;
import cn.yizhen.app.TestClock;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

@AppTest
@DisplayName("进会议室的门")
class RoomDoorsTest {

    @Autowired MockMvc web;
    @Autowired DemoPeople people;
    @Autowired Rooms rooms;
    @Autowired LiveRooms live;
    @Autowired Signals signals;
    @Autowired NetworkChecks checks;
    @Autowired MediaSettings settings;
    @Autowired MeterRegistry meters;
    @Autowired Ids ids;
    @Autowired TestClock clock;
    private final List<String> answers = new ArrayList<>();
    private UUID room;

    @BeforeEach
    void aRoom() {
        room = opened();
    }

    @AfterEach
    void backToTheBeginning() {
        clock.advance(Duration.ofHours(1));
        checks.giveBackOld();
        clock.reset();
    }

    private UUID opened() {
        var done = (Performed.Done) rooms.open(people.scopeOf("caizheng"), ids.next(), "会", "0000-5550121");
        return UUID.fromString(done.result().replaceAll(".*/", ""));
    }

    private String token(UUID of, Instant until) {
        return new RoomToken(of, "seat", "村", false, false, false, until, null).signed(live.stand(of).secret());
    }

    private void says(String text) throws Exception {
        var session = mock(WebSocketSession.class);
        when(session.isOpen()).thenReturn(true);
        when(session.getAttributes()).thenReturn(new HashMap<>());
        doAnswer(call -> answers.add(((TextMessage) call.getArgument(0)).getPayload())).when(session).sendMessage(any());
        signals.afterConnectionEstablished(session);
        signals.handleTextMessage(session, new TextMessage(text));
    }

    private static String hello(UUID room, String token) {
        return "{\"type\":\"hello\",\"room\":\"%s\",\"token\":\"%s\"}".formatted(room, token);
    }

    @Test
    @DisplayName("别的会议室的凭据、过了时的凭据、别人签的凭据，都说明不认")
    void tokens() throws Exception {
        var later = clock.instant().plusSeconds(60);
        var other = opened();
        says(hello(room, token(other, later)));
        assertThat(answers.getLast()).contains("\"wrong-room\"");
        says(hello(room, token(room, clock.instant())));
        assertThat(answers.getLast()).contains("\"bad-token\"");
        says(hello(room, new RoomToken(room, "seat", "村", true, false, false, later, null).signed(live.stand(other).secret())));
        assertThat(answers.getLast()).contains("\"bad-token\"");
        says("这不是 JSON");
        assertThat(answers.getLast()).contains("\"bad-message\"");
    }

    @Test
    @DisplayName("拒绝了几次，指标里数得出，不分到会议室和人")
    void refusalsAreCounted() throws Exception {
        double before = meters.get("yizhen.rooms.refused").tag("cause", "bad-token").functionCounter().count();
        says(hello(room, token(room, clock.instant())));
        assertThat(meters.get("yizhen.rooms.refused").tag("cause", "bad-token").functionCounter().count()).isEqualTo(before + 1);
        for (String name : List.of("yizhen.rooms", "yizhen.rooms.people", "yizhen.media.participants", "yizhen.media.publishers", "yizhen.media.loss",
                "yizhen.media.admitted.bits", "yizhen.media.uplink.bits", "yizhen.media.sent.bytes", "yizhen.media.key.frame.requests")) {
            assertThat(meters.get(name).meter().getId().getTags()).isEmpty();
        }
    }

    @Test
    @DisplayName("验证码一处错十次就停用，话里说清怎么办；链接照用")
    void guessingThroughThePage() throws Exception {
        for (int i = 0; i < CodeGuesses.FROM_ONE; i++) {
            assertThat(guess("203.0.113.7")).isEqualTo(422);
        }
        assertThat(guess("203.0.113.7")).isEqualTo(429);
        assertThat(guess("203.0.113.8")).isEqualTo(422);
        var link = GuestPages.link(rooms.find(people.scopeOf("caizheng"), room).orElseThrow(), live.stand(room));
        assertThat(comesIn(link, "203.0.113.7")).startsWith("/rooms/guest/in?t=");
    }

    private String comesIn(String link, String address) throws Exception {
        return web.perform(post(link).param("name", "老赵").with(csrf()).with(from(address))).andReturn().getResponse().getRedirectedUrl();
    }

    @Test
    @DisplayName("来宾的页面重新打开，还是同一位，不用再确认一次；凭据被改过、过了时的，请他再填验证码")
    void aGuestLoadsThePageAgain() throws Exception {
        var link = GuestPages.link(rooms.find(people.scopeOf("caizheng"), room).orElseThrow(), live.stand(room));
        var inside = comesIn(link, "203.0.113.9");
        assertThat(opens(inside)).contains("进入会场").contains(inside.replaceAll(".*t=", ""));
        assertThat(opens(inside.replace("?t=", "?t=A"))).contains("凭据不对或已过期");
        assertThat(opens("/rooms/guest/in?t=" + token(room, clock.instant().plusSeconds(60)))).contains("凭据不对或已过期");
        clock.advance(Duration.ofHours(13));
        assertThat(opens(inside)).contains("凭据不对或已过期");
    }

    private String opens(String address) throws Exception {
        return web.perform(get(URI.create(address))).andReturn().getResponse().getContentAsString();
    }

    private int guess(String address) throws Exception {
        return web.perform(post("/rooms/guest").param("code", "000000x").param("name", "老赵").with(csrf()).with(from(address)))
                .andReturn().getResponse().getStatus();
    }

    private static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    @Test
    @DisplayName("网络自测：一个账号一处，重测作废前一次；到了上限如实拒绝；五分钟后收回")
    void networkChecks() {
        var first = check(new UUID(0, 1));
        var again = check(new UUID(0, 1));
        assertThat(live.isRunning(first.room())).isFalse();
        assertThat(live.isRunning(again.room())).isTrue();
        for (int i = 2; i <= settings.mostChecks(); i++) {
            check(new UUID(0, i));
        }
        assertThat(checks.begin(somebody(new UUID(0, 999)))).isInstanceOf(Outcome.Refused.class);
        clock.advance(Duration.ofMinutes(6));
        checks.giveBackOld();
        assertThat(live.isRunning(again.room())).isFalse();
        check(new UUID(0, 999));
    }

    private NetworkChecks.Check check(UUID account) {
        return ((Outcome.Done<NetworkChecks.Check>) checks.begin(somebody(account))).value();
    }

    private Scope somebody(UUID account) {
        return Scope.of("539900", account, null, "某人", Set.of(), List.of(), AsOf.on(LocalDate.now(clock)));
    }

    @Test
    @DisplayName("没人回来的会议室半小时后不占内存，席位还在文件里")
    void forgottenInMemory() {
        live.find(room).orElseThrow();
        var code = live.stand(room).code();
        clock.advance(Duration.ofMinutes(31));
        live.tick();
        assertThat(live.isRunning(room)).isFalse();
        assertThat(live.stand(room).code()).isEqualTo(code);
    }
}

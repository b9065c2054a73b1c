package cn.yizhen.app.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.yizhen.app.AppTest;
import cn.yizhen.app.DemoPeople;
import cn.yizhen.app.TestClock;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@AppTest
@DisplayName("会议录像")
class RecordingPagesTest {

    private static final String HOST = "caizheng";
    private static final String OTHER = "wenlv";

    @Autowired MockMvc web;
    @Autowired DemoPeople people;
    @Autowired Rooms rooms;
    @Autowired LiveRooms live;
    @Autowired Recordings recordings;
    @Autowired Tapes tapes;
    @Autowired Stands stands;
    @Autowired Sweeping sweeping;
    @Autowired Ids ids;
    @Autowired TestClock clock;
    private UUID room;
    private Present host;

    @BeforeEach
    void aRoomWithItsHost() {
        var scope = people.scopeOf(HOST);
        var opened = (Performed.Done) rooms.open(scope, ids.next(), "汛情调度会", "0000-5550121");
        room = UUID.fromString(opened.result().replaceAll(".*/", ""));
        host = new Present(new RoomToken(room, RoomPages.seat(live.stand(room), scope), "财政局", true, false, false, clock.instant().plusSeconds(60), null), _ -> { }, () -> { });
        inTurn(() -> live.find(room).orElseThrow().enter(host));
    }

    @AfterEach
    void everybodyLeaves() {
        inTurn(() -> {
            live.find(room).orElseThrow().endRecording();
            live.find(room).orElseThrow().left(host);
        });
        clock.reset();
    }

    private void inTurn(Runnable work) {
        var done = new CompletableFuture<Void>();
        live.find(room).orElseThrow().inTurn(() -> {
            work.run();
            done.complete(null);
        });
        done.join();
    }

    private MockHttpServletResponse as(String login, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(authentication(signedIn(login))).with(csrf())).andReturn().getResponse();
    }

    private TestingAuthenticationToken signedIn(String login) {
        var token = new TestingAuthenticationToken(people.signedIn(login), null, "USER");
        token.setAuthenticated(true);
        return token;
    }

    private KeptRecording recorded() throws Exception {
        assertThat(as(HOST, post("/rooms/" + room + "/recordings").param("key", ids.next().toString())).getStatus()).isEqualTo(200);
        inTurn(() -> { });
        return recordings.kept(people.scopeOf(HOST)).stream().filter(one -> one.room().equals(room)).findFirst().orElseThrow();
    }

    @Test
    @DisplayName("主持人开始录制，保存到哪天当时就定下；别人按不动，也看不到")
    void onlyAHost() throws Exception {
        assertThat(as(OTHER, post("/rooms/" + room + "/recordings").param("key", ids.next().toString())).getStatus()).isEqualTo(403);
        var recording = recorded();
        assertThat(recording.until()).isEqualTo(LocalDate.now(clock).plusDays(30));
        assertThat(live.stand(room).recording()).isEqualTo(new Stand.Recorded(recording.id(), recording.until()));
        assertThat(as(HOST, get(recording.address())).getContentAsString()).contains("还在录");
        assertThat(as(HOST, get(recording.address() + "/timeline")).getStatus()).isEqualTo(409);
        assertThat(as(OTHER, get(recording.address())).getStatus()).isEqualTo(404);
        assertThat(as(OTHER, get(recording.address() + "/001-camera.webm")).getStatus()).isEqualTo(404);
        assertThat(as(OTHER, get("/rooms")).getContentAsString()).doesNotContain(recording.address());
        assertThat(as("shuji", get(recording.address())).getStatus()).isEqualTo(404);
    }

    @Test
    @DisplayName("同一次按键重复到达，只开一次")
    void once() throws Exception {
        var key = ids.next().toString();
        for (int i = 0; i < 2; i++) {
            assertThat(as(HOST, post("/rooms/" + room + "/recordings").param("key", key)).getStatus()).isEqualTo(200);
            inTurn(() -> { });
        }
        assertThat(recordings.kept(people.scopeOf(HOST))).filteredOn(one -> one.room().equals(room)).hasSize(1);
    }

    @Test
    @DisplayName("最后一天还看得到，第二天看不到，文件也没了")
    void goneAfterItsDay() throws Exception {
        var recording = recorded();
        var directory = tapes.of(recording.id()).directory();
        inTurn(() -> live.find(room).orElseThrow().endRecording());
        clock.advance(Duration.ofDays(30));
        sweeping.sweep();
        assertThat(directory).exists();
        assertThat(as(HOST, get(recording.address())).getStatus()).isEqualTo(200);
        clock.advance(Duration.ofDays(1));
        assertThat(as(HOST, get(recording.address())).getStatus()).isEqualTo(404);
        sweeping.sweep();
        assertThat(directory).doesNotExist();
    }

    @Test
    @DisplayName("提前删要写原因；还在录的先停")
    void removedBeforeItsDay() throws Exception {
        var recording = recorded();
        assertThat(as(HOST, removal(recording, "误开录制")).getContentAsString()).contains("请主持人先按「停止录制」");
        inTurn(() -> live.find(room).orElseThrow().asked(host, new Wish.EndRecording()));
        assertThat(as(HOST, removal(recording, " ")).getContentAsString()).contains("没有写为什么提前删");
        assertThat(as(OTHER, removal(recording, "误开录制")).getStatus()).isEqualTo(404);
        assertThat(as(HOST, removal(recording, "误开录制")).getStatus()).isEqualTo(302);
        assertThat(tapes.of(recording.id()).directory()).doesNotExist();
        assertThat(as(HOST, get(recording.address())).getStatus()).isEqualTo(404);
    }

    private static MockHttpServletRequestBuilder removal(KeptRecording recording, String ground) {
        return post(recording.address() + "/removal").param("key", UUID.randomUUID().toString()).param("ground", ground);
    }

    @Test
    @DisplayName("停了又接着录：接在后面，钟往回拨也不叠在一起，停了一夜也不空放一夜")
    void goesOnWhereItEnded() {
        var began = clock.instant();
        var timeline = Timeline.from(began).begun(new Timeline.Piece("001-camera.webm", "村", "camera", 1000, 59_000, 0, true));
        assertThat(Tapes.goesOnAt(timeline, began.plusSeconds(75))).isEqualTo(75_000);
        assertThat(Tapes.goesOnAt(timeline, began.minusSeconds(3600))).isEqualTo(60_000);
        assertThat(Tapes.goesOnAt(timeline, began.plus(Duration.ofHours(14)))).isEqualTo(60_000 + Duration.ofMinutes(10).toMillis());
    }

    @Test
    @DisplayName("地址里写别的文件名，拿不到录像目录以外的东西")
    void noOtherFiles() throws Exception {
        var recording = recorded();
        for (String name : new String[] {"timeline.json", "..%2F..%2Fsecrets%2Fmaster.key", "001-camera.webm.bak", "001-speaker.webm"}) {
            assertThat(as(HOST, get(URI.create(recording.address() + "/" + name))).getStatus()).isIn(400, 404);
        }
    }

    @Test
    @DisplayName("久不用的会议室，席位和放过的文件到时候清掉；有人在的不动")
    void unusedRoomsAreSwept() throws Exception {
        var unused = UUID.randomUUID();
        stands.read(unused);
        agedBy(stands.of(unused), Duration.ofDays(8));
        agedBy(stands.of(room), Duration.ofDays(8));
        sweeping.sweep();
        assertThat(stands.of(unused)).doesNotExist();
        assertThat(stands.of(room)).exists();
    }

    private void agedBy(Path directory, Duration age) throws Exception {
        try (var all = Files.walk(directory)) {
            for (var path : all.toList()) {
                Files.setLastModifiedTime(path, FileTime.from(clock.instant().minus(age)));
            }
        }
    }
}

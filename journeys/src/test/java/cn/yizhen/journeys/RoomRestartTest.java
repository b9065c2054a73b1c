package cn.yizhen.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 会开到一半，平台断了电，会接着开下去。 */
class RoomRestartTest extends RoomJourney {

    /**
     * Counts how long the page takes to be back once the program answers, by a clock of its own: a beat is a fifth of a second
     * and one answer of the program, so that a machine that is slow has slow beats, and not a late page.
     */
    private static final String COUNT_BEATS = """
            () => (async () => {
              const lost = () => document.querySelector('[data-room]').dataset.line !== 'open';
              const answers = () => fetch('/health', { cache: 'no-store' }).then(answer => answer.ok, () => false);
              const beat = () => new Promise(done => setTimeout(done, 200));
              window.lineWasLost = false;
              while (!lost()) await beat();
              window.lineWasLost = true;
              while (!await answers()) await beat();
              let beats = 0;
              while (lost()) { await beat(); await answers(); beats++; }
              window.beatsUntilBack = beats;
            })() && true""";
    private static final int BEATS_IN_FIVE_SECONDS = 25;
    private static final int SOME_SECONDS_OF_FILM = 60_000;
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(4);

    @TempDir static Path directory;
    private @Nullable Process program;

    @AfterEach
    void endTheProgram() throws InterruptedException {
        if (program != null) {
            program.destroy();
            if (!program.waitFor(60, TimeUnit.SECONDS)) {
                program.destroyForcibly().waitFor();
            }
        }
    }

    @Test
    @DisplayName("开着会、录着像，平台进程被杀：一应声，五秒之内页面自己接上；席位、发言、主持、议程都在，录像接着录，断以前的放得出")
    void killedInTheMiddle() throws Exception {
        int port = freePort();
        var address = "http://localhost:" + port;
        begin(port);
        enterAs(page, "县委办督查室主任", address);
        var room = opensARoom(page, address);
        var village = anotherMachine(360);
        village.setDefaultTimeout(PATIENCE);
        enterAs(village, "村党支部书记", address);
        village.navigate(room + "/screen");
        goIn(village);
        village.waitForFunction(SEES);
        givesTheFloorAndGoesThroughTheAgenda(village);
        page.locator("#record").click();
        assertThat(village.locator("#recording")).containsText("正在录制");
        until("a first file of the camera", () -> filesOfTheCamera() >= 1);
        page.evaluate(COUNT_BEATS);
        village.evaluate(COUNT_BEATS);

        program.destroyForcibly().waitFor();
        assertThat(village.locator("#banner")).containsText("网络中断");
        assertThat(village.locator("#stage .cover").first()).hasText("现在没有画面");
        begin(port);
        assertThat(isBackWithin(village)).isLessThanOrEqualTo(BEATS_IN_FIVE_SECONDS);
        assertThat(isBackWithin(page)).isLessThanOrEqualTo(BEATS_IN_FIVE_SECONDS);
        assertThat(village.locator("#banner")).isHidden();
        assertThat(village.locator("#stage .cover").first()).isHidden();
        village.waitForFunction(HEARS);
        page.waitForFunction(HEARS);
        assertThat(page.locator("#mode")).hasText("主持人点名发言");
        assertThat(ofTheVillage()).containsText("发言中");
        assertThat(village.locator("#chair")).containsText("主持人：");
        assertThat(village.locator("#agenda [aria-current]")).hasText("部署");

        assertThat(village.locator("#recording")).containsText("正在录制");
        until("a second file of the camera", () -> filesOfTheCamera() >= 2);
        page.locator("#record").click();
        assertThat(village.locator("#recording")).isHidden();
        playsBothParts(address);
    }

    private Locator ofTheVillage() {
        return page.locator("#people li", new Page.LocatorOptions().setHasText("会场"));
    }

    private void givesTheFloorAndGoesThroughTheAgenda(Page village) {
        page.locator("#open").click();
        ofTheVillage().locator("button", new Locator.LocatorOptions().setHasText("请发言")).click();
        assertThat(village.locator("#note")).containsText("主持人请您发言");
        page.locator("summary", new Page.LocatorOptions().setHasText("议程")).click();
        page.locator("#items").fill("汛情\n部署");
        page.locator("button", new Page.LocatorOptions().setHasText("更新议程")).click();
        page.locator("#itemnext").click();
        assertThat(village.locator("#agenda [aria-current]")).hasText("部署");
    }

    private static int isBackWithin(Page page) {
        assertThat((Boolean) page.evaluate("window.lineWasLost")).isTrue();
        page.waitForFunction("() => window.beatsUntilBack !== undefined");
        return (Integer) page.evaluate("window.beatsUntilBack");
    }

    /** What was there before the end and after the new beginning, as the page has it to play. */
    private void playsBothParts(String address) {
        // sessions end with the program; who is signed in again comes to the page asked for
        enterAs(page, "县委办督查室主任", address);
        page.navigate(address + "/rooms");
        page.locator("a[href*='/rooms/recordings/']").first().click();
        assertThat(page.locator("#notes")).containsText("中途平台停过");
        assertThat(page.locator("#play")).isEnabled();
        @SuppressWarnings("unchecked")
        var cameras = (List<Map<String, Object>>) page.evaluate("async () => (await (await fetch(location.pathname + '/timeline')).json()).pieces.filter(one => one.kind === 'camera')");
        assertThat(cameras).hasSizeGreaterThanOrEqualTo(2).allSatisfy(piece -> assertThat(((Number) piece.get("millis")).longValue()).isPositive());
        page.locator("#play").click();
        page.waitForFunction(SEES);
        page.locator("#at").fill(String.valueOf((((Number) cameras.getLast().get("at")).longValue() + 1000) / 1000));
        page.waitForFunction("file => [...document.querySelectorAll('#stage video')].some(video => video.src.endsWith(file) && video.getVideoPlaybackQuality().totalVideoFrames > 5)",
                cameras.getLast().get("file"));
    }

    private static long filesOfTheCamera() {
        try (var all = Files.walk(directory.resolve("data/recordings"))) {
            return all.filter(file -> file.getFileName().toString().contains("-camera.") && file.toFile().length() > SOME_SECONDS_OF_FILM).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            page.waitForTimeout(200);
        }
    }

    /** Starts the program in a process of its own, and waits until it answers. */
    private void begin(int port) throws Exception {
        program = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED", "-Dfile.encoding=UTF-8", "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "cn.yizhen.app.Yizhen", "run", "--port", String.valueOf(port), "--data", directory.resolve("data").toString(), "--yizhen.media.recording-kept=30d",
                "--yizhen.media.recording-reserve-mb=10")
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(directory.resolve("program.log").toFile())).start();
        long end = System.nanoTime() + STARTS_WITHIN.toNanos();
        try (var client = HttpClient.newHttpClient()) {
            while (!answers(client, port)) {
                if (System.nanoTime() > end || !program.isAlive()) {
                    throw new AssertionError("the program did not start: " + Files.readString(directory.resolve("program.log")));
                }
                page.waitForTimeout(100);
            }
        }
    }

    private static boolean answers(HttpClient client, int port) throws InterruptedException {
        try {
            return client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/health")).timeout(Duration.ofSeconds(5)).build(),
                    HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

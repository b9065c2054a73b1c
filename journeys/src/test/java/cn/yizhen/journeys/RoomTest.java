package cn.yizhen.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 县里开一个会议室，村里、来宾进来，看得见、听得见，录下来再放一遍。 */
class RoomTest extends RoomJourney {

    @Test
    @DisplayName("开会：互相看见听见，申请发言，放文件，来宾凭验证码进来，录下来再放")
    void aMeetingByVideo() throws IOException {
        enterAs("县委办督查室主任");
        var room = opensARoom(page, address());

        var village = anotherPerson("村党支部书记", 360);
        village.navigate(room + "/screen");
        goIn(village);
        assertThat(village.locator("#camera")).hasText("开摄像头");
        village.waitForFunction(SEES);
        village.waitForFunction(HEARS);
        page.waitForFunction(HEARS);
        village.locator("#camera").click();
        page.waitForFunction(SEES);

        page.locator("#record").click();
        assertThat(village.locator("#recording")).containsText("正在录制");
        assertThat(village.locator("#note")).containsText("主持人开始录制了");

        page.locator("#open").click();
        village.locator("#hand").click();
        page.locator("#people li", new Page.LocatorOptions().setHasText("申请发言")).locator("button", new Locator.LocatorOptions().setHasText("请发言")).click();
        assertThat(village.locator("#note")).containsText("主持人请您发言");
        page.waitForFunction(HEARS);
        page.locator("#people li", new Page.LocatorOptions().setHasText("发言中")).locator("button", new Locator.LocatorOptions().setHasText("静音")).first().click();
        assertThat(village.locator("#note")).containsText("主持人已将您静音");

        page.locator("summary", new Page.LocatorOptions().setHasText("放文件")).click();
        page.locator("[name=file]").setInputFiles(new FilePayload("汛情.pdf", "application/pdf", twoPages()));
        page.locator("button", new Page.LocatorOptions().setHasText("放给大家看")).click();
        assertThat(village.locator("#pageof")).hasText("第 1 页，共 2 页");
        page.locator("#next").click();
        assertThat(village.locator("#pageof")).hasText("第 2 页，共 2 页");
        village.waitForFunction("() => document.getElementById('slide').naturalWidth > 500");
        village.keyboard().press("PageUp");
        assertThat(village.locator("#pageof")).hasText("第 1 页，共 2 页（会场在第 2 页）");
        fitsOnOneScreen(village);
        picture("room-host");

        var guest = anotherMachine(360);
        // as Firefox, which has no frame of a stream in its count
        guest.addInitScript("HTMLVideoElement.prototype.getVideoPlaybackQuality = () => ({ totalVideoFrames: 0 })");
        guest.navigate("/rooms/guest");
        guest.locator("[name=code]").fill(page.locator("#code").innerText());
        guest.locator("[name=name]").fill("石桥村党支部流动党员 老赵");
        guest.locator("main form button").click();
        goIn(guest);
        assertThat(guest.locator("#waiting")).isVisible();
        assertThat(guest.locator("#recording")).containsText("正在录制");
        page.locator("button", new Page.LocatorOptions().setHasText("确认身份，请进")).click();
        guest.waitForFunction("() => [...document.querySelectorAll('#stage .cover')].some(cover => cover.hidden)");
        guest.waitForFunction(HEARS);

        page.locator("#record").click();
        assertThat(village.locator("#recording")).isHidden();
        playsBack();
        var address = page.url();
        assertThat(village.navigate(address).status()).isEqualTo(404);
    }

    /** On a big screen pages, pictures and switches are all there without anybody scrolling. */
    private static void fitsOnOneScreen(Page village) {
        village.setViewportSize(1920, 1080);
        village.waitForFunction("() => ['slide', 'stage', 'pictures', 'next', 'data'].every(id => { const at = document.getElementById(id).getBoundingClientRect();"
                + " return at.height > 0 && at.top >= 0 && at.bottom <= innerHeight && at.right <= innerWidth; })");
    }

    private void playsBack() {
        page.navigate("/rooms");
        page.locator("a[href*='/rooms/recordings/']").first().click();
        page.waitForFunction("() => Number(document.getElementById('at').max) > 3");
        page.locator("#at").fill("2");
        page.locator("#play").click();
        page.waitForFunction(SEES);
        assertThat(page.locator("#sounds audio")).not().hasCount(0);
        page.waitForFunction("() => [...document.querySelectorAll('video,audio')].every(one => Number.isFinite(one.duration) && one.currentTime > 0)");
        picture("room-recording");
    }

    private static byte[] twoPages() throws IOException {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.addPage(new PDPage());
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    @Test
    @DisplayName("别的网站开不了进会议室的线；读不懂的、凭据不对的，说一句就断")
    void theLineIsForOwnPagesAlone() {
        assertThat(line("https://elsewhere.example", "{}")).isEqualTo("refused");
        assertThat(line(address(), "no json")).contains("bad-message");
        assertThat(line(address(), "{\"type\":\"hello\",\"room\":\"x\",\"token\":\"y\"}")).contains("bad-token");
    }

    /** What is answered to the first message of a line opened by a page of this origin. */
    private static String line(String origin, String hello) {
        var answer = new CompletableFuture<String>();
        var listener = new WebSocket.Listener() {
            @Override
            public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
                answer.complete(text.toString());
                return WebSocket.Listener.super.onText(socket, text, last);
            }
        };
        try (var client = HttpClient.newHttpClient()) {
            var socket = client.newWebSocketBuilder().header("Origin", origin)
                    .buildAsync(URI.create(address().replace("http", "ws") + "/room-line"), listener).join();
            socket.sendText(hello, true);
            return answer.orTimeout(10, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            return "refused";
        }
    }
}

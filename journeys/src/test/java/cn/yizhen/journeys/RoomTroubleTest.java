package cn.yizhen.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.yizhen.sfu.line.Condition;
import cn.yizhen.sfu.line.UdpRelay;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 会开到一半，村里的线路坏了，会照样开下去。 */
class RoomTroubleTest extends RoomJourney {

    /** A picture that comes now, whatever stood there before. */
    private static final String ANOTHER_PICTURE = "() => new Promise(done => document.querySelector('#stage video')?.requestVideoFrameCallback(() => done(true)) ?? setTimeout(() => done(false), 200))";
    /** Sends this page's media through another port of this machine, asked for with the server's own; TCP is not offered to it. */
    private static final String BEHIND_A_BAD_LINE = """
            const set = RTCPeerConnection.prototype.setRemoteDescription;
            RTCPeerConnection.prototype.setRemoteDescription = async function (description) {
              const own = description.sdp.match(/a=candidate:\\S+ 1 udp \\d+ \\S+ (\\d+) typ host/i)[1], other = await window.badLine(own);
              const sdp = description.sdp.split('\\r\\n').filter(line => !/^a=candidate.* tcp /i.test(line))
                .map(line => line.startsWith('a=candidate') ? line.replace(` ${own} typ`, ` ${other} typ`) : line).join('\\r\\n');
              return set.call(this, { type: description.type, sdp });
            };""";

    private @Nullable UdpRelay relay;

    @AfterEach
    void endTheLine() throws Exception {
        if (relay != null) {
            relay.close();
        }
    }

    @Test
    @DisplayName("共享屏幕，村里看得见；村里的线路只剩 150 kbit/s：画面停，说「网络弱，已改为只听」，主持人知道，声音不断；线路好了画面回来")
    void aVillageBehindABadLine() throws Exception {
        enterAs("县委办督查室主任");
        var room = opensARoom(page, address());
        var village = anotherPerson("村党支部书记", 360);
        village.exposeFunction("badLine", port -> relayBefore(Integer.parseInt((String) port[0])));
        village.addInitScript(BEHIND_A_BAD_LINE);
        village.navigate(room + "/screen");
        goIn(village);
        village.waitForFunction(SEES);
        page.locator("#screen").click();
        village.waitForFunction("() => [...document.querySelectorAll('#stage figure.screen video')].some(video => video.getVideoPlaybackQuality().totalVideoFrames > 0)");
        page.locator("#screen").click();

        relay.down(Condition.CLEAR.delay(Duration.ofMillis(40)).rate(150_000));
        assertThat(village.locator("#banner")).hasText("网络弱，已改为只听");
        // the last picture that came stands for nothing
        assertThat(village.locator("#nopicture")).hasText("网络弱，现在没有画面，声音照常。");
        assertThat(village.locator("#stage video")).hasCount(0);
        assertThat(page.locator("#people li", new Page.LocatorOptions().setHasText("会场"))).containsText("网络弱，只听");
        village.waitForFunction(HEARS);
        assertThat(village.locator("#banner")).hasText("网络弱，已改为只听");

        relay.down(Condition.CLEAR);
        assertThat(village.locator("#banner")).isHidden();
        village.waitForFunction(ANOTHER_PICTURE);
        assertThat(village.locator("#stage .cover").first()).isHidden();
        assertThat(page.locator("#people li", new Page.LocatorOptions().setHasText("会场"))).not().containsText("网络弱");
    }

    @Test
    @DisplayName("村里的网断了一小会儿又通了，线一直没断：不再说「网络中断」，画面声音照常；自己选只听的，写明是自己选的")
    void theNetworkIsAwayForAMoment() {
        enterAs("县委办督查室主任");
        var room = opensARoom(page, address());
        var village = anotherPerson("村党支部书记", 360);
        village.navigate(room + "/screen");
        goIn(village);
        village.waitForFunction(SEES);
        village.context().setOffline(true);
        assertThat(village.locator("#banner")).hasText("网络中断，正在重新连接……");
        village.context().setOffline(false);
        assertThat(village.locator("#banner")).isHidden();
        village.waitForFunction(ANOTHER_PICTURE);
        village.waitForFunction(HEARS);

        village.locator("#pictures").click();
        assertThat(village.locator("#nopicture")).hasText("您选了只听声音，没有收画面。");
        assertThat(village.locator("#stage video")).hasCount(0);
        village.waitForFunction(HEARS);
        village.locator("#pictures").click();
        assertThat(village.locator("#nopicture")).isHidden();
        village.waitForFunction(SEES);
    }

    private synchronized int relayBefore(int server) {
        try {
            if (relay == null) {
                var own = InetAddress.getLoopbackAddress();
                relay = UdpRelay.start(new InetSocketAddress(own, 0), new InetSocketAddress(own, server), 1, Condition.CLEAR, Condition.CLEAR);
            }
            return relay.local().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

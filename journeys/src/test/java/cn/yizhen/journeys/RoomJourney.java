package cn.yizhen.journeys;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.BeforeEach;

/** An errand in a meeting by video: what every one of them does, and how a page tells that it sees and hears. */
abstract class RoomJourney extends Journey {

    /** Three pages that code pictures, beside the program and whatever else the machine does. */
    protected static final int PATIENCE = 60_000;
    protected static final String OPEN = "() => document.querySelector('[data-room]').dataset.line === 'open'";
    protected static final String SEES = "() => [...document.querySelectorAll('#stage video')].some(video => video.getVideoPlaybackQuality().totalVideoFrames > 5)";
    /** The fake microphone beeps once a second. */
    protected static final String HEARS = """
            async () => {
              const sound = document.querySelector('#sounds audio');
              if (!sound?.srcObject) return false;
              const context = new AudioContext(), meter = context.createAnalyser(), values = new Float32Array(2048);
              context.createMediaStreamSource(sound.srcObject).connect(meter);
              let loudest = 0;
              for (let i = 0; i < 40 && loudest < 0.01; i++) {
                await new Promise(done => setTimeout(done, 50));
                meter.getFloatTimeDomainData(values);
                loudest = Math.max(loudest, ...values.map(Math.abs));
              }
              await context.close();
              return loudest >= 0.01;
            }""";

    @BeforeEach
    void havePatience() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        page.setDefaultTimeout(PATIENCE);
    }

    @Override
    protected int width() {
        return 1100;
    }

    /** Opens a room, goes in, switches microphone and camera on; answers where the room is. */
    protected static String opensARoom(Page page, String program) {
        page.navigate(program + "/rooms");
        page.locator("[name=title]").fill("全县防汛视频调度会");
        page.locator("[name=phone]").fill("0000-5550121");
        page.locator("button", new Page.LocatorOptions().setHasText("开会议室")).click();
        page.waitForURL("**/rooms/*-*");
        var room = page.url();
        goIn(page);
        page.locator("#microphone").click();
        page.locator("#camera").click();
        return room;
    }

    protected static void goIn(Page page) {
        page.setDefaultTimeout(PATIENCE);
        page.locator("#enter").click();
        page.waitForFunction(OPEN);
    }
}

package cn.yizhen.journeys;

import cn.yizhen.app.YizhenApplication;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * A person's errand in a real browser against the whole running program. The program and the browser are
 * started once for all journeys; without a browser the journeys are skipped and say how to enable them.
 */
abstract class Journey {

    private static final String HOW_TO_ENABLE = "没有找到 Chromium、Chrome 或 Edge；启用浏览器测试：apt-get install chromium fonts-noto-cjk";
    private static final PassingClock CLOCK = new PassingClock();
    private static Optional<World> world = Optional.empty();

    private BrowserContext context;
    private final List<BrowserContext> others = new ArrayList<>();
    protected Page page;

    /** The machine's clock, some days ahead. */
    private static final class PassingClock extends Clock {

        private volatile Duration ahead = Duration.ZERO;

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Shanghai");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(instant(), zone);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }
    }

    /** The program and the browser, up for as long as the tests run. */
    private record World(ConfigurableApplicationContext program, Browser browser, String address) {}

    @BeforeEach
    void openTheBrowser() {
        Assumptions.assumeTrue(browserOnThisMachine().isPresent(), HOW_TO_ENABLE);
        context = world().browser().newContext(new Browser.NewContextOptions()
                .setViewportSize(width(), 800).setLocale("zh-CN").setBaseURL(world().address()));
        context.setDefaultTimeout(15_000);
        page = context.newPage();
        page.onPageError(error -> {
            throw new AssertionError("script error: " + error);
        });
    }

    @AfterEach
    void closeTheBrowser() {
        CLOCK.ahead = Duration.ZERO;
        others.forEach(BrowserContext::close);
        others.clear();
        if (context != null) {
            context.close();
        }
    }

    /** The width of the window, a phone's unless a journey is made at a desk. */
    protected int width() {
        return 360;
    }

    protected BrowserContext context() {
        return context;
    }

    /** Steps in as one of the demonstration's roles, by the title on its button. */
    protected void enterAs(String role) {
        enterAs(page, role, world().address());
    }

    /** @param program where it listens */
    protected static void enterAs(Page page, String role, String program) {
        page.navigate(program + "/login");
        page.locator("button.choice", new Page.LocatorOptions().setHas(page.getByText(role, new Page.GetByTextOptions().setExact(true)))).click();
        page.waitForURL(program + "/");
    }

    /** Somebody else at a machine of their own, signed in to nothing. */
    protected Page anotherMachine(int width) {
        var theirs = world().browser().newContext(new Browser.NewContextOptions().setViewportSize(width, 800).setLocale("zh-CN").setBaseURL(world().address()));
        theirs.setDefaultTimeout(15_000);
        others.add(theirs);
        var opened = theirs.newPage();
        opened.onPageError(error -> {
            throw new AssertionError("script error: " + error);
        });
        return opened;
    }

    /** Somebody else at a machine of their own, in one of the demonstration's roles. */
    protected Page anotherPerson(String role, int width) {
        var opened = anotherMachine(width);
        enterAs(opened, role, world().address());
        return opened;
    }

    /** Where the program listens. */
    protected static String address() {
        return world().address();
    }

    /** Lets days pass until it is that day; the journey's end takes them back. */
    protected void until(LocalDate day) {
        CLOCK.ahead = Duration.ofDays(ChronoUnit.DAYS.between(LocalDate.now(CLOCK), day));
    }

    protected static LocalDate today() {
        return LocalDate.now(CLOCK);
    }

    /** A bean of the running program, for looking behind the page. */
    protected <T> T bean(Class<T> type) {
        return world().program().getBean(type);
    }

    /** Keeps what the page looks like, for people to look at: target/pictures. */
    protected void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/pictures", name + ".png")));
    }

    /** Keeps what stands in the window, where the whole page would be a long one. */
    protected void window(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/pictures", name + ".png")));
    }

    private static synchronized World world() {
        if (world.isEmpty()) {
            world = Optional.of(start());
        }
        return world.get();
    }

    private static World start() {
        var program = YizhenApplication.start(List.of("--port", "0", "--data", freshDirectory().toString()), context ->
                ((GenericApplicationContext) context).registerBean("calendarOfTheJourney", Clock.class, () -> CLOCK, bean -> bean.setPrimary(true)));
        var port = ((WebServerApplicationContext) program).getWebServer().getPort();
        var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(browserOnThisMachine().orElseThrow())
                .setArgs(List.of("--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                        "--disable-quic", "--no-first-run",
                        // a camera that shows a moving disc and beeps, allowed without asking
                        "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", "--autoplay-policy=no-user-gesture-required",
                        "--auto-select-desktop-capture-source=Entire screen")));
        return new World(program, browser, "http://localhost:" + port);
    }

    private static Optional<Path> browserOnThisMachine() {
        return Stream.of(Optional.ofNullable(System.getenv("YIZHEN_BROWSER")).orElse(""), "/usr/bin/chromium",
                        "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable",
                        "/usr/bin/microsoft-edge", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
                .filter(path -> !path.isEmpty()).map(Path::of).filter(Files::isExecutable).findFirst();
    }

    private static Path freshDirectory() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target/journey-data")), "run");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

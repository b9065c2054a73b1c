package cn.yizhen.bench.faults;

import cn.yizhen.bench.web.Browsing;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One of the demonstration's people, or nobody, who sends what the fuzzer makes up. */
final class Stranger {

    private static final Pattern POST = Pattern.compile("/posts/([0-9a-f-]{36})/");
    private static final String NOBODY = "";

    private final String login;
    private final Browsing browser;
    private final Set<String> posts;
    private volatile String csrf;
    private volatile String token = "";

    private Stranger(String login, String address) {
        this.login = login;
        this.browser = new Browsing(login, address);
        this.csrf = enter();
        this.posts = isNobody() ? Set.of() : POST.matcher(browser.get("/").text()).results().map(found -> found.group(1)).collect(Collectors.toUnmodifiableSet());
    }

    static Stranger named(String login, String address) {
        return new Stranger(login, address);
    }

    static Stranger nobody(String address) {
        return new Stranger(NOBODY, address);
    }

    private String enter() {
        if (!isNobody()) {
            browser.stepIn();
        }
        return browser.csrf();
    }

    /** Signed out by something that was sent: steps in again, so that the next inputs get further than the door. */
    void enterAgainIfLeft(Browsing.Answer answer) {
        if (!isNobody() && answer.text().contains("name=\"password\"") && !browser.get("/").text().contains("action=\"/logout\"")) {
            csrf = enter();
        }
    }

    void use(String issued) {
        token = issued;
    }

    boolean isNobody() {
        return login.equals(NOBODY);
    }

    String login() {
        return login;
    }

    Browsing browser() {
        return browser;
    }

    Set<String> posts() {
        return posts;
    }

    String csrf() {
        return csrf;
    }

    /** The secret of a token for this person's first post; empty where there is none. */
    String token() {
        return token;
    }
}

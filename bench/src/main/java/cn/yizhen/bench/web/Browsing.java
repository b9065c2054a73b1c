package cn.yizhen.bench.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** One person's browser: a session, the pages it opens and the records it notes. */
public final class Browsing {

    /** Half villages and communities, a quarter townships, the rest departments and leaders. */
    public static final List<String> LOGINS = List.of("cunzhishu", "wenshu", "hecun", "wuren", "shequ", "cunzhishu", "wenshu", "shequ",
            "zuzhiweiyuan", "dangzhengban", "zhenshuji", "zuzhiweiyuan", "duchashi", "caizheng", "wenlv", "zuzhigu", "shuji", "fuxianzhang");

    private static final List<String> ENTERING = List.of("cunzhishu", "wuren", "shequ", "hecun");
    private static final Pattern FIELD = Pattern.compile("<input[^>]*?name=\"(\\w+)\"[^>]*?value=\"([^\"]*)\"");
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern ENTRY = Pattern.compile("href=\"(/posts/[^\"]*/records/new\\?kind=theme-day[^\"]*)\"");
    private static final Pattern WHY = Pattern.compile("href=\"(/posts/[^\"]*/duties/[^\"]+)\"");
    private static final Pattern ACTION = Pattern.compile("<form[^>]*method=\"post\"[^>]*action=\"(/posts/[^\"]*/records)\"");

    private final String login;
    private final String base;
    private final HttpClient client;
    private final ReentrantLock mine = new ReentrantLock();
    private String why = "/";
    private Optional<String> entry = Optional.empty();

    /** What came back, as transferred and as read. */
    public record Answer(int status, int transferred, String text) {}

    public Browsing(String login, String base) {
        this.login = login;
        this.base = base;
        this.client = HttpClient.newBuilder().cookieHandler(new CookieManager()).connectTimeout(Duration.ofSeconds(20))
                .followRedirects(HttpClient.Redirect.NORMAL).executor(Executors.newVirtualThreadPerTaskExecutor()).build();
    }

    boolean enters() {
        return ENTERING.contains(login);
    }

    /** Logs in with the password; the desk it leads to is looked at for what it offers. */
    public void logIn() {
        String csrf = first(CSRF, get("/login").text()).orElseThrow();
        Answer desk = post("/login", Map.of("_csrf", csrf, "login", login, "password", Preparation.PASSWORD));
        if (desk.status() != 200 || desk.text().contains("用密码登录")) {
            throw new IllegalStateException(login + " could not log in: " + desk.status());
        }
        entry = first(ENTRY, desk.text());
        why = first(WHY, desk.text()).orElse("/");
    }

    /** One page somebody in this place opens, by how often they do. */
    Answer read(SplittableRandom random) {
        int dice = random.nextInt(100);
        String page = dice < 40 ? "/" : dice < 52 ? why : dice < 64 ? "/records" : dice < 76 ? "/matters" : dice < 90 ? "/standing"
                : dice < 95 ? "/organisation" : "/institutions";
        return get(page);
    }

    /** Where the desk offered the entry form; nowhere once this month's record is noted. */
    public Optional<String> entry() {
        return entry;
    }

    /** Opens the entry form; what is typed into it is sent by {@link #send}. */
    public Optional<Map<String, String>> form() {
        return entry.map(this::form);
    }

    public Map<String, String> form(String address) {
        String page = get(address).text();
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher field = FIELD.matcher(page);
        while (field.find()) {
            fields.putIfAbsent(field.group(1), unescaped(field.group(2)));
        }
        first(ACTION, page).ifPresent(action -> fields.put("action", action));
        fields.remove("person");
        fields.put("present", "3");
        fields.put("topic", "清理沟渠" + UUID.randomUUID().toString().substring(0, 4));
        fields.put("heeded", "yes");
        return fields;
    }

    public Answer send(Map<String, String> form) {
        Map<String, String> fields = new LinkedHashMap<>(form);
        return post(fields.remove("action"), fields);
    }

    public Answer get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
    }

    public Answer post(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Whatever a stranger's program might send. */
    public Answer send(String method, String path, Map<String, String> headers, byte[] body) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, body.length == 0 ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return send(request);
    }

    /** The token of this session, for a form made by hand; empty where none is shown. */
    public String csrf() {
        return first(CSRF, get("/login").text()).orElse("");
    }

    /** Steps in as one of the demonstration's people. */
    public void stepIn() {
        post("/demo/enter", Map.of("_csrf", csrf(), "login", login));
    }

    /** A person does one thing at a time, so a session's requests follow one another. */
    private Answer send(HttpRequest.Builder request) {
        mine.lock();
        try {
            HttpResponse<byte[]> response = client.send(request.header("Accept-Encoding", "gzip").timeout(Duration.ofSeconds(60)).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            boolean zipped = response.headers().firstValue("Content-Encoding").filter("gzip"::equals).isPresent();
            return new Answer(response.statusCode(), response.body().length, text(response.body(), zipped));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            mine.unlock();
        }
    }

    private static String text(byte[] body, boolean zipped) throws IOException {
        if (!zipped) {
            return new String(body, StandardCharsets.UTF_8);
        }
        try (var in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Optional.of(unescaped(found.group(1))) : Optional.empty();
    }

    private static String unescaped(String html) {
        return html.replace("&amp;", "&").replace("&#34;", "\"").replace("&quot;", "\"").replace("&#39;", "'").replace("&lt;", "<").replace("&gt;", ">");
    }
}

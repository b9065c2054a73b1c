package cn.yizhen.bench.faults;

import cn.yizhen.app.YizhenApplication;
import cn.yizhen.app.access.DemoEntrances;
import cn.yizhen.bench.Figures;
import cn.yizhen.bench.web.Browsing;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Sends nonsense to every address the program itself declares and every operation its description names, as every
 * role and as nobody. Each of the senders sends the same for the same seed; how they interleave is chance.
 */
final class Fuzz {

    private static final Pattern IDENTITY = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern ENTRAILS = Pattern.compile("\\n\\s+at [\\w.$]+\\(|org\\.springframework\\.|PSQLException|java\\.lang\\.|NullPointerException");
    private static final Pattern SECRET = Pattern.compile("class=\"card code wrap\">([^<]+)<");
    private static final List<String> BROWSED = List.of("/", "/records", "/matters", "/standing", "/deployments", "/papers", "/meetings", "/rooms", "/accounts", "/tokens");
    /** What takes accounts, tokens or whole modules away comes late, or most of what follows would meet closed doors. */
    private static final Pattern CLOSING = Pattern.compile("/(accounts|identities|tokens|code|filing/modules|locks|first-run|slips)(/.*)?");
    private static final int LATE = 10;
    private static final int SENDERS = 3;
    private static final int SHOWN = 40;
    /** As EveryDoorTest says who may read a village branch's record; the keeper's department and the audit among them. */
    private static final Set<String> READERS = Set.of("cunzhishu", "wenshu", "zhenshuji", "zuzhiweiyuan", "dangzhengban", "zuzhigu", "shenji");
    private static final String COMPLAINTS = "jianfu";
    static final String VILLAGE = "cunzhishu";

    /** @param probes addresses tried as every role @param leaks words read by whom they are not for, or another's post used */
    record Found(int fuzzed, int errors, int probes, int leaks) {}

    private final List<Route> routes;
    private final List<Stranger> people;
    private final List<String> identities = new ArrayList<>();
    private final Map<String, Integer> wrong = new ConcurrentHashMap<>();
    private final Set<Route> reached = ConcurrentHashMap.newKeySet();
    private final Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
    private final String mark;
    private final AtomicInteger fuzzed = new AtomicInteger();
    private final AtomicInteger errors = new AtomicInteger();
    private final AtomicInteger probes = new AtomicInteger();
    private final AtomicInteger leaks = new AtomicInteger();

    private Fuzz(List<Route> routes, List<Stranger> people, String mark) {
        this.routes = routes;
        this.people = people;
        this.mark = mark;
    }

    /** @param entry where the village {@value #VILLAGE} opens the form of a record */
    static Found run(Path data, String entry, int inputs, int seed) throws InterruptedException {
        Figures.heading("乱填每一张表、每一个上传、每一个接口，" + String.format("%,d", inputs) + " 次");
        try (var program = YizhenApplication.start(List.of("--port", "0", "--data", data.toString(), "--logging.level.root=off", "--logging.level.cn.yizhen=off",
                // one address sends all of it
                "--yizhen.access.entries-per-minute=1000000", "--yizhen.access.visits-per-minute=1000000", "--yizhen.access.reports-per-minute=1000000"))) {
            var address = "http://127.0.0.1:" + ((WebServerApplicationContext) program).getWebServer().getPort();
            var people = people(program, address);
            var mark = "记号" + UUID.randomUUID().toString().substring(24);
            plant(address, entry, mark);
            var description = new Browsing("", address).get("/api/openapi.json").text();
            giveTokens(people, Route.rights(description));
            var routes = Stream.concat(Route.ofPages(program).stream(), Route.ofApi(description).stream()).toList();
            return new Fuzz(routes, people, mark).run(inputs, seed);
        }
    }

    private Found run(int inputs, int seed) throws InterruptedException {
        collect();
        probe(new Nonsense(seed, identities));
        var senders = IntStream.range(0, SENDERS).mapToObj(i -> Thread.ofPlatform().start(() -> send(new Nonsense(seed * 31L + i, identities), inputs / SENDERS
                + (i < inputs % SENDERS ? 1 : 0)))).toList();
        for (var sender : senders) {
            sender.join();
        }
        wrong.entrySet().stream().sorted(Map.Entry.comparingByKey()).limit(SHOWN).forEach(entry -> Figures.line(entry.getKey(), "%d 次", entry.getValue()));
        Figures.line("送入", "%,d；5xx 或露出内部 %d；越界 %d（另按每个角色试了 %,d 个地址）", fuzzed.get(), errors.get(), leaks.get(), probes.get());
        Figures.line("答复", "%s；%d 个地址和接口里 %d 个至少有一次答成了 2xx", statuses.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + "xx " + entry.getValue()).collect(Collectors.joining("，")), routes.size(), reached.size());
        return new Found(fuzzed.get(), errors.get(), probes.get(), leaks.get());
    }

    /** A record and a complaint with words that only some may read. */
    private static void plant(String address, String entry, String mark) {
        var village = new Browsing(VILLAGE, address);
        village.logIn();
        var marked = new LinkedHashMap<>(village.form(entry));
        marked.put("topic", "乙" + mark);
        if (!village.send(marked).text().contains(mark)) {
            throw new IllegalStateException("the marked record was not noted");
        }
        var nobody = new Browsing("", address);
        nobody.post("/direct-line", Map.of("_csrf", nobody.csrf(), "kind", "FORM", "about", "丙" + mark));
    }

    private static List<Stranger> people(ConfigurableApplicationContext program, String address) {
        var everybody = program.getBeanProvider(DemoEntrances.class).stream().flatMap(source -> source.entrances().stream())
                .map(one -> Stranger.named(one.login(), address));
        return Stream.concat(everybody, Stream.of(Stranger.nobody(address))).toList();
    }

    /** A token with every right for everybody's first post, from the one who issues them. */
    private static void giveTokens(List<Stranger> people, List<String> rights) {
        var security = people.stream().filter(one -> one.login().equals("anquan")).findFirst().orElseThrow();
        for (var person : people) {
            person.posts().stream().sorted().findFirst().ifPresent(post -> {
                var issued = security.browser().post("/tokens", Map.of("_csrf", security.csrf(), "key", UUID.randomUUID().toString(), "purpose", "乱填接口",
                        "to", post, "right", String.join(",", rights), "until", java.time.LocalDate.now().plusDays(30).toString()));
                var secret = SECRET.matcher(issued.text());
                if (secret.find()) {
                    person.use(secret.group(1).strip());
                }
            });
        }
        Figures.line("发了令牌", "%d 个", people.stream().filter(one -> !one.token().isEmpty()).count());
    }

    private void collect() {
        for (var person : people) {
            for (var page : BROWSED) {
                IDENTITY.matcher(person.browser().get(page).text()).results().map(found -> found.group()).distinct().limit(60).forEach(identities::add);
            }
        }
    }

    /** Every address and operation as every role and as nobody; then under a post that is somebody else's. */
    private void probe(Nonsense nonsense) {
        var posts = people.stream().flatMap(person -> person.posts().stream()).distinct().sorted().toList();
        for (var person : people) {
            for (var route : routes) {
                if (route.reads()) {
                    probes.incrementAndGet();
                    look(person, route, route.api() ? asked(person, route, nonsense) : person.browser().get(nonsense.filled(route.pattern(), true)));
                }
                if (route.pattern().startsWith("/posts/{post}") && !person.isNobody()) {
                    underAnothersPost(person, route, nonsense.any(posts.stream().filter(post -> !person.posts().contains(post)).toList()), nonsense);
                }
            }
        }
    }

    private void underAnothersPost(Stranger person, Route route, String post, Nonsense nonsense) {
        probes.incrementAndGet();
        var path = nonsense.filled(route.pattern().replace("{post}", post), true);
        var answer = route.reads() ? person.browser().get(path) : form(person, route, path, Map.of("key", UUID.randomUUID().toString()));
        look(person, route, answer);
        if (answer.status() < 400) {
            leaks.incrementAndGet();
            wrong.merge("用了别人的岗位 " + person.login() + " " + route.method() + " " + route.pattern(), 1, Integer::sum);
        }
    }

    private void send(Nonsense nonsense, int inputs) {
        var early = routes.stream().filter(route -> !CLOSING.matcher(route.pattern()).matches()).toList();
        for (int i = 0; i < inputs; i++) {
            var person = nonsense.any(people);
            var route = nonsense.any(i < inputs - inputs / LATE ? early : routes);
            fuzzed.incrementAndGet();
            try {
                look(person, route, route.api() ? asked(person, route, nonsense) : filledIn(person, route, nonsense));
            } catch (UncheckedIOException unanswered) {
                errors.incrementAndGet();
                wrong.merge("没有答复 " + route.method() + " " + route.pattern(), 1, Integer::sum);
            }
        }
    }

    private Browsing.Answer filledIn(Stranger person, Route route, Nonsense nonsense) {
        var path = nonsense.filled(route.pattern(), nonsense.number(4) > 0);
        var fields = nonsense.fields(route);
        if (route.reads()) {
            return person.browser().get(path + (path.contains("?") ? "&" : "?") + Nonsense.encoded(fields));
        }
        fields.put("_csrf", person.csrf());
        return switch (nonsense.number(12)) {
            case 0 -> person.browser().send(route.method(), path, Map.of("Content-Type", "application/json", "X-CSRF-TOKEN", person.csrf()), nonsense.bytes(400));
            case 1, 2, 3 -> person.browser().send(route.method(), path, Map.of("Content-Type", "multipart/form-data; boundary=xYx"), nonsense.multipart(route, fields));
            default -> route.files().isEmpty() ? form(person, route, path, fields)
                    : person.browser().send(route.method(), path, Map.of("Content-Type", "multipart/form-data; boundary=xYx"), nonsense.multipart(route, fields));
        };
    }

    private static Browsing.Answer form(Stranger person, Route route, String path, Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        all.put("_csrf", person.csrf());
        return person.browser().send(route.method(), path, Map.of("Content-Type", "application/x-www-form-urlencoded"),
                Nonsense.encoded(all).getBytes(StandardCharsets.UTF_8));
    }

    /** As a program asks: with this person's token, or without one, or with a wrong one. */
    private static Browsing.Answer asked(Stranger person, Route route, Nonsense nonsense) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "application/json");
        if (!person.token().isEmpty()) {
            headers.put("Authorization", "Bearer " + (nonsense.number(10) > 0 ? person.token() : nonsense.header()));
        }
        route.headers().forEach(header -> headers.put(header, nonsense.header()));
        var query = Nonsense.encoded(nonsense.fields(route));
        var path = nonsense.filled(route.pattern(), true) + (query.isEmpty() ? "" : "?" + query);
        return person.browser().send(route.method(), path, headers, route.reads() ? new byte[0] : nonsense.json(route.body()));
    }

    private void look(Stranger person, Route route, Browsing.Answer answer) {
        statuses.merge(answer.status() / 100, 1, Integer::sum);
        if (answer.status() < 300) {
            reached.add(route);
        }
        if (answer.status() >= 500 || ENTRAILS.matcher(answer.text()).find()) {
            errors.incrementAndGet();
            wrong.merge(answer.status() + " " + route.method() + " " + route.pattern(), 1, Integer::sum);
        }
        if (answer.text().contains("乙" + mark) && !READERS.contains(person.login()) || answer.text().contains("丙" + mark) && !person.login().equals(COMPLAINTS)) {
            leaks.incrementAndGet();
            wrong.merge("越界 " + person.login() + " " + route.method() + " " + route.pattern(), 1, Integer::sum);
        }
        person.enterAgainIfLeft(answer);
    }
}

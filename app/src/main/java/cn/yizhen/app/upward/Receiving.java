package cn.yizhen.app.upward;

import cn.yizhen.app.access.Act;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Writing;
import cn.yizhen.app.host.ByItself;
import cn.yizhen.app.host.HostSettings;
import cn.yizhen.app.upward.PackageKey.Registered;
import cn.yizhen.app.web.Modules;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Reads the packages in the receiving folder, each once however often it arrives, and leaves the files where they
 * are. A package is taken whole or not at all; a refused one is looked at again when its file or a key changes.
 */
@Component
class Receiving implements ByItself {

    private static final Logger LOG = LoggerFactory.getLogger(Receiving.class);
    private static final long LARGEST = 64L << 20;

    private final Acts acts;
    private final ReturnStore store;
    private final UpwardSettings settings;
    private final HostSettings host;
    private final Modules modules;
    private final Ids ids;
    private final Clock clock;
    /** What was looked at under which keys; only saves reading a file again. */
    private final Map<Path, Looked> looked = new HashMap<>();

    private record Looked(long size, long modified, Map<String, String> keys) {}

    Receiving(Acts acts, ReturnStore store, UpwardSettings settings, HostSettings host, Modules modules, Ids ids, Clock clock) {
        this.acts = acts;
        this.store = store;
        this.settings = settings;
        this.host = host;
        this.modules = modules;
        this.ids = ids;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${yizhen.upward.every:PT1M}", initialDelayString = "${yizhen.upward.every:PT10S}")
    void look() {
        if (!modules.isOn("upward")) {
            return;
        }
        registerReplicas();
        var folder = settings.receive();
        if (folder != null) {
            look(folder);
        }
    }

    /** Division codes of the registered counties, in order, with the text of their key files. */
    Map<String, String> keys() {
        var folder = settings.receive();
        Map<String, String> keys = new TreeMap<>();
        if (folder == null || !Files.isDirectory(folder.resolve("keys"))) {
            return keys;
        }
        try (var files = Files.list(folder.resolve("keys"))) {
            for (var file : files.toList()) {
                var name = file.getFileName().toString();
                if (name.matches("\\d{6}\\.pub")) {
                    keys.put(name.substring(0, 6), text(file));
                }
            }
        } catch (IOException e) {
            LOG.warn("公钥目录读不出来：{}", e.getMessage());
        }
        return keys;
    }

    /** Whatever lies there: one county's key that cannot be read must not take the others' away. */
    private static String text(Path key) {
        try {
            return new String(Files.readAllBytes(key), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            LOG.warn("keys/{} 读不出来：{}", key.getFileName(), unreadable.getMessage());
            return "";
        }
    }

    /** Whether a file of that name still lies in the receiving folder. */
    boolean holds(String name) {
        var folder = settings.receive();
        return folder != null && Files.exists(folder.resolve(name));
    }

    private synchronized void look(Path folder) {
        var texts = keys();
        var reader = new PackageReader(registered(texts));
        try (var files = Files.list(folder)) {
            for (var file : files.filter(path -> path.toString().endsWith(".zip") && !Files.isDirectory(path)).sorted().toList()) {
                try {
                    look(file, reader, texts);
                } catch (IOException unreadable) {
                    // one county's file must not keep the others' from being read
                    LOG.warn("接收目录里的 {} 读不出来：{}", file.getFileName(), unreadable.getMessage());
                }
            }
        } catch (IOException e) {
            LOG.warn("接收目录 {} 读不出来：{}", folder, e.getMessage());
        }
    }

    private void look(Path file, PackageReader reader, Map<String, String> keys) throws IOException {
        try {
            var now = new Looked(Files.size(file), Files.getLastModifiedTime(file).toMillis(), keys);
            if (now.equals(looked.get(file))) {
                return;
            }
            var name = file.getFileName().toString();
            if (now.size() > LARGEST) {
                refuse(name, "large-" + now.size(), List.of(Reason.of("package-large", "文件有" + (now.size() >> 20) + "MB，报送包不会这样大。", "请报送的县核对投递的是不是报送包。")));
            } else {
                take(name, Files.readAllBytes(file), reader);
            }
            looked.put(file, now);
        } catch (NoSuchFileException moved) {
            LOG.debug("{} was moved while it was looked at", file);
        }
    }

    private void take(String name, byte[] bytes, PackageReader reader) {
        var digest = PackageKey.sm3(bytes);
        switch (reader.read(bytes)) {
            case Outcome.Refused<PackageReader.Content>(var reasons) -> refuse(name, digest, reasons);
            case Outcome.Done<PackageReader.Content>(var content) -> {
                try {
                    if (acts.perform(scope(), act("taken", name, digest, ""), writing -> take(writing, name, digest, content)) instanceof Performed.Refused(var reasons)) {
                        refuse(name, digest, reasons);
                    }
                } catch (DataIntegrityViolationException conflict) {
                    refuse(name, digest, List.of(Reason.of("package-conflict", "包里的内容与以前收下的冲突，或者存不进去。", "请同报送的县核实；没有收下任何数字，以前收到的不受影响。")));
                }
            }
        }
    }

    private Outcome<String> take(Writing writing, String name, String digest, PackageReader.Content content) {
        var dispatch = content.dispatch();
        var against = against(writing, content);
        if (!against.isEmpty()) {
            return Outcome.refused(against);
        }
        if (store.dispatch(writing.sql(), dispatch.id()).isEmpty()) {
            source(writing, dispatch.county(), dispatch.countyName(), "package");
            content.returns().stream().filter(one -> store.find(writing.sql(), one.issued().id()).isEmpty())
                    .forEach(one -> store.add(writing, one.issued(), one.rows()));
            store.add(writing, dispatch);
        }
        receipt(writing, name, digest, dispatch, List.of());
        return Outcome.done("/received");
    }

    /** A signature makes a package the county's; this asks whether it fits what the county said before. */
    private List<Reason> against(Writing writing, PackageReader.Content content) {
        List<Reason> reasons = new ArrayList<>();
        var dispatch = content.dispatch();
        if (store.dispatches(writing.sql(), dispatch.county()).stream().anyMatch(one -> one.number() == dispatch.number() && !one.equals(dispatch))
                || store.dispatch(writing.sql(), dispatch.id()).filter(one -> !one.equals(dispatch)).isPresent()) {
            reasons.add(Reason.of("package-number", "第" + dispatch.number() + "号报送包以前收过一个内容不同的。", "请同该县核实；保留的是先收到的那个。"));
        }
        var before = store.returns(writing.sql(), dispatch.county());
        for (var one : content.returns()) {
            var issued = one.issued();
            if (before.stream().anyMatch(old -> old.number() == issued.number() && !old.id().equals(issued.id())) || differs(writing, one)) {
                reasons.add(Reason.of("return-number", "第" + issued.number() + "号上报表以前收过一张不同的。", "请同该县核实；保留的是先收到的那张。"));
            }
            if (issued.supersedes() != null && before.stream().anyMatch(old -> issued.supersedes().equals(old.supersedes()) && !old.id().equals(issued.id()))) {
                reasons.add(Reason.of("return-superseded", "第" + issued.number() + "号上报表要代替的那张，已经被另一张代替。", "请同该县核实。"));
            }
        }
        return reasons;
    }

    /** Whether a return of this identity is here already, of this or another county, and says something else. */
    private boolean differs(Writing writing, PackageFormat.Whole one) {
        return store.find(writing.sql(), one.issued().id())
                .filter(old -> !old.equals(one.issued()) || !Set.copyOf(store.rows(writing.sql(), old.id())).equals(Set.copyOf(one.rows()))).isPresent();
    }

    private void refuse(String name, String digest, List<Reason> reasons) {
        var codes = reasons.stream().map(Reason::code).collect(Collectors.joining(","));
        acts.perform(scope(), act("refused", name, digest, codes), writing -> {
            receipt(writing, name, digest, null, reasons);
            return Outcome.done("/received");
        });
    }

    private void receipt(Writing writing, String name, String digest, @Nullable Dispatch dispatch, List<Reason> reasons) {
        writing.sql().sql("insert into upward_receipt (id, county, act, name, digest, source, dispatch, taken, reasons, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(ids.next(), writing.scope().county(), writing.act(), name, digest, dispatch == null ? null : dispatch.county(),
                        dispatch == null ? null : dispatch.id(), reasons.isEmpty(),
                        // what a file says of itself may hold what no text can
                        reasons.stream().map(reason -> reason.text() + reason.nextStep()).collect(Collectors.joining("\n")).replace('\0', '?'), Timestamp.from(writing.at())).update();
    }

    private void source(Writing writing, String county, String name, String route) {
        writing.sql().sql("insert into upward_source (id, county, act, source, source_name, route) values (?, ?, ?, ?, ?, ?) on conflict (county, source, route) do nothing")
                .params(ids.next(), writing.scope().county(), writing.act(), county, name, route).update();
    }

    /** Rows that arrive by replication are seen once their county is named here. */
    private void registerReplicas() {
        settings.replicas().forEach((county, name) -> acts.perform(scope(),
                new Act(key("replica:" + county), "upward.replica-registered", null, null, null, Map.of("source", county)), writing -> {
                    source(writing, county, name, "replica");
                    return Outcome.done("/received");
                }));
    }

    private static Map<String, Optional<Registered>> registered(Map<String, String> texts) {
        Map<String, Optional<Registered>> keys = new TreeMap<>();
        texts.forEach((county, text) -> keys.put(county, registered(text)));
        return keys;
    }

    private static Optional<Registered> registered(String text) {
        try {
            return Optional.of(Registered.read(text));
        } catch (GeneralSecurityException | IllegalArgumentException noKey) {
            return Optional.empty();
        }
    }

    private Scope scope() {
        return Scope.system(host.county(), "接收上报", AsOf.on(LocalDate.now(clock)));
    }

    private static Act act(String what, String name, String digest, String why) {
        return new Act(key(what + ":" + name + ":" + digest + ":" + why), "upward." + what, null, null, null, Map.of("file", name, "sm3", digest));
    }

    /** The same finding about the same file is one act, however often it is looked at. */
    private static UUID key(String what) {
        return UUID.nameUUIDFromBytes(("upward:" + what).getBytes(StandardCharsets.UTF_8));
    }
}

package cn.yizhen.app.upward;

import cn.yizhen.app.access.Act;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.app.access.Writing;
import cn.yizhen.app.host.ByItself;
import cn.yizhen.app.host.HostSettings;
import cn.yizhen.app.web.Modules;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The county's daily word: once a day, with whatever was issued since, and whenever the office asks. It is signed into
 * a package where a key can be read, and put into the drop folder; what did not get there is tried again.
 */
@Component
class Dispatches implements ByItself {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatches.class);

    private final Acts acts;
    private final Transactions transactions;
    private final ReturnStore store;
    private final UpwardSettings settings;
    private final HostSettings host;
    private final Modules modules;
    private final Ids ids;
    private final Clock clock;

    Dispatches(Acts acts, Transactions transactions, ReturnStore store, UpwardSettings settings, HostSettings host, Modules modules, Ids ids, Clock clock) {
        this.acts = acts;
        this.transactions = transactions;
        this.store = store;
        this.settings = settings;
        this.host = host;
        this.modules = modules;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A daily word with its package.
     *
     * @param file      name of the package, empty where none could be signed
     * @param digest    SM3 of it
     * @param delivered the folder it lies in, or empty
     */
    record Sent(Dispatch dispatch, String file, String digest, String delivered) {}

    /** The newest first. */
    List<Sent> sent(Scope scope) {
        return transactions.reading(scope, sql -> store.dispatches(sql, scope.county()).stream()
                .map(dispatch -> sql.sql("""
                        select p.name, p.digest, coalesce((select d.folder from upward_delivery d where d.package = p.dispatch order by d.id desc limit 1), '')
                        from upward_package p where p.dispatch = ?
                        """).param(dispatch.id()).query((row, _) -> new Sent(dispatch, row.getString(1), row.getString(2), row.getString(3))).optional()
                        .orElse(new Sent(dispatch, "", "", "")))
                .toList());
    }

    /** The package of a daily word, byte for byte as it was signed. */
    Optional<byte[]> content(Scope scope, UUID dispatch) {
        return transactions.reading(scope, sql -> sql.sql("select content from upward_package where dispatch = ?").param(dispatch).query(byte[].class).optional());
    }

    /** What keeps packages from being signed or put down; empty where nothing does. */
    List<Reason> faults() {
        List<Reason> reasons = new ArrayList<>();
        if (key() instanceof Outcome.Refused<PackageKey>(var why)) {
            reasons.addAll(why);
        }
        if (settings.drop() != null && !Files.isDirectory(settings.drop())) {
            reasons.add(folder(settings.drop()));
        }
        return reasons;
    }

    boolean leavesByItself() {
        return settings.leaves();
    }

    boolean hasFolder() {
        return settings.drop() != null;
    }

    /** Where the public key lies that the level above registers. */
    Path publicKey() {
        return PackageKey.publicBeside(keyFile());
    }

    @Scheduled(fixedDelayString = "${yizhen.upward.every:PT1M}", initialDelayString = "${yizhen.upward.every:PT20S}")
    void daily() {
        if (!settings.leaves() || !modules.isOn("upward")) {
            return;
        }
        var today = LocalDate.now(clock);
        var scope = Scope.system(host.county(), "每日报送", AsOf.on(today));
        boolean said = transactions.reading(scope, sql -> store.dispatches(sql, scope.county())).stream().anyMatch(one -> !one.day().isBefore(today));
        if (!said && !LocalTime.now(clock).isBefore(settings.at())) {
            // the same day under the same key: two programs, or a restart, say it once
            var key = UUID.nameUUIDFromBytes(("upward:" + host.county() + ":" + today).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            send(scope, key);
        }
        deliver(scope);
    }

    /** Makes the day's word with every return that has not left yet. */
    Performed send(Scope scope, UUID key) {
        var act = new Act(key, "upward.dispatched", scope.isSystem() ? null : scope.post().post(), null, null, Map.of("day", scope.asOf().on().toString()));
        return acts.perform(scope, act, this::send);
    }

    private Outcome<String> send(Writing writing) {
        String county = writing.scope().county();
        writing.sql().sql("select pg_advisory_xact_lock(hashtext(?))").param("upward:" + county).query((_, _) -> 1).single();
        List<Dispatch> before = store.dispatches(writing.sql(), county);
        Set<UUID> left = new HashSet<>();
        before.forEach(one -> left.addAll(one.returns()));
        List<UUID> returns = store.returns(writing.sql(), county).reversed().stream().map(IssuedReturn::id).filter(id -> !left.contains(id)).toList();
        var dispatch = new Dispatch(ids.next(), county, writing.act(), host.countyName(), before.isEmpty() ? 1 : before.getFirst().number() + 1,
                writing.scope().asOf().on(), returns);
        store.add(writing, dispatch);
        sign(writing, dispatch);
        return Outcome.done("/returns");
    }

    private void sign(Writing writing, Dispatch dispatch) {
        if (!(key() instanceof Outcome.Done<PackageKey>(var key))) {
            return;
        }
        var returns = dispatch.returns().stream().flatMap(id -> store.find(writing.sql(), id).stream())
                .map(one -> new PackageFormat.Whole(one, store.rows(writing.sql(), one.id()))).toList();
        var content = PackageWriter.write(dispatch, returns, key);
        writing.sql().sql("insert into upward_package (dispatch, county, act, name, digest, content) values (?, ?, ?, ?, ?, ?)")
                .params(dispatch.id(), dispatch.county(), writing.act(), dispatch.fileName(), PackageKey.sm3(content), content).update();
    }

    /** Signs what could not be signed before, and puts down what does not lie in the folder yet. */
    void deliver(Scope scope) {
        Path drop = settings.drop();
        for (Sent one : sent(scope).reversed()) {
            if (one.file().isEmpty() && key() instanceof Outcome.Done<PackageKey>) {
                acts.perform(scope, act(scope, "upward.signed", one.dispatch()), writing -> {
                    sign(writing, one.dispatch());
                    return Outcome.done("/returns");
                });
            }
            if (drop != null && one.delivered().isEmpty()) {
                deliver(scope, one.dispatch(), drop);
            }
        }
    }

    private void deliver(Scope scope, Dispatch dispatch, Path drop) {
        content(scope, dispatch.id()).ifPresent(content -> {
            try {
                put(drop, dispatch.fileName(), content);
            } catch (IOException e) {
                LOG.warn("报送包 {} 没有放进 {}：{}。一分钟后再试。", dispatch.fileName(), drop, e.getMessage());
                return;
            }
            acts.perform(scope, act(scope, "upward.delivered", dispatch), writing -> {
                writing.sql().sql("insert into upward_delivery (id, county, act, package, folder, at) values (?, ?, ?, ?, ?, ?)")
                        .params(ids.next(), scope.county(), writing.act(), dispatch.id(), drop.toString(), Timestamp.from(writing.at())).update();
                return Outcome.done("/returns");
            });
        });
    }

    /** Whoever fetches from the folder sees a whole file or none. */
    private static void put(Path drop, String name, byte[] content) throws IOException {
        var part = drop.resolve("." + name + ".part");
        Files.write(part, content);
        Files.move(part, drop.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Act act(Scope scope, String kind, Dispatch dispatch) {
        return new Act(ids.next(), kind, scope.isSystem() ? null : scope.post().post(), null, null, Map.of("package", dispatch.fileName()));
    }

    private Outcome<PackageKey> key() {
        return PackageKey.at(keyFile(), settings.key() == null, settings.signature());
    }

    private Path keyFile() {
        @Nullable Path given = settings.key();
        return given != null ? given : host.data().toAbsolutePath().normalize().resolve("secrets").resolve("upward.key");
    }

    private static Reason folder(Path drop) {
        return Reason.of("drop-folder", "投递目录 " + drop + " 不在，或者不能写。", "请系统管理员核对 yizhen.upward.drop；包已经存在平台里，目录好了会自动补投，也可以从下面下载。");
    }
}

package cn.yizhen.app.institution;

import cn.yizhen.app.access.Act;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.app.access.Writing;
import cn.yizhen.app.host.CannotStart;
import cn.yizhen.app.host.HostSettings;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.institution.Catalogue;
import cn.yizhen.rules.institution.PastChanges;
import cn.yizhen.rules.institution.reading.CatalogueReader;
import cn.yizhen.rules.institution.reading.Reading;
import cn.yizhen.rules.institution.reading.SourceFile;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Keeps every version of the catalogue that was ever loaded, with its digest and text, so that an answer of
 * long ago can be explained. A version that rewrites the past without saying so keeps the program from
 * starting.
 */
@Component
@Order(0)
class CatalogueVersions implements SmartInitializingSingleton {

    private final HostSettings settings;
    private final ShippedCatalogue shipped;
    private final Transactions transactions;
    private final Acts acts;
    private final DaysOfUse uses;
    private final Ids ids;
    private final Clock clock;

    CatalogueVersions(HostSettings settings, ShippedCatalogue shipped, Transactions transactions, Acts acts,
            DaysOfUse uses, Ids ids, Clock clock) {
        this.settings = settings;
        this.shipped = shipped;
        this.transactions = transactions;
        this.acts = acts;
        this.uses = uses;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var scope = Scope.system(settings.county(), "载入制度目录", AsOf.on(LocalDate.now(clock)));
        if (!newestDigest(scope).equals(shipped.digest())) {
            // read whole before anything of it is kept
            refuseRewrittenPast(stored(scope), shipped.catalogue());
            once(scope, "catalogue:" + newestDigest(scope) + ":" + shipped.digest(), "catalogue.loaded", this::store);
        }
        if (settings.demo()) {
            once(scope, "demo:institutions-in-use", "institution.in-use", this::useAllFromNewYear);
        }
    }

    private String newestDigest(Scope scope) {
        return transactions.reading(scope, sql -> sql.sql("select digest from catalogue_version order by id desc limit 1")
                .query(String.class).optional().orElse(""));
    }

    private List<SourceFile> stored(Scope scope) {
        return transactions.reading(scope, sql -> sql.sql("""
                select path, text from catalogue_file
                where version = (select id from catalogue_version order by id desc limit 1)
                """)
                .query((row, number) -> new SourceFile(row.getString(1), row.getString(2).getBytes(StandardCharsets.UTF_8)))
                .list());
    }

    private void refuseRewrittenPast(List<SourceFile> before, Catalogue carried) {
        if (CatalogueReader.read(before) instanceof Reading.Read<Catalogue>(var old)) {
            var reasons = PastChanges.undeclared(old, carried, LocalDate.now(clock));
            if (!reasons.isEmpty()) {
                throw new CannotStart(reasons.stream().map(Reason::text).collect(Collectors.joining("；\n")),
                        reasons.getFirst().nextStep());
            }
        }
    }

    private void store(Writing writing) {
        var version = ids.next();
        writing.sql().sql("insert into catalogue_version (id, county, act, digest) values (?, ?, ?, ?)")
                .params(version, writing.scope().county(), writing.act(), shipped.digest()).update();
        for (var file : shipped.files()) {
            writing.sql().sql("insert into catalogue_file (id, county, act, version, path, text) values (?, ?, ?, ?, ?, ?)")
                    .params(ids.next(), writing.scope().county(), writing.act(), version, file.path(),
                            new String(file.bytes(), StandardCharsets.UTF_8))
                    .update();
        }
    }

    /** A demonstration shows a year; in spring that is the year before. */
    private void useAllFromNewYear(Writing writing) {
        var today = LocalDate.now(clock);
        var newYear = LocalDate.of(today.getMonthValue() > 3 ? today.getYear() : today.getYear() - 1, 1, 1);
        shipped.catalogue().institutions().forEach(institution -> uses.add(writing, institution.id(), newYear));
    }

    private void once(Scope scope, String key, String kind, Consumer<Writing> work) {
        var id = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
        var act = new Act(id, kind, null, null, null, Map.of("catalogue", shipped.catalogue().digest()));
        var performed = acts.perform(scope, act, writing -> {
            work.accept(writing);
            return Outcome.done("/institutions");
        });
        if (!(performed instanceof Performed.Done)) {
            throw new IllegalStateException("the catalogue could not be stored: " + performed);
        }
    }
}

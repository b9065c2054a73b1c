package cn.yizhen.app.matter;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Sm3;
import cn.yizhen.app.access.Writing;
import cn.yizhen.app.institution.Institutions;
import cn.yizhen.rules.institution.Catalogue;
import cn.yizhen.rules.institution.Institution;
import cn.yizhen.rules.institution.LocalValue;
import cn.yizhen.rules.institution.Overlay;
import cn.yizhen.rules.institution.Parameter;
import cn.yizhen.rules.institution.Procedure;
import cn.yizhen.rules.institution.reading.CatalogueReader;
import cn.yizhen.rules.institution.reading.Reading;
import cn.yizhen.rules.institution.reading.SourceFile;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Procedures by version: the one in force for new matters, and the text each open matter was opened under. */
@Component
class Procedures {

    private final Map<String, Institution> byDigest = new ConcurrentHashMap<>();
    private final Institutions institutions;

    Procedures(Institutions institutions) {
        this.institutions = institutions;
    }

    /**
     * A procedure as new matters are opened under it.
     *
     * @param values the county's own values of its clocks
     * @param digest tells one version from another
     */
    record Version(Institution institution, List<LocalValue> values, String digest) {

        Procedure procedure() {
            return Procedures.procedure(institution);
        }
    }

    /** The version new matters are opened under. */
    Version current(Scope scope, MatterKind kind) {
        var rulebook = institutions.rulebook(scope);
        var institution = rulebook.catalogue().institutions().stream()
                .filter(one -> one.id().equals(kind.institution())).findFirst()
                .orElseThrow(() -> new IllegalStateException("the catalogue has no " + kind.institution()));
        var values = rulebook.clockValues(institution);
        return new Version(institution, values, values.isEmpty() ? institution.digest()
                : HexFormat.of().formatHex(Sm3.digest((institution.digest() + spelt(values)).getBytes(StandardCharsets.UTF_8))));
    }

    /** Keeps the text and the values a matter is opened under; once for each version. */
    void keep(Writing writing, Version version) {
        writing.sql().sql("insert into matter_procedure (digest, county, act, path, content, local_values) values (?, ?, ?, ?, ?, ?) on conflict do nothing")
                .params(version.digest(), writing.scope().county(), writing.act(), path(version.institution()),
                        version.institution().text(), spelt(version.values())).update();
    }

    Procedure version(JdbcClient sql, String digest) {
        return procedure(byDigest.computeIfAbsent(digest, wanted -> sql
                .sql("select path, content, local_values from matter_procedure where digest = ?").param(wanted)
                .query((row, _) -> read(row.getString(1), row.getString(2).getBytes(StandardCharsets.UTF_8), values(row.getString(3)))).single()));
    }

    /** One value a line, its parts apart by tabs, which no part can hold. */
    private static String spelt(List<LocalValue> values) {
        return values.stream().map(value -> Stream.of(value.rule(), value.parameter().name(), value.from(), value.value(),
                        value.paper(), value.adoptedBy(), value.adoptedOn())
                .map(part -> part.toString().replaceAll("\\s", " ")).collect(Collectors.joining("\t"))).collect(Collectors.joining("\n"));
    }

    private static List<LocalValue> values(String text) {
        return text.lines().map(line -> line.split("\t", -1)).map(part -> new LocalValue(part[0], Parameter.valueOf(part[1]),
                LocalDate.parse(part[2]), part[3], part[4], part[5], LocalDate.parse(part[6]))).toList();
    }

    static Procedure procedure(Institution institution) {
        return institution.procedure().orElseThrow(() -> new IllegalStateException(institution.title() + " has no procedure"));
    }

    private static Institution read(String path, byte[] bytes, List<LocalValue> values) {
        return switch (CatalogueReader.read(List.of(new SourceFile(path, bytes)))) {
            case Reading.Read<Catalogue>(var catalogue) -> Overlay.over(catalogue, values).catalogue().institutions().getFirst();
            case Reading.Faulty<Catalogue>(var faults) -> throw new IllegalStateException(faults.toString());
        };
    }

    private static String path(Institution institution) {
        return institution.pillar().folder() + "/" + institution.id().value() + ".yaml";
    }
}

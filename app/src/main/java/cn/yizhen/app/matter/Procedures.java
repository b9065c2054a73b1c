package cn.yizhen.app.matter;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Writing;
import cn.yizhen.app.institution.Institutions;
import cn.yizhen.rules.institution.Catalogue;
import cn.yizhen.rules.institution.Institution;
import cn.yizhen.rules.institution.Procedure;
import cn.yizhen.rules.institution.reading.CatalogueReader;
import cn.yizhen.rules.institution.reading.Reading;
import cn.yizhen.rules.institution.reading.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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

    /** The version new matters are opened under. */
    Institution current(Scope scope, MatterKind kind) {
        return institutions.rulebook(scope).catalogue().institutions().stream()
                .filter(institution -> institution.id().equals(kind.institution())).findFirst()
                .orElseThrow(() -> new IllegalStateException("the catalogue has no " + kind.institution()));
    }

    /** Keeps the text a matter is opened under; once for each version. */
    void keep(Writing writing, Institution institution) {
        writing.sql().sql("insert into matter_procedure (digest, county, act, path, content) values (?, ?, ?, ?, ?) on conflict do nothing")
                .params(institution.digest(), writing.scope().county(), writing.act(), path(institution), institution.text()).update();
    }

    Procedure version(JdbcClient sql, String digest) {
        return procedure(byDigest.computeIfAbsent(digest, wanted -> sql
                .sql("select path, content from matter_procedure where digest = ?").param(wanted)
                .query((row, _) -> read(row.getString(1), row.getString(2).getBytes(StandardCharsets.UTF_8))).single()));
    }

    static Procedure procedure(Institution institution) {
        return institution.procedure().orElseThrow(() -> new IllegalStateException(institution.title() + " has no procedure"));
    }

    private static Institution read(String path, byte[] bytes) {
        return switch (CatalogueReader.read(List.of(new SourceFile(path, bytes)))) {
            case Reading.Read<Catalogue>(var catalogue) -> catalogue.institutions().getFirst();
            case Reading.Faulty<Catalogue>(var faults) -> throw new IllegalStateException(faults.toString());
        };
    }

    private static String path(Institution institution) {
        return institution.pillar().folder() + "/" + institution.id().value() + ".yaml";
    }
}

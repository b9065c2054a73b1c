package cn.yizhen.app.record;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.institution.Institutions;
import cn.yizhen.rules.institution.Catalogue;
import cn.yizhen.rules.institution.RecordKind;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The kinds of record this county's institutions know. */
@Component
class Catalogues {

    private final Institutions institutions;

    Catalogues(Institutions institutions) {
        this.institutions = institutions;
    }

    Catalogue of(Scope scope) {
        return institutions.rulebook(scope).catalogue();
    }

    /** What records of each kind are called, asked once for many records; a bare name where no file declares it any more. */
    UnaryOperator<String> titles(Scope scope) {
        Map<String, String> titles = of(scope).recordKinds()
                .collect(Collectors.toMap(RecordKind::kind, RecordKind::title, (first, _) -> first));
        return kind -> titles.getOrDefault(kind, kind);
    }

    /** The kind of that name; under its bare name where no file declares it any more. */
    RecordKind kind(Scope scope, String kind) {
        return of(scope).recordKinds().filter(k -> k.kind().equals(kind)).findFirst()
                .orElseGet(() -> new RecordKind(kind, kind, RecordKind.Shape.ACTIVITY));
    }
}

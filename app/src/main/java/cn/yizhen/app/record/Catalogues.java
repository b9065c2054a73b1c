package cn.yizhen.app.record;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.institution.Institutions;
import cn.yizhen.rules.institution.Catalogue;
import cn.yizhen.rules.institution.RecordKind;
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

    /** The kind of that name; under its bare name where no file declares it any more. */
    RecordKind kind(Scope scope, String kind) {
        return of(scope).recordKinds().filter(k -> k.kind().equals(kind)).findFirst()
                .orElseGet(() -> new RecordKind(kind, kind, RecordKind.Shape.ACTIVITY));
    }
}

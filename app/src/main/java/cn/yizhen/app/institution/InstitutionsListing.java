package cn.yizhen.app.institution;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.document.Column;
import cn.yizhen.app.document.Row;
import cn.yizhen.app.listing.Listed;
import cn.yizhen.app.listing.Listing;
import cn.yizhen.rules.calendar.Days;
import cn.yizhen.rules.institution.DatedValue;
import cn.yizhen.rules.institution.Institution;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 制度 to take along, pillar by pillar. */
@Component
class InstitutionsListing implements Listing {

    private static final List<Column> COLUMNS = List.of(Column.of("类别", 3), Column.of("制度", 4), Column.of("要求什么", 9), Column.of("本县启用", 2).centred(),
            Column.of("待核的数", 1.5).centred(), Column.of("来源", 2).centred());

    private final Institutions institutions;

    InstitutionsListing(Institutions institutions) {
        this.institutions = institutions;
    }

    @Override
    public String name() {
        return "institutions";
    }

    @Override
    public Listed of(Scope scope, Map<String, String> asked) {
        var rulebook = institutions.rulebook(scope);
        return new Listed("制度清单", "截至" + Days.full(scope.asOf().on()), COLUMNS, rulebook.catalogue().institutions().stream()
                .sorted(Comparator.comparing(Institution::pillar)).map(one -> row(rulebook, one)).toList());
    }

    private static Row row(Rulebook rulebook, Institution one) {
        long open = DatedValue.of(one).stream().filter(value -> value.newest().source().status().toBeConfirmed()).count();
        return Row.of(one.pillar().chinese(), one.title(), one.summary(), rulebook.inUseSince(one.id()).map(Object::toString).orElse("尚未启用"),
                open == 0 ? "" : String.valueOf(open), rulebook.adoptionOf(one.id()).isPresent() ? "本县办法" : "上级制度");
    }
}

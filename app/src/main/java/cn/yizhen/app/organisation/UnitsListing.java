package cn.yizhen.app.organisation;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.document.Column;
import cn.yizhen.app.document.Row;
import cn.yizhen.app.listing.Listed;
import cn.yizhen.app.listing.Listing;
import cn.yizhen.rules.calendar.Days;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Units found by their words today to take along; who sits in them is not in it. */
@Component
class UnitsListing implements Listing {

    private static final List<Column> COLUMNS = List.of(Column.of("名称", 7), Column.of("简称", 4), Column.of("类别", 3), Column.of("编码", 3));

    private final Organisations organisations;
    private final UnitViews views;

    UnitsListing(Organisations organisations, UnitViews views) {
        this.organisations = organisations;
        this.views = views;
    }

    @Override
    public String name() {
        return "units";
    }

    @Override
    public Listed of(Scope scope, Map<String, String> asked) {
        var words = asked.getOrDefault("q", "").strip();
        var point = OrganisationPage.point(scope, asked.getOrDefault("on", ""), asked.getOrDefault("known", ""));
        return new Listed("含有“" + words + "”的单位", "截至" + Days.full(point.on()), COLUMNS, views.search(organisations.asOf(scope, point), words).stream()
                .map(unit -> Row.of(unit.name(), unit.shortName(), unit.kind().chinese(), unit.code())).toList());
    }
}

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

/** 机构变动 to take along. */
@Component
class ChangesListing implements Listing {

    private static final List<Column> COLUMNS = List.of(Column.of("自哪一天", 2).centred(), Column.of("变动", 7), Column.of("依据", 5), Column.of("更正的原因", 4));

    private final Organisations organisations;

    ChangesListing(Organisations organisations) {
        this.organisations = organisations;
    }

    @Override
    public String name() {
        return "organisation-changes";
    }

    @Override
    public Listed of(Scope scope, Map<String, String> asked) {
        return new Listed("机构变动清单", "截至" + Days.full(scope.asOf().on()), COLUMNS, organisations.changes(scope).stream()
                .map(change -> Row.of(change.day().toString(), change.title(), change.paper(), change.reason())).toList());
    }
}

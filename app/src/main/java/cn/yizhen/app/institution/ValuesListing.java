package cn.yizhen.app.institution;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.document.Column;
import cn.yizhen.app.document.Row;
import cn.yizhen.app.listing.Listed;
import cn.yizhen.app.listing.Listing;
import cn.yizhen.rules.calendar.Days;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** 待核对的数 to take along, for whoever keeps institutions. */
@Component
class ValuesListing implements Listing {

    private static final List<Column> COLUMNS = List.of(Column.of("制度", 4), Column.of("规定", 4), Column.of("数", 6), Column.of("依据", 6), Column.of("核对于", 2).centred(),
            Column.of("情况", 2).centred());

    private final Institutions institutions;

    ValuesListing(Institutions institutions) {
        this.institutions = institutions;
    }

    @Override
    public String name() {
        return "values";
    }

    @Override
    public Listed of(Scope scope, Map<String, String> asked) {
        LocalPages.keeperOnly(scope);
        return new Listed("待核对的数", "截至" + Days.full(scope.asOf().on()), COLUMNS,
                ValueQueue.of(institutions.rulebook(scope).catalogue(), scope.asOf().on()).stream().map(ValuesListing::row).toList());
    }

    private static Row row(ValueQueue.Waiting one) {
        return Row.of(one.first().institution().title(), one.first().title(),
                one.values().stream().map(value -> value.parameter().chinese() + "：" + Wording.value(value.newest().value())).collect(Collectors.joining("；")),
                one.source().cited(), one.source().checkedOn().toString(), one.stale() ? "一年没有核对" : one.source().status().chinese());
    }
}

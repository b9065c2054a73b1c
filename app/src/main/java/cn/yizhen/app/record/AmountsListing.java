package cn.yizhen.app.record;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.document.Column;
import cn.yizhen.app.document.Row;
import cn.yizhen.app.listing.Listed;
import cn.yizhen.app.listing.Listing;
import cn.yizhen.rules.calendar.Days;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The county's amounts of 三重一大 to take along. */
@Component
class AmountsListing implements Listing {

    private static final List<Column> COLUMNS = List.of(Column.of("类别", 4), Column.of("额度", 3), Column.of("从哪天起", 2).centred(), Column.of("依据", 6), Column.of("采用", 2).centred());

    private final DecisionAmounts amounts;

    AmountsListing(DecisionAmounts amounts) {
        this.amounts = amounts;
    }

    @Override
    public String name() {
        return "amounts";
    }

    @Override
    public Listed of(Scope scope, Map<String, String> asked) {
        return new Listed("“三重一大”的额度", "截至" + Days.full(scope.asOf().on()), COLUMNS, amounts.all(scope).stream()
                .map(amount -> Row.of(amount.category().chinese(), amount.chinese(), amount.from().toString(), amount.paper(), amount.adoptedOn().toString())).toList());
    }
}

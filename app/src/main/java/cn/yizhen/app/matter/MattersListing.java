package cn.yizhen.app.matter;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.document.Column;
import cn.yizhen.app.document.Row;
import cn.yizhen.app.listing.Listed;
import cn.yizhen.app.listing.Listing;
import cn.yizhen.rules.calendar.Days;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 事项 to take along. */
@Component
class MattersListing implements Listing {

    private static final List<Column> COLUMNS = List.of(Column.of("编号", 3), Column.of("事项", 8), Column.of("种类", 2), Column.of("办理单位", 3),
            Column.of("办到哪一步", 2), Column.of("最迟", 2).centred(), Column.of("现在由谁", 3));

    private final MatterList matters;

    MattersListing(MatterList matters) {
        this.matters = matters;
    }

    @Override
    public String name() {
        return "matters";
    }

    @Override
    public Listed of(Scope scope, Map<String, String> asked) {
        return new Listed("事项清单", "截至" + Days.full(scope.asOf().on()), COLUMNS, matters.rows(scope).stream()
                .map(row -> Row.of(row.number(), row.title(), row.kind(), row.lead(), row.stage(), row.due() == null ? "" : row.due().toString(), row.awaits())).toList());
    }
}

package cn.yizhen.app.institution;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.document.Column;
import cn.yizhen.app.document.Row;
import cn.yizhen.app.listing.Listed;
import cn.yizhen.app.listing.Listing;
import cn.yizhen.rules.calendar.Days;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 本县办法 to take along, for whoever keeps institutions. */
@Component
class LocalListing implements Listing {

    private static final List<Column> COLUMNS = List.of(Column.of("办法", 6), Column.of("进度", 4), Column.of("凭什么", 6), Column.of("最近一稿", 2).centred());

    private final LocalKeeping keeping;

    LocalListing(LocalKeeping keeping) {
        this.keeping = keeping;
    }

    @Override
    public String name() {
        return "local-institutions";
    }

    @Override
    public Listed of(Scope scope, Map<String, String> asked) {
        LocalPages.keeperOnly(scope);
        return new Listed("本县办法清单", "截至" + Days.full(scope.asOf().on()), COLUMNS, keeping.all(scope).entrySet().stream().map(entry -> Row.of(
                entry.getKey().title(),
                entry.getValue().map(adopted -> Days.full(adopted.from()) + "起施行" + (adopted.version().equals(entry.getKey().id()) ? "" : "，另有新稿未采用")).orElse("草稿"),
                entry.getValue().map(Adoption::told).orElse(""), entry.getKey().savedOn().toString())).toList());
    }
}

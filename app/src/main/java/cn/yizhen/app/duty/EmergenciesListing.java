package cn.yizhen.app.duty;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.document.Column;
import cn.yizhen.app.document.Row;
import cn.yizhen.app.listing.Listed;
import cn.yizhen.app.listing.Listing;
import cn.yizhen.rules.calendar.Days;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** 应急期 to take along. */
@Component
class EmergenciesListing implements Listing {

    private static final List<Column> COLUMNS = List.of(Column.of("文件", 5), Column.of("范围", 5), Column.of("从", 2).centred(), Column.of("到（含）", 2).centred(),
            Column.of("不计入的应办", 7));

    private final EmergencyPages emergencies;

    EmergenciesListing(EmergencyPages emergencies) {
        this.emergencies = emergencies;
    }

    @Override
    public String name() {
        return "emergencies";
    }

    @Override
    public Listed of(Scope scope, Map<String, String> asked) {
        return new Listed("应急期清单", "截至" + Days.full(scope.asOf().on()), COLUMNS, emergencies.lines(scope).stream().map(line -> Row.of(line.paper(), line.area(),
                line.from().toString(), Objects.toString(line.lastDay(), "尚未结束"),
                line.out().entrySet().stream().map(out -> out.getKey() + out.getValue() + "项").collect(Collectors.joining("；")))).toList());
    }
}

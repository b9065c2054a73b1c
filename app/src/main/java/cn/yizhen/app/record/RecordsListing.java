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

/** 记录 to take along: what happened where and when; nobody's name, and not what counted for it. */
@Component
class RecordsListing implements Listing {

    private static final List<Column> COLUMNS = List.of(Column.of("编号", 2), Column.of("日期", 2).centred(), Column.of("单位", 3), Column.of("记录", 3),
            Column.of("议题", 7), Column.of("说明", 2));

    private final RecordController records;

    RecordsListing(RecordController records) {
        this.records = records;
    }

    @Override
    public String name() {
        return "records";
    }

    @Override
    public Listed of(Scope scope, Map<String, String> asked) {
        var find = asked.getOrDefault("find", "").strip();
        return new Listed("记录清单", "截至" + Days.full(scope.asOf().on()) + (find.isEmpty() ? "" : "，含有“" + find + "”的"), COLUMNS, records.lines(scope, find).stream()
                .map(line -> Row.of(line.record().numberLabel().strip(), line.record().content().day().toString(), line.unit(), line.title(),
                        line.record().content().topic(), line.record().reason() == null ? "" : "已更正")).toList());
    }
}

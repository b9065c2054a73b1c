package cn.yizhen.app.meeting;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.document.Column;
import cn.yizhen.app.document.Row;
import cn.yizhen.app.listing.Listed;
import cn.yizhen.app.listing.Listing;
import cn.yizhen.rules.calendar.Days;
import cn.yizhen.rules.meeting.Distance;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 里程表 to take along. */
@Component
class DistancesListing implements Listing {

    private static final List<Column> COLUMNS = List.of(Column.of("单位", 4), Column.of("到县城（公里）", 2).centred(), Column.of("到县城（分钟）", 2).centred(),
            Column.of("到乡镇（公里）", 2).centred(), Column.of("到乡镇（分钟）", 2).centred());

    private final DistancePages distances;

    DistancesListing(DistancePages distances) {
        this.distances = distances;
    }

    @Override
    public String name() {
        return "distances";
    }

    @Override
    public Listed of(Scope scope, Map<String, String> asked) {
        return new Listed("里程表", "截至" + Days.full(scope.asOf().on()) + "，单程", COLUMNS, distances.lines(scope).stream().map(line -> Row.of(line.unit().shortName(),
                kilometres(line.county()), minutes(line.county()), kilometres(line.township()), minutes(line.township()))).toList());
    }

    private static String kilometres(@Nullable Distance distance) {
        return distance == null ? "" : String.valueOf(distance.kilometres());
    }

    private static String minutes(@Nullable Distance distance) {
        return distance == null ? "" : String.valueOf(distance.minutes());
    }
}

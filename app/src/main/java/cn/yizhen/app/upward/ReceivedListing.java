package cn.yizhen.app.upward;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.document.Column;
import cn.yizhen.app.document.Row;
import cn.yizhen.app.listing.Listed;
import cn.yizhen.app.listing.Listing;
import cn.yizhen.rules.calendar.Days;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** 下级上报 of a quarter to take along: totals by duty and period; counts only, no county beside another. */
@Component
class ReceivedListing implements Listing {

    private static final List<Column> COLUMNS = List.of(Column.of("应办", 4), Column.of("制度", 4), Column.of("期间", 2), Column.of("报的县", 1.2).centred(),
            Column.of("应办件数", 1.5).centred(), Column.of("已记录", 1.2).centred(), Column.of("期后补办", 1.5).centred(), Column.of("同意免办", 1.5).centred(),
            Column.of("期内", 1.2).centred(), Column.of("未见记录", 1.5).centred(), Column.of("不计入", 1.2).centred());

    private final Received received;

    ReceivedListing(Received received) {
        this.received = received;
    }

    @Override
    public String name() {
        return "received";
    }

    @Override
    public Listed of(Scope scope, Map<String, String> asked) {
        if (!received.receives()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var quarter = UpwardPages.read(asked.getOrDefault("quarter", ""));
        return new Listed(quarter.label() + "下级上报", "截至" + Days.full(scope.asOf().on()) + "。未见记录不等于未开展", COLUMNS,
                received.duties(scope, quarter.from(), null).stream().flatMap(duty -> duty.periods().stream().map(period -> row(duty, period))).toList());
    }

    private static Row row(Received.OfDuty duty, Received.InPeriod one) {
        var tally = one.total();
        return Row.of(duty.title(), duty.institution(), one.period().label(), String.valueOf(one.counties().size()), String.valueOf(tally.expected()),
                String.valueOf(tally.met()), String.valueOf(tally.metLate()), String.valueOf(tally.exempt()), String.valueOf(tally.open()),
                String.valueOf(tally.notSeen()), String.valueOf(tally.countedOut()));
    }
}

package cn.yizhen.app.meeting;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.document.Column;
import cn.yizhen.app.document.Row;
import cn.yizhen.app.listing.Listed;
import cn.yizhen.app.listing.Listing;
import cn.yizhen.rules.calendar.Days;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 会议 to take along: those to come and those of the last half-year; nobody who was asked or present. */
@Component
class MeetingsListing implements Listing {

    private static final List<Column> COLUMNS = List.of(Column.of("日期", 2).centred(), Column.of("时间", 1.5).centred(), Column.of("会议", 7),
            Column.of("召集单位", 3), Column.of("地点", 4), Column.of("进度", 2));

    private final MeetingPages meetings;

    MeetingsListing(MeetingPages meetings) {
        this.meetings = meetings;
    }

    @Override
    public String name() {
        return "meetings";
    }

    @Override
    public Listed of(Scope scope, Map<String, String> asked) {
        return new Listed("会议清单", "截至" + Days.full(scope.asOf().on()) + "，近半年和要开的", COLUMNS, meetings.rows(scope).stream().map(row -> Row.of(
                row.meeting().plan().day().toString(), row.meeting().plan().start().toString(), row.meeting().plan().title(), row.host(),
                row.meeting().plan().place(), row.meeting().stage())).toList());
    }
}

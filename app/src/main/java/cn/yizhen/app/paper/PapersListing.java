package cn.yizhen.app.paper;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.document.Column;
import cn.yizhen.app.document.Row;
import cn.yizhen.app.listing.Listed;
import cn.yizhen.app.listing.Listing;
import cn.yizhen.rules.calendar.Days;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 发文登记 of a year to take along. */
@Component
class PapersListing implements Listing {

    private static final List<Column> COLUMNS = List.of(Column.of("文号", 3), Column.of("标题", 8), Column.of("文种", 2).centred(), Column.of("成文日期", 2).centred(),
            Column.of("字数", 1.2).centred(), Column.of("超过上年的说明", 4));

    private final Papers papers;

    PapersListing(Papers papers) {
        this.papers = papers;
    }

    @Override
    public String name() {
        return "papers";
    }

    @Override
    public Listed of(Scope scope, Map<String, String> asked) {
        var typed = asked.getOrDefault("year", "");
        int year = typed.matches("20\\d\\d") ? Integer.parseInt(typed) : papers.today().getYear();
        return new Listed(year + "年发文登记", "截至" + Days.full(papers.today()), COLUMNS, papers.register(scope, year).stream()
                .map(line -> Row.of(line.number(), line.title(), line.kind().chinese(), line.date().toString(), String.valueOf(line.characters()),
                        line.explanation())).toList());
    }
}

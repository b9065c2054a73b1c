package cn.yizhen.app.overview.charges;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.document.Column;
import cn.yizhen.app.document.Row;
import cn.yizhen.app.listing.Listed;
import cn.yizhen.app.listing.Listing;
import cn.yizhen.rules.calendar.Days;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 空白与交叉 to take along, as far as they are the asker's to settle. */
@Component
class QuestionsListing implements Listing {

    private static final List<Column> COLUMNS = List.of(Column.of("情况", 2).centred(), Column.of("事项或单位", 4), Column.of("现在写的是", 7), Column.of("由哪里定", 2));

    private final ResponsibilityPages tables;

    QuestionsListing(ResponsibilityPages tables) {
        this.tables = tables;
    }

    @Override
    public String name() {
        return "charge-questions";
    }

    @Override
    public Listed of(Scope scope, Map<String, String> asked) {
        return new Listed("分工空白与交叉", "截至" + Days.full(scope.asOf().on()), COLUMNS, tables.questions(scope).stream()
                .map(question -> Row.of(question.kind(), question.subject(), question.named(), question.place())).toList());
    }
}

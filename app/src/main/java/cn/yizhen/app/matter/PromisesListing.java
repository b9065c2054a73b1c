package cn.yizhen.app.matter;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.document.Column;
import cn.yizhen.app.document.Row;
import cn.yizhen.app.listing.Listed;
import cn.yizhen.app.listing.Listing;
import cn.yizhen.rules.calendar.Days;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** 对下承诺 to take along. */
@Component
class PromisesListing implements Listing {

    private static final List<Column> COLUMNS = List.of(Column.of("谁答应的", 3), Column.of("答应了谁", 3), Column.of("原话", 7), Column.of("哪天", 2).centred(),
            Column.of("答应哪天办到", 2).centred(), Column.of("已等天数", 1.5).centred(), Column.of("答复", 6));

    private final PromisePages promises;

    PromisesListing(PromisePages promises) {
        this.promises = promises;
    }

    @Override
    public String name() {
        return "promises";
    }

    @Override
    public Listed of(Scope scope, Map<String, String> asked) {
        return new Listed("对下承诺清单", "截至" + Days.full(scope.asOf().on()), COLUMNS, promises.lines(scope).stream().map(line -> Row.of(
                line.by() + line.promise().title(), line.to(), line.promise().words(), line.promise().madeOn().toString(),
                Objects.toString(line.promise().until(), ""), Long.toString(line.days()), answer(line.promise()))).toList());
    }

    private static String answer(Promise promise) {
        var answer = promise.answer();
        return answer == null ? "" : (answer.kept() ? "已办到：" : "没有办到：") + answer.words() + "（" + answer.day() + "）";
    }
}

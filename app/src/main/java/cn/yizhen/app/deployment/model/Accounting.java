package cn.yizhen.app.deployment.model;

import cn.yizhen.directives.Reading;
import java.util.EnumMap;
import java.util.Map;

/**
 * Where every sentence of the document went. A sentence with several rows counts under the heaviest, so that
 * the parts add up to the whole.
 *
 * @param sentences all sentences
 * @param handled   how many under each handling
 * @param open      sentences that ask for something and stand in no row (未处理)
 * @param outside   rows the platform does not carry
 */
public record Accounting(int sentences, Map<Handling, Integer> handled, int open, int outside) {

    public static Accounting of(Draft draft) {
        var handled = new EnumMap<Handling, Integer>(Handling.class);
        int open = 0;
        for (var line : draft.lines()) {
            var heaviest = draft.in(line).stream().map(Row::handling).min(Enum::compareTo);
            if (heaviest.isEmpty() && line.reading() == Reading.DIRECTIVES) {
                open++;
            } else {
                handled.merge(heaviest.orElse(Handling.NOTED), 1, Integer::sum);
            }
        }
        int outside = (int) draft.rows().stream().filter(row -> row.outside() != null).count();
        return new Accounting(draft.lines().size(), Map.copyOf(handled), open, outside);
    }

    public int of(Handling handling) {
        return handled.getOrDefault(handling, 0);
    }

    /** 全文 N 句：立项 a／常态 b／控制 c／阅知 d／未处理 0 */
    @Override
    public String toString() {
        return "全文 %d 句：立项 %d／常态 %d／控制 %d／阅知 %d／未处理 %d".formatted(sentences,
                of(Handling.PROJECT), of(Handling.CONTINUING), of(Handling.LIMIT), of(Handling.NOTED), open);
    }
}

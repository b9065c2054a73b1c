package cn.yizhen.app.record;

import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.app.record.model.NotedRecord;
import cn.yizhen.rules.organisation.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Finds records by words in topic, place or unit (查找登记), among those the asker may read: the database looks in the
 * asker's scope, and what it found is read under the row policies once more.
 */
@Component
class RecordSearch {

    /** As many as one looks through; who sees that many narrows the words down. */
    static final int MOST = 100;

    private static final int LONGEST = 40;
    private static final int WORDS = 5;

    private final Transactions transactions;
    private final Organisations organisations;

    RecordSearch(Transactions transactions, Organisations organisations) {
        this.transactions = transactions;
        this.organisations = organisations;
    }

    /** The newest first, at most {@link #MOST}; none where nothing was typed. */
    List<NotedRecord> of(Scope scope, String typed) {
        var words = words(typed);
        if (words.length == 0) {
            return List.of();
        }
        var units = organisations.asOf(scope).units().stream().filter(unit -> Arrays.stream(words).anyMatch(name(unit)::contains)).toList();
        return transactions.reading(scope, sql -> RecordRows.standing(sql, scope, """
                 and not r.withdrawn and r.id in (select record from search_records(:words, :ids, :names, :most))
                order by r.day desc, r.id desc
                """)
                .param("words", words)
                .param("ids", units.stream().map(unit -> unit.id().value()).toArray(UUID[]::new))
                .param("names", units.stream().map(RecordSearch::name).toArray(String[]::new)).param("most", MOST)
                .query((row, _) -> RecordRows.bare(row)).list());
    }

    private static String[] words(String typed) {
        int end = typed.offsetByCodePoints(0, Math.min(LONGEST, typed.codePointCount(0, typed.length())));
        return Arrays.stream(typed.substring(0, end).replace('\0', ' ').split("[\\s\\p{Z}]+"))
                .filter(word -> !word.isEmpty()).limit(WORDS).toArray(String[]::new);
    }

    private static String name(Unit unit) {
        return unit.name() + " " + unit.shortName();
    }
}

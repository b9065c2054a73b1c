package cn.yizhen.app.record;

import cn.yizhen.app.access.Act;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.record.model.NotedRecord;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A unit says that what was noted for it is not right; who noted it answers, or corrects. */
@Component
class Disputes {

    private static final int LONGEST = 140;

    private final Acts acts;
    private final RecordRows rows;
    private final Clock clock;

    Disputes(Acts acts, RecordRows rows, Clock clock) {
        this.acts = acts;
        this.rows = rows;
        this.clock = clock;
    }

    Performed raise(Scope scope, UUID key, NotedRecord record, String words) {
        return say(scope, new Act(key, "record.disputed", scope.post().post(), null, null,
                Map.of("record", record.subject().toString())), record, words, null);
    }

    Performed answer(Scope scope, UUID key, NotedRecord record, UUID dispute, String words) {
        return say(scope, new Act(key, "record.dispute-answered", scope.post().post(), null, null,
                Map.of("record", record.subject().toString(), "dispute", dispute.toString())), record, words, dispute);
    }

    private Performed say(Scope scope, Act act, NotedRecord record, String words, @Nullable UUID answers) {
        return acts.perform(scope, act, writing -> {
            if (words.isBlank() || words.length() > LONGEST) {
                return Outcome.refused(Reason.of("dispute-words", words.isBlank() ? "没有写哪里不对。" : "超过 " + LONGEST + " 个字。", "写一句话。"));
            }
            boolean answered = answers != null && writing.sql().sql("select count(*) from record_dispute where answers = ?")
                    .param(answers).query(Long.class).single() > 0;
            if (answered) {
                return Outcome.refused(Reason.of("dispute-answered", "这条异议已经答复过。", "请看原来的答复；还有不同意见的，再提一条。"));
            }
            writing.sql().sql("""
                    insert into record_dispute (id, county, act, subject, unit, words, noted_on, noted_by, answers)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                    .params(rows.newId(), scope.county(), writing.act(), record.subject(), record.content().unit().value(),
                            words.strip(), LocalDate.now(clock), scope.person() == null ? null : scope.person().value(), answers)
                    .update();
            return Outcome.done(Noting.address(record.subject()));
        });
    }
}

package cn.yizhen.app.overview.summary;

import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Writing;
import cn.yizhen.rules.AsOf;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Judgements, text blocks, 签批 and issues of summaries; all are only ever added to. */
@Component
class SummaryStore {

    private final Ids ids;
    private final Clock clock;

    SummaryStore(Ids ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The newest judgement of each matter in a period, known to the act. Looking back into a period, those noted by the
     * day; of one that is over all of them, because it is judged after its end.
     */
    Map<UUID, Judgement> judgements(JdbcClient sql, SummaryPeriod period, AsOf point) {
        var found = new HashMap<UUID, Judgement>();
        sql.sql("""
                select j.* from summary_judgement j left join act_order o on o.act = j.act
                where j.period = :period and (:over or j.noted_on <= :on) and (:all or o.number <= :known) order by j.id
                """)
                .param("period", period.key()).param("on", point.on()).param("over", !point.on().isBefore(period.days().lastDay()))
                .param("all", point.known() == AsOf.LATEST).param("known", point.known())
                .query((row, _) -> found.put(row.getObject("matter", UUID.class), judgement(row))).list();
        return found;
    }

    void judge(Writing writing, SummaryPeriod period, UUID matter, Judgement.Kind kind, String ground) {
        writing.sql().sql("""
                insert into summary_judgement (id, county, act, period, matter, judgement, ground, by_name, by_post, noted_on, supersedes)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (select id from summary_judgement where period = ? and matter = ? order by id desc limit 1))
                """)
                .params(ids.next(), writing.scope().county(), writing.act(), period.key(), matter, kind.name(), ground, writing.scope().name(),
                        writing.scope().post().post().value(), LocalDate.now(clock), period.key(), matter)
                .update();
    }

    /** Words changed by hand, known to the act; a block put back to what the program proposes is not among them. */
    Map<Block, String> texts(JdbcClient sql, SummaryPeriod period, Form form, AsOf point) {
        var found = new EnumMap<Block, String>(Block.class);
        sql.sql("""
                select t.block, t.words from summary_text t left join act_order o on o.act = t.act
                where t.period = :period and t.form = :form and (:all or o.number <= :known) order by t.id
                """)
                .param("period", period.key()).param("form", form.name()).param("all", point.known() == AsOf.LATEST).param("known", point.known())
                .query((row, _) -> found.put(Block.valueOf(row.getString(1)), row.getString(2))).list();
        found.values().removeIf(String::isBlank);
        return found;
    }

    void write(Writing writing, SummaryPeriod period, Form form, Block block, String words) {
        writing.sql().sql("insert into summary_text (id, county, act, period, form, block, words, by_name, noted_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(ids.next(), writing.scope().county(), writing.act(), period.key(), form.name(), block.name(), words, writing.scope().name(),
                        LocalDate.now(clock))
                .update();
    }

    /** The newest first; one is current while no judgement and no block was changed after it. */
    List<SignOff> signOffs(JdbcClient sql, SummaryPeriod period, Form form) {
        return sql.sql("""
                select s.leader, s.signed_on, s.words, s.by_name,
                       not exists (select from summary_judgement j where j.period = s.period and j.id > s.id)
                       and not exists (select from summary_text t where t.period = s.period and t.form = s.form and t.id > s.id) as current, o.number
                from summary_sign_off s left join act_order o on o.act = s.act where s.period = ? and s.form = ? order by s.id desc
                """).params(period.key(), form.name())
                .query((row, _) -> new SignOff(row.getString(1), row.getObject(2, LocalDate.class), row.getString(3), row.getString(4), row.getBoolean(5),
                        row.getObject(6, Long.class))).list();
    }

    void signOff(Writing writing, SummaryPeriod period, Form form, String leader, LocalDate on, String words) {
        writing.sql().sql("""
                insert into summary_sign_off (id, county, act, period, form, leader, signed_on, words, by_name, noted_on)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(ids.next(), writing.scope().county(), writing.act(), period.key(), form.name(), leader, on, words, writing.scope().name(),
                        LocalDate.now(clock))
                .update();
    }

    List<UUID> issues(JdbcClient sql, SummaryPeriod period) {
        return sql.sql("select paper from summary_issue where period = ? order by id desc").param(period.key()).query(UUID.class).list();
    }

    void issued(Writing writing, SummaryPeriod period, Form form, UUID paper) {
        writing.sql().sql("insert into summary_issue (id, county, act, period, form, paper) values (?, ?, ?, ?, ?, ?)")
                .params(ids.next(), writing.scope().county(), writing.act(), period.key(), form.name(), paper).update();
    }

    private static Judgement judgement(ResultSet row) throws SQLException {
        return new Judgement(Judgement.Kind.valueOf(row.getString("judgement")), row.getString("ground"), row.getString("by_name"),
                row.getObject("noted_on", LocalDate.class));
    }
}

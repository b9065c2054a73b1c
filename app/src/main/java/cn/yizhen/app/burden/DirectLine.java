package cn.yizhen.app.burden;

import cn.yizhen.app.access.Act;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.AnonymousWriting;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Sm3;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.app.host.ByItself;
import cn.yizhen.app.host.HostSettings;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** 减负直通车: takes complaints from nobody in particular, and lets the desk answer them. */
@Component
public class DirectLine implements ByItself {

    static final int LONGEST = 1000;
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int RECEIPT = 8;
    private static final String SELECT = """
            select c.id, c.day, c.kind, c.about, c.of_the_desk, a.act, a.day as answered, a.answer
            from complaint c left join complaint_answer a on a.complaint = c.id
              and not exists (select from complaint_answer later where later.supersedes = a.id)
            """;

    private final Transactions transactions;
    private final AnonymousWriting anonymously;
    private final Acts acts;
    private final Ids ids;
    private final HostSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    DirectLine(Transactions transactions, AnonymousWriting anonymously, Acts acts, Ids ids, HostSettings settings, Clock clock) {
        this.transactions = transactions;
        this.anonymously = anonymously;
        this.acts = acts;
        this.ids = ids;
        this.settings = settings;
        this.clock = clock;
    }

    /** Takes a complaint and answers with a receipt, by which its writer alone can look for the answer. */
    Outcome<String> take(Complaint.@Nullable Kind kind, String about, boolean ofTheDesk) {
        var reasons = new ArrayList<Reason>();
        if (kind == null) {
            reasons.add(Reason.of("kind-missing", "没有选是哪一类要求。", "请选一项，拿不准就选「其他」。"));
        }
        if (about.isBlank()) {
            reasons.add(Reason.of("about-missing", "还没有写内容。", "一句话就行：谁提的什么要求，重在哪里。"));
        } else if (about.length() > LONGEST) {
            reasons.add(Reason.of("about-long", "超过 " + LONGEST + " 字。", "请删短一些，只写最要紧的。"));
        }
        if (!reasons.isEmpty()) {
            return Outcome.refused(reasons);
        }
        var receipt = receipt();
        anonymously.write(outside("收件"), sql -> sql
                .sql("insert into complaint (id, county, day, kind, about, of_the_desk, receipt) values (?, ?, ?, ?, ?, ?, ?)")
                .params(UUID.randomUUID(), settings.county(), today(), kind.name(), about.strip(), ofTheDesk, digest(receipt))
                .update());
        return Outcome.done(receipt);
    }

    /** What became of the complaint with this receipt. */
    Optional<Complaint> byReceipt(String receipt) {
        return transactions.reading(outside("查询答复"), sql -> sql.sql(SELECT + " where c.receipt = ?")
                .param(digest(receipt)).query((row, number) -> complaint(row)).optional());
    }

    /** Everything the scope's desk may read: waiting first, then newest days. */
    List<Complaint> forDesk(Scope scope) {
        return transactions.reading(scope, sql -> sql.sql(SELECT + " order by a.act is not null, c.day desc, c.id")
                .query((row, number) -> complaint(row)).list());
    }

    Performed answer(Scope scope, UUID key, UUID complaint, @Nullable UUID basedOn, String answer) {
        var act = Act.change(key, "complaint.answered", scope.post().post(), complaint, basedOn, Map.of("complaint", complaint.toString()));
        return acts.perform(scope, act, writing -> {
            if (answer.isBlank()) {
                return Outcome.refused(Reason.of("answer-missing", "还没有写答复。", "请写明怎么处理、什么时候见效。"));
            }
            writing.sql().sql("""
                    insert into complaint_answer (id, county, act, complaint, day, answer, supersedes)
                    values (?, ?, ?, ?, ?, ?, (select a.id from complaint_answer a where a.complaint = ?
                      and not exists (select from complaint_answer later where later.supersedes = a.id)))""")
                    .params(ids.next(), scope.county(), writing.act(), complaint, today(), answer.strip(), complaint).update();
            return Outcome.done("/complaints");
        });
    }

    /**
     * Writes the complaints of past days anew in random order and in one transaction, so that neither
     * their place in the table nor their transaction tells when within the day they came.
     */
    @Scheduled(cron = "0 20 0 * * *", zone = "Asia/Shanghai")
    public void mixPastDays() {
        anonymously.write(outside("打乱次序"), sql -> sql.sql("""
                with past as (delete from complaint where day < ? returning *)
                insert into complaint select * from past order by random()
                """).param(today()).update());
    }

    private Scope outside(String purpose) {
        return Scope.system(settings.county(), "减负直通车" + purpose, AsOf.on(today()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private String receipt() {
        var receipt = new StringBuilder(RECEIPT);
        for (var i = 0; i < RECEIPT; i++) {
            receipt.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return receipt.toString();
    }

    private static byte[] digest(String receipt) {
        return Sm3.digest(receipt.strip().toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }

    private static Complaint complaint(ResultSet row) throws SQLException {
        var act = row.getObject("act", UUID.class);
        var answer = act == null ? null
                : new Complaint.Answer(act, row.getObject("answered", LocalDate.class), row.getString("answer"));
        return new Complaint(row.getObject("id", UUID.class), row.getObject("day", LocalDate.class),
                Complaint.Kind.valueOf(row.getString("kind")), row.getString("about"), row.getBoolean("of_the_desk"), answer);
    }
}

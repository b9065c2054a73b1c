package cn.yizhen.app.deployment;

import cn.yizhen.app.access.Act;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.app.deployment.Deployments.IssuedLine;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What issued tables propose to the keeper of institutions: 总量控制 as limits, recurring rows as duties. A proposal
 * asks nothing of anybody; taking it up means writing or changing an institution, which is done there and noted here.
 */
@Component
public class Proposals {

    private static final int LONGEST = 200;

    private final Deployments deployments;
    private final Transactions transactions;
    private final Acts acts;
    private final Ids ids;

    Proposals(Deployments deployments, Transactions transactions, Acts acts, Ids ids) {
        this.deployments = deployments;
        this.transactions = transactions;
        this.acts = acts;
        this.ids = ids;
    }

    /** What a row would become. */
    public enum Kind {
        LIMIT("建议的限额"),
        DUTY("建议的周期事项");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        private String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What the keeper said.
     *
     * @param adopted taken up into an institution; otherwise not taken up
     * @param words   which institution, or why not
     */
    public record Answer(boolean adopted, String words, String by, LocalDate on) {}

    /** @param answer null while nobody answered it */
    public record Proposal(Kind kind, IssuedLine line, @Nullable Answer answer, @Nullable UUID latest) {}

    /** The proposals of the tables issued in a year, in the order of the tables; ended rows propose nothing. */
    public List<Proposal> of(Scope scope, Kind kind, int year) {
        var lines = kind == Kind.LIMIT ? deployments.proposedLimits(scope, year) : deployments.proposedDuties(scope, year);
        return transactions.reading(scope, sql -> {
            var answers = answers(sql, kind);
            return lines.stream().filter(line -> !line.ended()).map(line -> {
                var answer = answers.get(line.row());
                return new Proposal(kind, line, answer == null ? null : answer.answer(), answer == null ? null : answer.act());
            }).toList();
        });
    }

    /**
     * Notes what became of a proposal; a later answer supersedes.
     *
     * @param basedOn the act of the answer the keeper saw, or null
     */
    public Performed answer(Scope scope, UUID key, UUID row, Kind kind, boolean adopted, String words, @Nullable UUID basedOn, LocalDate today) {
        var act = Act.change(key, "proposal.answered", scope.post().post(), subject(row, kind), basedOn, Map.of("row", row.toString(), "adopted", adopted));
        return acts.perform(scope, act, writing -> {
            var reason = against(scope, adopted, words);
            if (reason.isPresent()) {
                return Outcome.refused(reason.get());
            }
            writing.sql().sql("""
                    insert into deployment_proposal_answer (id, county, act, row_id, kind, adopted, words, by_name, noted_on)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """).params(ids.next(), scope.county(), writing.act(), row, kind.code(), adopted, words.strip(), scope.name(), today).update();
            return Outcome.done("/deployments/proposals");
        });
    }

    private static Optional<Reason> against(Scope scope, boolean adopted, String words) {
        if (!scope.has(Permission.KEEP_INSTITUTIONS)) {
            return Optional.of(Reason.of("proposal-not-yours", "建议由维护制度的岗位答复。", "有意见请告诉制度维护人。"));
        }
        int length = words.strip().codePointCount(0, words.strip().length());
        return length > 0 && length <= LONGEST ? Optional.empty() : Optional.of(Reason.of("proposal-words",
                length > LONGEST ? "超过 " + LONGEST + " 字。" : adopted ? "没有写列入哪项制度。" : "没有写不采纳的理由。",
                adopted ? "请写制度名称和文件。" : "请用一句话写明理由。"));
    }

    private record Noted(Answer answer, UUID act) {}

    private static Map<UUID, Noted> answers(JdbcClient sql, Kind kind) {
        var answers = new HashMap<UUID, Noted>();
        sql.sql("select * from deployment_proposal_answer where kind = ? order by id").param(kind.code())
                .query((ResultSet row) -> {
                    answers.put(row.getObject("row_id", UUID.class), noted(row));
                });
        return answers;
    }

    private static Noted noted(ResultSet row) throws SQLException {
        return new Noted(new Answer(row.getBoolean("adopted"), row.getString("words"), row.getString("by_name"), row.getObject("noted_on", LocalDate.class)),
                row.getObject("act", UUID.class));
    }

    /** A row can be proposed as both; each is answered by itself. */
    private static UUID subject(UUID row, Kind kind) {
        return UUID.nameUUIDFromBytes((row + kind.code()).getBytes(StandardCharsets.UTF_8));
    }
}

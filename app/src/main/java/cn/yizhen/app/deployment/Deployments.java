package cn.yizhen.app.deployment;

import cn.yizhen.app.access.HeldPost;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.app.deployment.model.Handling;
import cn.yizhen.app.deployment.model.Row;
import cn.yizhen.app.deployment.storage.Notice;
import cn.yizhen.app.deployment.storage.SharedRow;
import cn.yizhen.app.deployment.storage.SharedRows;
import cn.yizhen.rules.organisation.UnitId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What other modules may ask about deployments; every answer is for whoever the scope says. */
@Component
public class Deployments {

    private static final int NEWS_FOR_DAYS = 14;

    private final Transactions transactions;
    private final SharedRows shared;

    Deployments(Transactions transactions, SharedRows shared) {
        this.transactions = transactions;
        this.shared = shared;
    }

    /**
     * Rows of a document on which a unit of the asker may still object. Nobody has to answer.
     *
     * @param rows     how many concern the asker's units
     * @param answerBy last day
     */
    public record Consultation(UUID deployment, String title, int rows, LocalDate answerBy, String href) {}

    /** An issued or adjusted table in which a unit of the asker stands, for information. */
    public record News(UUID deployment, String title, @Nullable String paper, LocalDate day, boolean adjusted, String href) {}

    /**
     * A line of an issued table.
     *
     * @param row     identity, the same as a matter's origin
     * @param number  master number
     * @param paper   文号
     * @param wording as issued
     * @param cadence 每季度 and the like, or null
     */
    public record IssuedLine(UUID row, String number, String paper, String document, String section, String wording,
            @Nullable UnitId lead, String leadName, String supporting, @Nullable String cadence, @Nullable LocalDate due) {}

    /** Consultations that run today in which a unit of the asker's posts stands. */
    public List<Consultation> consultations(Scope scope) {
        var today = scope.asOf().on();
        return transactions.reading(scope, sql -> {
            var mine = shared.concerning(sql, units(scope));
            return shared.notices(sql).stream()
                    .filter(notice -> notice.asksOn(today) && count(mine, notice) > 0)
                    .map(notice -> new Consultation(notice.deployment(), notice.title(), count(mine, notice),
                            Optional.ofNullable(notice.answerBy()).orElse(today), href(notice)))
                    .toList();
        });
    }

    /** Tables issued or adjusted in the last two weeks that name a unit of the asker's posts. */
    public List<News> news(Scope scope) {
        var since = scope.asOf().on().minusDays(NEWS_FOR_DAYS);
        return transactions.reading(scope, sql -> {
            var mine = shared.concerning(sql, units(scope));
            return shared.notices(sql).stream()
                    .filter(notice -> notice.kind() == Notice.Kind.ISSUED || notice.kind() == Notice.Kind.ADJUSTED)
                    .filter(notice -> !notice.day().isBefore(since) && count(mine, notice) > 0)
                    .map(notice -> new News(notice.deployment(), notice.title(), notice.paper(), notice.day(),
                            notice.kind() == Notice.Kind.ADJUSTED, href(notice)))
                    .toList();
        });
    }

    /** 常态推进 lines of a year: part of the responsibility table, nothing on any desk. */
    public List<IssuedLine> standing(Scope scope, int year) {
        return lines(scope, year, row -> row.handling() == Handling.CONTINUING && row.outside() == null);
    }

    /** 总量控制 lines of a year, proposed as limits. */
    public List<IssuedLine> proposedLimits(Scope scope, int year) {
        return lines(scope, year, row -> row.handling() == Handling.LIMIT && row.outside() == null);
    }

    /** Recurring lines of a year, proposed as duties; nothing recurs before somebody adopts one. */
    public List<IssuedLine> proposedDuties(Scope scope, int year) {
        return lines(scope, year, row -> row.carried() && row.cadence() != null);
    }

    private List<IssuedLine> lines(Scope scope, int year, Predicate<Row> which) {
        return transactions.reading(scope, sql -> shared.issues(sql).stream()
                .filter(issue -> issue.day().getYear() == year)
                .flatMap(issue -> shared.of(sql, issue.deployment()).stream()
                        .filter(row -> row.issued() && which.test(row.row()))
                        .map(row -> line(issue, row)))
                .toList());
    }

    private static IssuedLine line(Notice issue, SharedRow shared) {
        var row = shared.row();
        var cadence = row.cadence();
        var lead = row.assignment().lead();
        return new IssuedLine(row.id().value(), row.number(), String.valueOf(issue.paper()), issue.title(), shared.section(),
                row.wording(), lead == null ? null : lead.unit(), lead == null ? "" : lead.name(), row.assignment().supportingNames(), cadence == null ? null : cadence.label(), row.due().day());
    }

    private static List<UnitId> units(Scope scope) {
        return scope.posts().stream().map(HeldPost::unit).distinct().toList();
    }

    private static int count(List<SharedRow> rows, Notice notice) {
        return (int) rows.stream().filter(row -> row.deployment().equals(notice.deployment())).count();
    }

    private static String href(Notice notice) {
        return "/deployments/" + notice.deployment() + "/table";
    }
}

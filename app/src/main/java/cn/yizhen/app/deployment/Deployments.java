package cn.yizhen.app.deployment;

import cn.yizhen.app.access.HeldPost;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.app.deployment.application.Counties;
import cn.yizhen.app.deployment.application.TableOfTasks;
import cn.yizhen.app.deployment.model.ChargeTables;
import cn.yizhen.app.deployment.model.Handling;
import cn.yizhen.app.deployment.model.Leader;
import cn.yizhen.app.deployment.model.Row;
import cn.yizhen.app.deployment.storage.Notice;
import cn.yizhen.app.deployment.storage.SharedRow;
import cn.yizhen.app.deployment.storage.SharedRows;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.PostId;
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
    private final Counties counties;

    Deployments(Transactions transactions, SharedRows shared, Counties counties) {
        this.transactions = transactions;
        this.shared = shared;
        this.counties = counties;
    }

    /**
     * Rows of a document on which a unit of the asker may still object. Nobody has to answer.
     *
     * @param rows     how many concern the unit
     * @param answerBy last day
     * @param post     the post it is there for
     * @param office   the unit that asks, or null
     */
    public record Consultation(UUID deployment, String title, int rows, LocalDate answerBy, String href, HeldPost post, @Nullable UnitId office) {}

    /**
     * An issued or adjusted table in which a unit of the asker stands, for information.
     *
     * @param rows how many concern the unit
     * @param post the post it is there for
     */
    public record News(UUID deployment, String title, @Nullable String paper, LocalDate day, boolean adjusted, int rows, String href,
            HeldPost post, @Nullable UnitId office) {}

    /** A table that was issued, here or before the platform kept it. */
    public record IssuedTable(UUID deployment, String title, String paper, LocalDate day, String href) {}

    /**
     * A line of an issued table as it stands on the asker's day.
     *
     * @param row        identity, the same as a matter's origin
     * @param number     master number (总号)
     * @param paper      文号
     * @param wording    as issued (任务原文)
     * @param supporting 配合单位, as printed
     * @param cadence    每季度 and the like, or null
     * @param due        last day, or null
     * @param leader     post of the county leader in charge, or null
     * @param leaderName name and title as printed (牵头领导), empty for none
     * @param deadline   时限, as printed: a day, a rhythm, 持续推进
     * @param handling   立项督办, 常态推进, 总量控制
     * @param units      every unit it asks on that day, groups resolved, the lead first
     * @param ended      ended by an adjustment; asks for nothing any more
     * @param outside    why the platform does not carry it (平台不承接), or null
     */
    public record IssuedLine(UUID row, String number, String paper, String document, String section, String wording,
            @Nullable UnitId lead, String leadName, String supporting, @Nullable String cadence, @Nullable LocalDate due,
            @Nullable PostId leader, String leaderName, String deadline, String handling, List<UnitId> units, boolean ended,
            @Nullable String outside) {}

    /** Consultations that run today in which a unit of the asker's posts stands, each once, under the first such post. */
    public List<Consultation> consultations(Scope scope) {
        var today = scope.asOf().on();
        return concerned(scope, notice -> notice.asksOn(today)).stream()
                .map(it -> new Consultation(it.notice().deployment(), it.notice().title(), it.rows(),
                        Optional.ofNullable(it.notice().answerBy()).orElse(today), href(it.notice()), it.post(), it.notice().office()))
                .toList();
    }

    /** Tables issued or adjusted in the last two weeks that name a unit of the asker's posts, each once. */
    public List<News> news(Scope scope) {
        var since = scope.asOf().on().minusDays(NEWS_FOR_DAYS);
        return concerned(scope, notice -> notice.published() && !notice.day().isBefore(since)).stream()
                .map(it -> new News(it.notice().deployment(), it.notice().title(), it.notice().paper(), it.notice().day(),
                        it.notice().kind() == Notice.Kind.ADJUSTED, it.rows(), href(it.notice()), it.post(), it.notice().office()))
                .toList();
    }

    private record Concerned(Notice notice, HeldPost post, int rows) {}

    private List<Concerned> concerned(Scope scope, Predicate<Notice> which) {
        return transactions.reading(scope, sql -> {
            var notices = shared.notices(sql).stream().filter(which).toList();
            var concerns = shared.concerns(sql, notices.stream().map(Notice::deployment).toList(), scope.posts().stream().map(HeldPost::unit).toList());
            return notices.stream().flatMap(notice -> scope.posts().stream()
                    .flatMap(post -> concerns.stream()
                            .filter(c -> c.deployment().equals(notice.deployment()) && c.unit().equals(post.unit()))
                            .map(c -> new Concerned(notice, post, c.rows())))
                    .limit(1)).toList();
        });
    }

    /** Tables issued by the asker's day, as far as was known at the asker's act, newest first. */
    public List<IssuedTable> tables(Scope scope) {
        return transactions.reading(scope, sql -> shared.issues(sql, scope.asOf()).stream()
                .map(issue -> new IssuedTable(issue.deployment(), issue.title(), String.valueOf(issue.paper()), issue.day(), href(issue)))
                .toList());
    }

    /**
     * Every line of one issued table as it stood on the asker's day and by what was known at the asker's act, in the
     * order of the table; empty where it was not issued by then. What a 督查专报 names of a row: 总号, 任务原文, 牵头领导,
     * 牵头单位, 时限.
     */
    public List<IssuedLine> lines(Scope scope, UUID deployment) {
        return lines(scope, issue -> issue.deployment().equals(deployment), _ -> true);
    }

    /** 常态推进 lines of the tables issued in a year: part of the responsibility table, nothing on any desk. */
    public List<IssuedLine> standing(Scope scope, int year) {
        return lines(scope, inYear(year), row -> row.handling() == Handling.CONTINUING && row.outside() == null);
    }

    /** 总量控制 lines of a year, proposed as limits. */
    public List<IssuedLine> proposedLimits(Scope scope, int year) {
        return lines(scope, inYear(year), row -> row.handling() == Handling.LIMIT && row.outside() == null);
    }

    /** Recurring lines of a year, proposed as duties; nothing recurs before somebody adopts one. */
    public List<IssuedLine> proposedDuties(Scope scope, int year) {
        return lines(scope, inYear(year), row -> row.carried() && row.cadence() != null);
    }

    /** The county leader over a unit on the scope's day, by name and title. */
    public Optional<String> leaderOver(Scope scope, UnitId unit) {
        return Optional.ofNullable(ChargeTables.of(counties.today(scope)).leaders().get(unit)).map(Leader::name);
    }

    private static Predicate<Notice> inYear(int year) {
        return issue -> issue.day().getYear() == year;
    }

    private List<IssuedLine> lines(Scope scope, Predicate<Notice> tables, Predicate<Row> which) {
        var county = counties.today(scope);
        return transactions.reading(scope, sql -> shared.issues(sql, scope.asOf()).stream().filter(tables)
                .flatMap(issue -> shared.of(sql, issue.deployment(), scope.asOf()).stream()
                        .filter(row -> which.test(row.row()))
                        .map(row -> line(county, issue, row)))
                .toList());
    }

    private static IssuedLine line(Organisation county, Notice issue, SharedRow shared) {
        var row = shared.row();
        var cadence = row.cadence();
        var lead = row.assignment().lead();
        var leader = row.assignment().leader();
        return new IssuedLine(row.id().value(), row.number(), String.valueOf(issue.paper()), issue.title(), shared.section(), row.wording(),
                lead == null ? null : lead.unit(), lead == null ? "" : lead.name(), row.assignment().supportingNames(),
                cadence == null ? null : cadence.label(), row.due().day(), leader == null ? null : leader.post(),
                leader == null ? "" : leader.name(), TableOfTasks.due(row), row.handling().label(),
                ChargeTables.asked(county, row.assignment()), shared.ended(), row.outside());
    }

    private static String href(Notice notice) {
        return "/deployments/" + notice.deployment() + "/table";
    }
}

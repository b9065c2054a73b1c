package cn.yizhen.app.upward;

import cn.yizhen.app.access.Act;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.app.access.Writing;
import cn.yizhen.app.institution.Institutions;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.calendar.Period;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The county's own returns: what one would say now, how that differs from the last, and issuing it under a name. */
@Component
public class Returns {

    private static final int LONGEST_REASON = 200;

    private final Acts acts;
    private final Transactions transactions;
    private final ReturnCounting counting;
    private final ReturnStore store;
    private final Institutions institutions;
    private final Ids ids;

    Returns(Acts acts, Transactions transactions, ReturnCounting counting, ReturnStore store, Institutions institutions, Ids ids) {
        this.acts = acts;
        this.transactions = transactions;
        this.counting = counting;
        this.store = store;
        this.institutions = institutions;
        this.ids = ids;
    }

    /**
     * What a return would say, beside the last one of the quarter.
     *
     * @param point    both points it is counted at; issuing counts at the same
     * @param last     the last issue, null for none
     * @param issues   all issues of the quarter, the newest first
     * @param base     newest act on the quarter's return, to be named when issuing
     */
    public record Preview(Period quarter, AsOf point, List<ReturnRow> rows, @Nullable IssuedReturn last, List<Difference> differences,
            List<Signed> issues, Optional<UUID> base) {}

    /** An issued return with who signed it. */
    public record Signed(IssuedReturn issued, String by) {}

    /** As of the scope's day, with what is known by now: the point is pinned, so that what is seen is what is issued. */
    Preview preview(Scope scope, Period quarter) {
        return transactions.reading(scope, sql -> {
            long known = sql.sql("select coalesce(max(number), 0) from act_order").query(Long.class).single();
            return preview(scope, quarter, new AsOf(scope.asOf().on(), known));
        });
    }

    Preview preview(Scope scope, Period quarter, AsOf point) {
        return transactions.reading(scope, sql -> {
            List<Signed> issues = signed(scope).stream().filter(one -> one.issued().period().equals(quarter)).toList();
            IssuedReturn last = issues.isEmpty() ? null : issues.getFirst().issued();
            List<ReturnRow> rows = counting.rows(scope.at(point), quarter);
            List<Difference> differences = last == null ? List.of() : Difference.between(store.rows(sql, last.id()), rows);
            return new Preview(quarter, point, rows, last, differences, issues, acts.latestOn(scope, subject(scope, quarter)));
        });
    }

    /** Every return of the county, the newest first. */
    List<Signed> signed(Scope scope) {
        return transactions.reading(scope, sql -> store.returns(sql, scope.county()).stream()
                .map(one -> new Signed(one, sql.sql("select by_name || '（' || by_post || '）' from upward_issuer where return_id = ?").param(one.id())
                        .query(String.class).optional().orElse("")))
                .toList());
    }

    /** A return with its rows, if it is one of the county's. */
    Optional<PackageFormat.Whole> whole(Scope scope, UUID id) {
        return transactions.reading(scope, sql -> store.find(sql, id).filter(one -> one.county().equals(scope.county()))
                .map(one -> new PackageFormat.Whole(one, store.rows(sql, one.id()))));
    }

    /**
     * Issues the return of a quarter as counted at the point.
     *
     * @param basedOn newest act on it that the issuer had seen
     * @param reason  why again; not asked for the first
     */
    Performed issue(Scope scope, UUID key, Period quarter, AsOf point, @Nullable UUID basedOn, String reason) {
        var act = Act.change(key, "return.issued", scope.post().post(), subject(scope, quarter), basedOn,
                Map.of("quarter", quarter.from().toString(), "on", point.on().toString(), "known", point.known(), "reason", reason));
        return acts.perform(scope, act, writing -> {
            List<Reason> allowed = allowed(scope, quarter, point);
            return allowed.isEmpty() ? issue(writing, preview(scope, quarter, point), reason.strip()) : Outcome.refused(allowed);
        });
    }

    private Outcome<String> issue(Writing writing, Preview preview, String reason) {
        IssuedReturn last = preview.last();
        if (preview.rows().isEmpty()) {
            return Outcome.refused(Reason.of("return-empty", preview.quarter().label() + "没有在本季度内期满的应办，没有可上报的数字。", "请选别的季度。"));
        }
        if (last != null && preview.differences().isEmpty()) {
            return Outcome.refused(Reason.of("return-same", "与第" + last.number() + "号上报表没有差别，不用再签发。", "有了新的登记或者更正以后，再来签发。"));
        }
        if (last != null && reason.isEmpty() || reason.length() > LONGEST_REASON) {
            return Outcome.refused(Reason.of("return-reason", reason.isEmpty() ? "本季度已经签发过第" + last.number() + "号，再签发要写明原因。" : "原因超过" + LONGEST_REASON + "字。",
                    "写一句话，如“补记两个支部9月的党课”。不写人名。"));
        }
        Scope scope = writing.scope();
        int number = writing.sql().sql("select coalesce(max(number), 0) + 1 from upward_return where county = ?").param(scope.county()).query(Integer.class).single();
        var issued = new IssuedReturn(ids.next(), scope.county(), writing.act(), number, preview.quarter(), preview.point(),
                institutions.rulebook(scope.at(preview.point())).catalogue().digest(), scope.asOf().on(), last == null ? null : last.id(), reason);
        store.add(writing, issued, preview.rows());
        writing.sql().sql("insert into upward_issuer (return_id, county, act, by_name, by_post) values (?, ?, ?, ?, ?)")
                .params(issued.id(), scope.county(), writing.act(), scope.name(), scope.post().label()).update();
        return Outcome.done("/returns/" + preview.quarter().from());
    }

    private static List<Reason> allowed(Scope scope, Period quarter, AsOf point) {
        if (!scope.has(Permission.SUPERVISE)) {
            return List.of(Reason.of("return-not-yours", "上报表由督查督办的岗位签发，您今天的这个岗位没有这项职责。", "请转督查室办理。"));
        }
        if (quarter.from().isAfter(scope.asOf().on())) {
            return List.of(Reason.of("return-to-come", quarter.label() + "还没有开始。", "开始以后随时可以签发；季度没有结束的，没到期的记在“期内”。"));
        }
        if (!point.on().equals(scope.asOf().on())) {
            return List.of(Reason.of("return-of-yesterday", "这一页是" + point.on() + "打开的，数字不是今天的。", "请重新打开这一页，看过今天的数字再签发。"));
        }
        return List.of();
    }

    private static UUID subject(Scope scope, Period quarter) {
        return UUID.nameUUIDFromBytes(("return:" + scope.county() + ":" + quarter.from()).getBytes(StandardCharsets.UTF_8));
    }
}

package cn.yizhen.app.matter;

import cn.yizhen.app.access.Act;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.Ids;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.app.organisation.Organisations;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.organisation.Organisation;
import cn.yizhen.rules.organisation.Unit;
import cn.yizhen.rules.organisation.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was promised downwards: noted by either side or by 督查室, ended by an answer of whoever promised. */
@Component
public class Promises {

    private static final int LONGEST = 200;
    private static final int LONGEST_TITLE = 20;

    private final Acts acts;
    private final Transactions transactions;
    private final Organisations organisations;
    private final Ids ids;

    Promises(Acts acts, Transactions transactions, Organisations organisations, Ids ids) {
        this.acts = acts;
        this.transactions = transactions;
        this.organisations = organisations;
        this.ids = ids;
    }

    /** As of both points of the scope: what was made and answered by the day and known to the act; the newest first. */
    public List<Promise> of(Scope scope) {
        AsOf point = scope.asOf();
        return transactions.reading(scope, sql -> sql.sql("""
                select p.*, a.kept, a.words as answer_words, a.day as answer_day, a.noted_by as answer_by
                from promise p left join act_order po on po.act = p.act
                left join (select a.*, ao.number from promise_answer a left join act_order ao on ao.act = a.act) a
                  on a.promise = p.id and a.day <= :on and (:all or a.number <= :known)
                where p.made_on <= :on and (:all or po.number <= :known) order by p.made_on desc, p.id desc
                """).param("on", point.on()).param("all", point.known() == AsOf.LATEST).param("known", point.known())
                .query((row, _) -> promise(row)).list());
    }

    /** The post under which the asker may answer it; empty for nobody. */
    Optional<UUID> answerer(Scope scope, Promise promise) {
        Organisation organisation = organisations.asOf(scope);
        return scope.posts().stream().filter(post -> post.permissions().contains(Permission.SUPERVISE)
                        || post.roots().stream().anyMatch(root -> organisation.reaches(root, promise.by())))
                .map(post -> post.post().value()).findFirst();
    }

    /** @param typed by, title, to, words, made, until, as they were typed */
    Performed note(Scope scope, UUID key, Map<String, String> typed) {
        var act = Act.create(key, "promise.noted", scope.post().post(), ids.next(), Map.of("to", text(typed, "to")));
        return acts.perform(scope, act, writing -> {
            List<Reason> reasons = new ArrayList<>();
            Organisation organisation = organisations.asOf(scope);
            Unit by = unit(organisation, text(typed, "by"), "谁答应的", reasons);
            Unit to = unit(organisation, text(typed, "to"), "答应了哪个单位", reasons);
            LocalDate made = day(typed, "made", reasons);
            LocalDate until = text(typed, "until").isEmpty() ? null : day(typed, "until", reasons);
            reasons.addAll(words(text(typed, "words"), text(typed, "title")));
            if (made != null && made.isAfter(scope.asOf().on())) {
                reasons.add(Reason.of("promise-to-come", "答应的日期还没有到。", "填说这句话的那一天。"));
            }
            if (made != null && until != null && until.isBefore(made)) {
                reasons.add(Reason.of("promise-until", "答应办到的日期早于答应的那一天。", "核对两个日期；没有说到哪天的，空着。"));
            }
            if (by != null && to != null) {
                reasons.addAll(between(scope, organisation, by, to));
            }
            if (by == null || to == null || made == null || !reasons.isEmpty()) {
                return Outcome.refused(reasons);
            }
            writing.sql().sql("insert into promise (id, county, act, by_unit, by_title, to_unit, words, made_on, until_day, noted_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(ids.next(), scope.county(), writing.act(), by.id().value(), text(typed, "title"), to.id().value(), text(typed, "words"), made, until,
                            scope.name()).update();
            return Outcome.done("/promises");
        });
    }

    private static List<Reason> between(Scope scope, Organisation organisation, Unit by, Unit to) {
        List<Reason> reasons = new ArrayList<>();
        if (by.id().equals(to.id()) || organisation.reaches(to.id(), by.id()) && to.parent() != null) {
            reasons.add(Reason.of("promise-upward", "这里登记的是对下的承诺，" + to.shortName() + "不在" + by.shortName() + "的下面或者同级。", "向上级答应的事，在事项里办。"));
        }
        boolean concerned = scope.has(Permission.SUPERVISE)
                || scope.roots().stream().anyMatch(root -> organisation.reaches(root, by.id()) || organisation.reaches(root, to.id()));
        if (!concerned) {
            reasons.add(Reason.of("promise-not-yours", "这件事的两边都不是您的单位。", "请答应的单位、被答应的单位或者督查室登记。"));
        }
        return reasons;
    }

    private static List<Reason> words(String words, String title) {
        List<Reason> reasons = new ArrayList<>();
        if (words.isEmpty() || words.length() > LONGEST) {
            reasons.add(Reason.of("promise-words", words.isEmpty() ? "没有写答应了什么。" : "写了" + words.length() + "字，超过" + LONGEST + "字。", "照原话写一两句。"));
        }
        if (title.length() > LONGEST_TITLE) {
            reasons.add(Reason.of("promise-title", "职务写得太长。", "只写职务，如“县长”，在" + LONGEST_TITLE + "字以内。"));
        }
        return reasons;
    }

    Performed answer(Scope scope, UUID key, UUID id, boolean kept, String words) {
        var act = Act.change(key, "promise.answered", scope.post().post(), id, acts.latestOn(scope, id).orElse(null), Map.of("kept", kept));
        return acts.perform(scope, act, writing -> {
            var found = of(scope).stream().filter(one -> one.id().equals(id)).findFirst();
            if (found.isEmpty() || answerer(scope, found.get()).isEmpty()) {
                return Outcome.refused(Reason.of("promise-not-there", "没有这件承诺，或者不由您答复。", "由答应的单位或者督查室答复。"));
            }
            if (found.get().answer() != null) {
                return Outcome.refused(Reason.of("promise-answered", "这件已经答复过。", "请看答复的内容；有新的承诺，另登记一件。"));
            }
            if (words.isBlank() || words.length() > LONGEST) {
                return Outcome.refused(Reason.of("promise-answer", words.isBlank() ? "没有写答复。" : "答复超过" + LONGEST + "字。", "办到的写结果；办不到的写原因和怎么办。"));
            }
            writing.sql().sql("insert into promise_answer (id, county, act, promise, kept, words, day, noted_by) values (?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(ids.next(), scope.county(), writing.act(), id, kept, words.strip(), scope.asOf().on(), scope.name()).update();
            return Outcome.done("/promises");
        });
    }

    private static @Nullable Unit unit(Organisation organisation, String name, String field, List<Reason> reasons) {
        List<Unit> found = organisation.units().stream().filter(unit -> unit.name().equals(name) || unit.shortName().equals(name) || unit.code().equals(name)).toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        reasons.add(found.isEmpty()
                ? Reason.of("unit-unknown", "“" + field + "”：" + (name.isEmpty() ? "没有填。" : "没有叫“" + name + "”的单位。"), "写单位的全称或者简称，如“县农业农村局”。")
                : Reason.of("unit-ambiguous", "“" + field + "”：叫“" + name + "”的有" + found.size() + "个。",
                        "写全称：" + found.stream().map(unit -> unit.name() + "（" + unit.code() + "）").collect(Collectors.joining("、")) + "；全称也相同的，写编码。"));
        return null;
    }

    private static @Nullable LocalDate day(Map<String, String> typed, String field, List<Reason> reasons) {
        try {
            return LocalDate.parse(text(typed, field));
        } catch (DateTimeParseException e) {
            reasons.add(Reason.of("not-a-day", (field.equals("made") ? "“哪天答应的”" : "“答应哪天办到”") + "不是日期。", "从日历里选一天。"));
            return null;
        }
    }

    private static String text(Map<String, String> typed, String field) {
        return typed.getOrDefault(field, "").strip();
    }

    private static Promise promise(ResultSet row) throws SQLException {
        var answered = row.getObject("answer_day", LocalDate.class);
        return new Promise(row.getObject("id", UUID.class), new UnitId(row.getObject("by_unit", UUID.class)), row.getString("by_title"),
                new UnitId(row.getObject("to_unit", UUID.class)), row.getString("words"), row.getObject("made_on", LocalDate.class),
                row.getObject("until_day", LocalDate.class), row.getString("noted_by"),
                answered == null ? null : new Promise.Answer(row.getBoolean("kept"), row.getString("answer_words"), answered, row.getString("answer_by")));
    }
}

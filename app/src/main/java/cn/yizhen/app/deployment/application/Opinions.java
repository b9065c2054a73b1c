package cn.yizhen.app.deployment.application;

import cn.yizhen.app.access.Act;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Writing;
import cn.yizhen.app.deployment.model.Assignment;
import cn.yizhen.app.deployment.model.Objection;
import cn.yizhen.app.deployment.model.Row;
import cn.yizhen.app.deployment.model.Settlement;
import cn.yizhen.app.deployment.model.Stage;
import cn.yizhen.app.deployment.storage.Journal;
import cn.yizhen.app.deployment.storage.SharedRows;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** 征求意见: a unit objects to a row, the office settles it with a reason. */
@Component
public class Opinions {

    private static final int LONGEST = 500;
    private static final String LIST_FIRST = "这一条也应由它承担的，先在草案里把它列为牵头或者配合单位，再登记意见。";

    private final Acts acts;
    private final Journal journal;
    private final SharedRows shared;

    Opinions(Acts acts, Journal journal, SharedRows shared) {
        this.acts = acts;
        this.journal = journal;
        this.shared = shared;
    }

    /** Enters an objection; the office may enter one for a unit, also after the last day, until it submits. */
    public Performed object(Scope scope, UUID key, UUID deployment, Objection objection, String next, LocalDate today) {
        var act = Act.create(key, "deployment.objected", scope.post().post(), objection.id(), Map.of("row", objection.row().toString()));
        return acts.perform(scope, act, writing -> {
            var against = against(writing, deployment, objection, today);
            if (!against.isEmpty()) {
                return Outcome.refused(against);
            }
            journal.object(writing, deployment, objection);
            return Outcome.done(next);
        });
    }

    public Performed settle(Scope scope, UUID key, UUID deployment, UUID objection, Settlement settlement, String next) {
        var basedOn = acts.latestOn(scope, objection).orElse(null);
        var act = Act.change(key, "deployment.settled", scope.post().post(), objection, basedOn, Map.of("result", settlement.result().name()));
        return acts.perform(scope, act, writing -> {
            var against = against(writing, deployment, objection, settlement);
            if (!against.isEmpty()) {
                return Outcome.refused(against);
            }
            journal.settle(writing, deployment, objection, settlement);
            return Outcome.done(next);
        });
    }

    private List<Reason> against(Writing writing, UUID deployment, Objection objection, LocalDate today) {
        var against = new ArrayList<Reason>();
        boolean office = writing.scope().has(Permission.DRAFT_DEPLOYMENT) && journal.find(writing.sql(), deployment).isPresent();
        boolean asks = office
                ? journal.find(writing.sql(), deployment).filter(s -> s.deployment().stage() == Stage.CONSULTING).isPresent()
                : shared.notice(writing.sql(), deployment).filter(notice -> notice.asksOn(today)).isPresent();
        if (!asks) {
            against.add(Reason.of("consultation-closed", "征求意见已经截止。", "如仍有意见，请直接与起草单位联系，由其代为登记或者在调整时处理。"));
        }
        if (!shared.asked(writing.sql(), objection.row()).contains(objection.unit())) {
            against.add(notConcerned(writing, deployment, objection));
        }
        int length = objection.words().codePointCount(0, objection.words().length());
        if (length == 0 || length > LONGEST) {
            against.add(Reason.of("objection-words", length == 0 ? "没有写意见。" : "意见超过 " + LONGEST + " 字。", "请写明不同意什么、建议改成什么。"));
        }
        return against;
    }

    /** Says whose row it is and which rows are the unit's; only the office sees the whole draft. */
    private Reason notConcerned(Writing writing, UUID deployment, Objection objection) {
        var unit = objection.unitName();
        var rows = journal.find(writing.sql(), deployment).map(stored -> stored.deployment().draft().rows()).orElse(List.of());
        var row = rows.stream().filter(one -> one.id().equals(objection.row())).findFirst();
        var which = row.map(Row::number).filter(number -> !number.isEmpty()).map(number -> "第 " + number + " 条").orElse("这一条");
        var own = rows.stream().filter(one -> !one.number().isEmpty() && shared.asked(writing.sql(), one.id()).contains(objection.unit()))
                .map(Row::number).toList();
        var next = rows.isEmpty() ? "请在本单位承担的条目下填写意见。"
                : own.isEmpty() ? "这份草案里没有" + unit + "承担的条目；" + LIST_FIRST
                : unit + "承担的是第 " + String.join("、", own) + " 条，请填其中一条；" + LIST_FIRST;
        return Reason.of("unit-not-concerned", unit + "不在" + which + "的牵头、配合单位里" + row.map(one -> said(one.assignment())).orElse("") + "。", next);
    }

    private static String said(Assignment assignment) {
        var lead = assignment.lead();
        var supporting = assignment.supportingNames();
        return "（" + (lead == null ? "没有牵头单位" : "牵头：" + lead.name()) + (supporting.isEmpty() ? "" : "；配合：" + supporting) + "）";
    }

    private List<Reason> against(Writing writing, UUID deployment, UUID objection, Settlement settlement) {
        var found = journal.objections(writing.sql(), deployment).stream().filter(o -> o.id().equals(objection)).findFirst();
        if (journal.find(writing.sql(), deployment).isEmpty() || found.isEmpty()) {
            return List.of(Office.notHere());
        }
        var already = found.get().settlement();
        if (already != null) {
            return List.of(Reason.of("settled-already", already.by() + "已经处理：" + already.result().label() + "，" + already.reason(), "不用重复处理。"));
        }
        return settlement.reason().isBlank()
                ? List.of(Reason.of("settlement-reason", "没有写理由。", "请用一句话写明为什么" + settlement.result().label() + "。"))
                : List.of();
    }
}

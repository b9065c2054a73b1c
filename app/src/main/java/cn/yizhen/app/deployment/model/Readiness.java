package cn.yizhen.app.deployment.model;

import cn.yizhen.rules.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What is still missing before a table can go to a leader, all at once. */
public final class Readiness {

    private static final int NAMED = 6;

    private Readiness() {}

    /** In the order a clerk should take them; empty where the table is ready. */
    public static List<Reason> of(Deployment deployment, LocalDate today) {
        var draft = deployment.draft();
        var missing = new ArrayList<Reason>(everySentence(draft));
        int open = deployment.openObjections().size();
        if (open > 0) {
            missing.add(Reason.of("objections-open", "还有 " + open + " 条意见没有处理。", "请逐条写明采纳情况和理由。"));
        }
        rows(draft, Row::lacksLead).ifPresent(rows ->
                missing.add(Reason.of("lead-open", "没有牵头单位：" + rows + "。", "请选定牵头单位，或者改为阅知。")));
        rows(draft, Row::suggestedDue).ifPresent(rows ->
                missing.add(Reason.of("due-unconfirmed", "时限还是系统建议或者没有确定：" + rows + "。", "请确认建议的时限，或者另定。")));
        missing.addAll(past(draft, today, "请另定时限并写明理由。"));
        return missing;
    }

    static List<Reason> everySentence(Draft draft) {
        int open = Accounting.of(draft).open();
        return open == 0 ? List.of() : List.of(Reason.of("sentences-open", "还有 " + open + " 句没有处理。", "请列入，或者改为阅知。"));
    }

    static List<Reason> past(Draft draft, LocalDate today, String nextStep) {
        return rows(draft, row -> row.opensMatter() && row.due().past(today))
                .map(rows -> List.of(Reason.of("due-past", "时限已经过去：" + rows + "。", nextStep)))
                .orElse(List.of());
    }

    private static Optional<String> rows(Draft draft, Predicate<Row> which) {
        var found = draft.rows().stream().filter(which).toList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var named = found.stream().limit(NAMED)
                .map(row -> row.number().isEmpty() ? "“" + row.title() + "”" : "第 " + row.number() + " 条")
                .collect(Collectors.joining("、"));
        return Optional.of(found.size() > NAMED ? named + "等 " + found.size() + " 条" : named);
    }
}

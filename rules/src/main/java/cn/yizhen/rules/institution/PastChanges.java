package cn.yizhen.rules.institution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import cn.yizhen.rules.Reason;

/**
 * Refuses a new version of the catalogue that changes what was already in force, unless the file says
 * {@code corrects:} with a reason. Words that explain may change; what was asked of whom may not.
 */
public final class PastChanges {

    private PastChanges() {}

    /**
     * @param before what was in force until now
     * @param after  the new version
     * @param today  days before this one are past
     * @return every change of the past that is not declared as a correction; empty where all is well
     */
    public static List<Reason> undeclared(Catalogue before, Catalogue after, LocalDate today) {
        var corrected = after.institutions().stream().flatMap(institution -> institution.corrects().stream())
                .map(Correction::id).collect(Collectors.toSet());
        var reasons = new ArrayList<Reason>();
        before.duties().forEach(old -> duty(old, after, today, corrected, reasons));
        before.institutions().stream().flatMap(institution -> institution.limits().stream())
                .forEach(old -> limit(old, after, today, corrected, reasons));
        before.forms().forEach(old -> form(old, after, today, corrected, reasons));
        return reasons;
    }

    private static void duty(Duty old, Catalogue after, LocalDate today, Set<String> corrected, List<Reason> reasons) {
        if (corrected.contains(old.id().value()) || !old.begins().isBefore(today)) {
            return;
        }
        after.duty(old.id()).ifPresentOrElse(now -> {
            changed(old.id().value(), "多久一次", past(old.every(), today), past(now.every(), today), reasons);
            changed(old.id().value(), "每期至少几次", past(old.atLeast(), today), past(now.atLeast(), today), reasons);
            changed(old.id().value(), "落到谁", old.bearer() + old.fallsTo().text(), now.bearer() + now.fallsTo().text(), reasons);
            changed(old.id().value(), "哪些记录算数", List.of(old.counts(), old.measure()), List.of(now.counts(), now.measure()), reasons);
            changed(old.id().value(), "一般还是必须", old.binding(), now.binding(), reasons);
            changed(old.id().value(), "到会人数", old.quorum().map(dated -> past(dated, today)).orElse(""),
                    now.quorum().map(dated -> past(dated, today)).orElse(""), reasons);
            changed(old.id().value(), "通过票数", old.passes().map(dated -> past(dated, today)).orElse(""),
                    now.passes().map(dated -> past(dated, today)).orElse(""), reasons);
            changed(old.id().value(), "停止执行", ended(old.ending(), today), ended(now.ending(), today), reasons);
        }, () -> vanished("职责", old.id().value(), reasons));
    }

    private static void limit(Limit old, Catalogue after, LocalDate today, Set<String> corrected, List<Reason> reasons) {
        if (corrected.contains(old.id()) || !old.atMost().begins().isBefore(today)) {
            return;
        }
        after.limits().filter(limit -> limit.id().equals(old.id())).findFirst().ifPresentOrElse(now -> {
            changed(old.id(), "最多多少", past(old.atMost(), today), past(now.atMost(), today), reasons);
            changed(old.id(), "管哪些布置", old.measures() + text(old.when()), now.measures() + text(now.when()), reasons);
            changed(old.id(), "一般还是必须", old.binding(), now.binding(), reasons);
        }, () -> vanished("总量控制", old.id(), reasons));
    }

    private static void form(FormRule old, Catalogue after, LocalDate today, Set<String> corrected, List<Reason> reasons) {
        if (corrected.contains(old.id()) || !old.every().begins().isBefore(today)) {
            return;
        }
        after.forms().filter(form -> form.id().equals(old.id())).findFirst().ifPresentOrElse(now -> {
            changed(old.id(), "每期最多要一次", past(old.every(), today), past(now.every(), today), reasons);
            changed(old.id(), "可以要谁填", old.askedOf().text(), now.askedOf().text(), reasons);
        }, () -> vanished("报表", old.id(), reasons));
    }

    private static String ended(Optional<Ending> ending, LocalDate today) {
        return ending.filter(end -> end.lastDay().isBefore(today)).map(end -> end.lastDay().toString()).orElse("");
    }

    private static String text(Optional<Condition> condition) {
        return condition.map(Condition::text).orElse("");
    }

    private static void vanished(String sort, String id, List<Reason> reasons) {
        reasons.add(Reason.of("duty-vanished", sort + "“" + id + "”在新版里没有了，过去的要求会跟着消失",
                "保留它并写 ends（停止执行的日期和原因）"));
    }

    /** The values that took effect before the day, without their sources, which may be checked anew. */
    private static String past(Dated<?> dated, LocalDate today) {
        return dated.entries().stream().filter(entry -> entry.from().isBefore(today))
                .map(entry -> entry.from() + "=" + spelt(entry.value())).collect(Collectors.joining(";"));
    }

    private static String spelt(Object value) {
        return value instanceof List<?> thresholds ? thresholds.stream().map(Threshold.class::cast)
                .map(threshold -> threshold.chinese() + threshold.when().map(Condition::text).orElse(""))
                .collect(Collectors.joining(",")) : String.valueOf(value);
    }

    private static void changed(String id, String what, Object before, Object now, List<Reason> reasons) {
        if (!before.equals(now)) {
            reasons.add(Reason.of("past-value-changed", "“" + id + "”的“" + what + "”改动了已经执行过的内容",
                    "改为从今后某天起的新值；确属原来写错的，在文件里写 corrects（更正）和原因"));
        }
    }
}

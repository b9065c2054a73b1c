package cn.yizhen.rules.procedure;

import cn.yizhen.rules.Reason;
import cn.yizhen.rules.calendar.Days;
import cn.yizhen.rules.calendar.WorkCalendar;
import cn.yizhen.rules.institution.Procedure.Ask;
import cn.yizhen.rules.institution.Procedure.ClockRule;
import cn.yizhen.rules.institution.Procedure.Step;
import java.util.ArrayList;
import java.util.List;

/** Checks what was given with a step against what the step asks for. */
final class Answers {

    private static final int LONGEST_TEXT = 2000;

    private final Case here;
    private final Step step;
    private final Entry entry;
    private final WorkCalendar calendar;
    private final List<Reason> faults = new ArrayList<>();

    Answers(Case here, Step step, Entry entry, WorkCalendar calendar) {
        this.here = here;
        this.step = step;
        this.entry = entry;
        this.calendar = calendar;
    }

    List<Reason> faults() {
        step.asks().forEach(this::check);
        entry.said().answers().keySet().stream()
                .filter(id -> step.asks().stream().noneMatch(ask -> ask.id().equals(id)))
                .forEach(id -> fault("answer-not-asked", "“" + step.title() + "”没有“" + id + "”这一项", "去掉这一项"));
        days();
        happened();
        inOrder();
        later();
        faults.addAll(HeadCounts.faults(step, entry.said()));
        return faults;
    }

    private void check(Ask ask) {
        var answer = entry.said().answers().get(ask.id());
        switch (answer) {
            case null -> {
                if (ask.required()) {
                    missing(ask);
                }
            }
            case Answer.Words(var text) when text.isBlank() && ask.required() -> missing(ask);
            case Answer.Words(var text) when ask.shape().equals(Ask.YES_NO) && !Ask.YES_OR_NO.contains(text) ->
                    fault("answer-yes-or-no", "“" + ask.title() + "”只能是“是”或者“否”", "选一个");
            case Answer.Words(var text) -> length(ask, text);
            case Answer.Units(var units) when units.isEmpty() && ask.required() -> missing(ask);
            case Answer.Units(var units) when ask.shape().equals("unit") && units.size() > 1 ->
                    fault("answer-one-unit", "“" + ask.title() + "”只能是一个单位", "其余单位作为配合单位");
            case Answer.Day _, Answer.Units _, Answer.Amount _ -> {}
        }
    }

    private void length(Ask ask, String text) {
        int most = ask.atMost() > 0 ? ask.atMost() : LONGEST_TEXT;
        int length = text.codePointCount(0, text.length());
        if (length > most) {
            fault("answer-too-long", "“" + ask.title() + "”最多" + most + "字，现在" + length + "字", "删减到" + most + "字以内");
        }
    }

    /** A day that a clock is to run until cannot lie before the step. */
    private void days() {
        here.procedure().clocks().stream().flatMap(rule -> untilAsk(rule).stream()).distinct()
                .forEach(id -> entry.said().day(id).filter(day -> day.isBefore(entry.at().toLocalDate()))
                        .ifPresent(day -> fault("answer-day-past", Days.full(day) + "已经过去", "写今天或者以后的日期")));
    }

    /** The ask {@code day} tells when something happened; what has not happened yet is no step. */
    private void happened() {
        step.asks().stream().filter(ask -> ask.id().equals(Ask.DAY))
                .forEach(ask -> entry.said().day(ask.id()).filter(day -> day.isAfter(entry.at().toLocalDate()))
                        .ifPresent(day -> fault("answer-day-to-come", "“" + ask.title() + "”" + Days.full(day) + "还没有到", "办过以后再登记；日期写错的请改正")));
    }

    /** What a step tells of cannot have happened before what brought the case to where it is: the deciding comes after the debating. */
    private void inOrder() {
        var before = here.broughtHere();
        before.flatMap(last -> last.said().day(Ask.DAY)).ifPresent(earlier -> step.asks().stream().filter(ask -> ask.id().equals(Ask.DAY))
                .forEach(ask -> entry.said().day(ask.id()).filter(day -> day.isBefore(earlier))
                        .ifPresent(day -> fault("answer-day-out-of-order", "“" + ask.title() + "”" + Days.full(day) + "早于“"
                                + here.step(before.get().step()).title() + "”的" + Days.full(earlier), "按次序办；日期写错的请改正"))));
    }

    /** A day later than a clock ends on now; one that is past is refused as that already. */
    private void later() {
        for (var ask : step.asks()) {
            here.timings(entry.at(), calendar).stream().filter(Timing::runs).filter(timing -> ask.laterThan().filter(timing.rule().id()::equals).isPresent())
                    .filter(timing -> entry.said().day(ask.id()).filter(day -> !day.isAfter(timing.lastDay()) && !day.isBefore(entry.at().toLocalDate())).isPresent())
                    .forEach(timing -> fault("answer-day-not-later", "“" + ask.title() + "”要晚于现在的到期日" + Days.full(timing.lastDay()),
                            "写更晚的日期；不需要更多时间的，照现在的日期办"));
        }
    }

    private List<String> untilAsk(ClockRule rule) {
        var texts = new ArrayList<String>();
        rule.budget().entries().forEach(value -> texts.add(value.value()));
        rule.extension().ifPresent(extension -> texts.add(extension.to()));
        return texts.stream().filter(text -> text.startsWith("until ")).map(text -> text.substring(6))
                .filter(id -> step.asks().stream().anyMatch(ask -> ask.id().equals(id))).toList();
    }

    private void missing(Ask ask) {
        fault("answer-missing", "“" + ask.title() + "”没有填写", "补上“" + ask.title() + "”");
    }

    private void fault(String code, String text, String next) {
        faults.add(Reason.of(code, text + "。", next + "。"));
    }
}

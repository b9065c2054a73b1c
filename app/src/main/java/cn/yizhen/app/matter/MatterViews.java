package cn.yizhen.app.matter;

import cn.yizhen.app.access.Permission;
import cn.yizhen.app.access.Scope;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.calendar.Days;
import cn.yizhen.rules.clock.Due;
import cn.yizhen.rules.institution.Procedure.Ask;
import cn.yizhen.rules.institution.Procedure.Step;
import cn.yizhen.rules.procedure.Answer;
import cn.yizhen.rules.procedure.Case;
import cn.yizhen.rules.procedure.Entry;
import cn.yizhen.rules.procedure.Timing;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a matter into the words of its page. */
@Component
class MatterViews {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Matters matters;
    private final Calendars calendars;
    private final UnitNames names;
    private final Actors actors;

    MatterViews(Matters matters, Calendars calendars, UnitNames names, Actors actors) {
        this.matters = matters;
        this.calendars = calendars;
        this.names = names;
        this.actors = actors;
    }

    MatterView of(Scope scope, Matter matter) {
        var here = matter.here();
        var calendar = calendars.calendar(scope);
        var lead = !here.over() && matter.kind() == MatterKind.SUPERVISED && here.rolesOf(actors.of(scope)).contains("lead");
        var offers = matters.offers(scope, matter, calendar);
        return new MatterView(matter.number(), matter.kind().chinese(), matter.title(), matter.wording(), matter.source(), matter.paper(),
                here.standing().title(), here.over(),
                Days.full(matter.openedAt().toLocalDate()) + "，" + names.of(scope, matter.raiser()) + " " + matter.openedBy(),
                parties(scope, here), here.timings(matters.now(), calendar).stream().map(timing -> clock(here, timing)).toList(), journal(scope, matter),
                offers.stream().map(MatterViews::step).toList(),
                matters.subtasks(scope, matter.id()).stream().map(task -> subtask(scope, task)).toList(),
                matter.parent() == null ? null : Matters.address(scope, matter.parent()), Matters.address(scope, matter.id()), lead, elsewhere(here, offers), scope.has(Permission.OVERSEE));
    }

    /** Steps that can be taken now, by whom they can be taken. */
    private static List<MatterView.Line> elsewhere(Case here, List<Case.Offer> offers) {
        var byWhom = offers.stream().filter(offer -> offer.reasons().stream().map(Reason::code).toList().equals(List.of("step-not-yours")))
                .collect(Collectors.groupingBy(offer -> whom(here, offer.step()), LinkedHashMap::new, Collectors.mapping(offer -> offer.step().title(), Collectors.joining("、"))));
        byWhom.remove("");
        return byWhom.entrySet().stream().map(entry -> new MatterView.Line(entry.getKey(), entry.getValue())).toList();
    }

    /** Whoever is there to take the step, in the procedure's order; supervisors always are. */
    private static String whom(Case here, Step step) {
        return here.procedure().roles().entrySet().stream().filter(role -> step.by().contains(role.getKey()))
                .filter(role -> role.getKey().equals("office") || !here.party(role.getKey()).isEmpty()).map(Map.Entry::getValue).collect(Collectors.joining("、"));
    }

    List<MatterView.JournalLine> entries(Scope scope, Case here, List<Entry> entries) {
        return entries.stream().map(entry -> line(scope, here, entry)).toList();
    }

    MatterView.ClockLine clock(Case here, Timing timing) {
        var due = timing.reckoning().due();
        return new MatterView.ClockLine(timing.rule().id(), timing.rule().title(),
                here.procedure().roles().getOrDefault(timing.rule().runs(), ""), state(here, timing, due), timing.overdue(),
                timing.reckoning().provisional(), timing.ledger().stoppedAt() != null, timing.rule().why());
    }

    private String state(Case here, Timing timing, @Nullable Due due) {
        if (due == null) {
            return "停计中：" + timing.ledger().pauses().getLast().ground();
        }
        boolean waitedOut = waitedOut(here, timing);
        var stopped = timing.ledger().stoppedAt();
        if (stopped != null) {
            return ended(timing.late(), waitedOut, days(due.day(), stopped.toLocalDate())) + "（" + due.chinese() + "）";
        }
        return due.chinese() + "·" + (waitedOut && timing.late() ? "期已满" : left(due, matters.now()));
    }

    private static String ended(boolean late, boolean waitedOut, long daysAfter) {
        if (waitedOut) {
            return late ? "期满结束" : "提前" + -daysAfter + "天结束";
        }
        return late ? "晚" + daysAfter + "天结束" : "已按期结束";
    }

    /** Whether the time is there to be waited out (公开期), so that ending before its last day is the exception. */
    private static boolean waitedOut(Case here, Timing timing) {
        return here.procedure().steps().stream().filter(step -> timing.rule().stopsAt().contains(step.id()))
                .anyMatch(step -> step.afterEndOf().filter(timing.rule().id()::equals).isPresent());
    }

    /** 还有38天, 今天到期, 已过2天 */
    static String left(Due due, LocalDateTime now) {
        long days = days(now.toLocalDate(), due.day());
        return due.passedAt(now) ? "已过" + Math.max(1, -days) + "天" : days == 0 ? "今天到期" : "还有" + days + "天";
    }

    private static long days(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to);
    }

    private List<MatterView.Line> parties(Scope scope, Case here) {
        return here.procedure().roles().entrySet().stream().filter(role -> !here.party(role.getKey()).isEmpty())
                .map(role -> new MatterView.Line(role.getValue(), names.of(scope, here.party(role.getKey())))).toList();
    }

    private List<MatterView.JournalLine> journal(Scope scope, Matter matter) {
        var steps = entries(scope, matter.here(), matter.here().journal()).stream();
        var notes = matters.notes(scope, matter.id()).stream()
                .map(note -> new MatterView.JournalLine(MINUTE.format(note.at()), "重新推算期限", "系统", List.of(new MatterView.Line("原因", note.text()))));
        return Stream.concat(steps, notes).sorted(Comparator.comparing(MatterView.JournalLine::at)).toList();
    }

    private MatterView.JournalLine line(Scope scope, Case here, Entry entry) {
        var step = here.procedure().steps().stream().filter(s -> s.id().equals(entry.step())).findFirst();
        var said = step.stream().flatMap(s -> s.asks().stream()).filter(ask -> entry.said().answers().containsKey(ask.id()))
                .map(ask -> new MatterView.Line(ask.title(), printed(scope, ask, entry))).toList();
        return new MatterView.JournalLine(MINUTE.format(entry.at()), step.map(Step::title).orElse(entry.step()),
                names.of(scope, entry.by().unit()) + " " + entry.by().name(), said);
    }

    private String printed(Scope scope, Ask ask, Entry entry) {
        return entry.said().answers().get(ask.id()) instanceof Answer.Units(var units) ? units.isEmpty() ? "不设" : names.of(scope, units) : entry.said().words(ask.id()).orElse("");
    }

    private static MatterView.StepLine step(Case.Offer offer) {
        return new MatterView.StepLine(offer.step().id(), offer.step().title(), offer.step().says(), offer.reasons());
    }

    private MatterView.SubtaskLine subtask(Scope scope, Matter task) {
        return new MatterView.SubtaskLine(Matters.address(scope, task.id()), task.title(), names.of(scope, task.here().party("lead")), task.here().standing().title());
    }
}

package cn.yizhen.rules.cases;

import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.calendar.WorkCalendar;
import cn.yizhen.rules.institution.Procedure;
import cn.yizhen.rules.institution.Procedure.Ask;
import cn.yizhen.rules.organisation.PostId;
import cn.yizhen.rules.organisation.UnitId;
import cn.yizhen.rules.procedure.Actor;
import cn.yizhen.rules.procedure.Answer;
import cn.yizhen.rules.procedure.Case;
import cn.yizhen.rules.procedure.Entry;
import cn.yizhen.rules.procedure.Opening;
import cn.yizhen.rules.procedure.Particulars;
import cn.yizhen.rules.procedure.Timing;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Plays a case of a procedure through the same core that moves matters. */
final class ProcedureRun {

    private static final WorkCalendar CALENDAR = WorkCalendar.builtIn();

    private final Procedure procedure;
    private final ProcedureCase example;

    ProcedureRun(Procedure procedure, ProcedureCase example) {
        this.procedure = procedure;
        this.example = example;
    }

    /** What comes out otherwise than expected; empty where the case holds. */
    Optional<String> wrong() {
        return unknownNames().or(() -> played(Case.opened(procedure, opening()), 0));
    }

    private Optional<String> unknownNames() {
        var roles = new TreeSet<>(procedure.roles().keySet());
        roles.add(Opening.RAISER);
        if (!example.opened().parties().containsKey(Opening.RAISER)) {
            return Optional.of("opened 的 parties 里缺少 " + Opening.RAISER + "（谁提出）");
        }
        var steps = procedure.steps().stream().map(Procedure.Step::id).toList();
        var clocks = procedure.clocks().stream().map(Procedure.ClockRule::id).toList();
        var expected = example.expected();
        return unknown("角色", example.opened().parties().keySet(), roles)
                .or(() -> unknown("角色", example.steps().stream().map(ProcedureCase.Step::by).toList(), roles))
                .or(() -> unknown("步骤", example.steps().stream().map(ProcedureCase.Step::step).toList(), steps))
                .or(() -> unknown("时限", expected.due().keySet(), clocks))
                .or(() -> unknown("时限", expected.late(), clocks)).or(() -> unknown("时限", expected.still(), clocks))
                .or(() -> unknown("时限", expected.settled(), clocks)).or(() -> unknown("时限", expected.none(), clocks));
    }

    private static Optional<String> unknown(String sort, Collection<String> named, Collection<String> known) {
        return named.stream().filter(name -> !known.contains(name)).findFirst()
                .map(name -> "程序里没有" + sort + "“" + name + "”，已有的是：" + String.join("、", known));
    }

    private Opening opening() {
        var parties = new LinkedHashMap<String, Set<UnitId>>();
        example.opened().parties().forEach((role, names) -> parties.put(role, units(names)));
        var said = Particulars.NONE;
        for (var given : example.opened().gives().entrySet()) {
            said = said.and(given.getKey(), loose(given.getValue()));
        }
        return new Opening(example.opened().at(), parties, said);
    }

    private Optional<String> played(Case opened, int first) {
        var here = opened;
        for (int i = first; i < example.steps().size(); i++) {
            var step = example.steps().get(i);
            var last = i == example.steps().size() - 1;
            switch (here.take(entry(here, step), CALENDAR, example.subtasks())) {
                case Outcome.Done<Case>(var next) when !last || example.expected().refused().isEmpty() -> here = next;
                case Outcome.Done<Case> _ -> {
                    return Optional.of("最后一步“" + step.step() + "”应当办不成（" + joined(example.expected().refused()) + "），却办成了");
                }
                case Outcome.Refused<Case>(var reasons) -> {
                    var codes = reasons.stream().map(Reason::code).collect(Collectors.toSet());
                    if (!last || !codes.equals(example.expected().refused())) {
                        return Optional.of("第 " + (i + 1) + " 步“" + step.step() + "”没有办成：" + reasons.stream()
                                .map(reason -> reason.text() + "（" + reason.code() + "）").collect(Collectors.joining()));
                    }
                }
            }
        }
        return standing(here);
    }

    private Optional<String> standing(Case here) {
        var expected = example.expected();
        var differences = new ArrayList<String>();
        if (!expected.stage().isEmpty() && !here.stage().equals(expected.stage())) {
            differences.add("阶段应为“" + expected.stage() + "”，现在是“" + here.stage() + "”");
        }
        var timings = here.timings(example.on(), CALENDAR);
        expected.due().forEach((clock, day) -> {
            var due = timing(timings, clock).map(timing -> String.valueOf(timing.reckoning().due())).orElse("没有起算");
            if (!due.equals(day)) {
                differences.add("时限“" + clock + "”应到 " + day + "，算出来是 " + due);
            }
        });
        same("超期的时限", expected.late(), ids(timings.stream().filter(Timing::late).toList()), differences);
        held("停住", expected.still(), ids(timings.stream().filter(timing -> timing.ledger().standsStill()).toList()), differences);
        held("了结", expected.settled(), ids(timings.stream().filter(timing -> timing.ledger().stoppedAt() != null).toList()), differences);
        expected.none().stream().filter(clock -> timing(timings, clock).isPresent())
                .forEach(clock -> differences.add("时限“" + clock + "”不应起算，却起算了"));
        return differences.isEmpty() ? Optional.empty() : Optional.of(String.join("；", differences));
    }

    private static void same(String what, Set<String> expected, Set<String> found, List<String> differences) {
        if (!expected.equals(found)) {
            differences.add(what + "应为（" + joined(expected) + "），算出来是（" + joined(found) + "）");
        }
    }

    private static void held(String what, Set<String> expected, Set<String> found, List<String> differences) {
        expected.stream().filter(clock -> !found.contains(clock)).sorted()
                .forEach(clock -> differences.add("时限“" + clock + "”应已" + what + "，却没有"));
    }

    private static Optional<Timing> timing(List<Timing> timings, String clock) {
        return timings.stream().filter(timing -> timing.rule().id().equals(clock)).findFirst();
    }

    private static Set<String> ids(List<Timing> timings) {
        return timings.stream().map(timing -> timing.rule().id()).collect(Collectors.toSet());
    }

    private static String joined(Set<String> words) {
        return words.isEmpty() ? "无" : words.stream().sorted().collect(Collectors.joining("、"));
    }

    private Entry entry(Case here, ProcedureCase.Step step) {
        var asks = procedure.steps().stream().filter(it -> it.id().equals(step.step())).findFirst().orElseThrow().asks();
        var said = Particulars.NONE;
        for (var given : step.gives().entrySet()) {
            var shape = asks.stream().filter(ask -> ask.id().equals(given.getKey())).findFirst().map(Ask::shape).orElse("text");
            said = said.and(given.getKey(), answer(shape, given.getValue()));
        }
        return new Entry(step.step(), step.at(), actor(here, step.by()), said);
    }

    /** Whoever has the role in the case by now; a role no unit was given is held by standing. */
    private static Actor actor(Case here, String role) {
        var post = new PostId(id(role));
        return here.party(role).stream().min((a, b) -> a.value().compareTo(b.value()))
                .map(unit -> new Actor("某某", post, unit, Set.of()))
                .orElseGet(() -> new Actor("某某", post, new UnitId(id("有权：" + role)), Set.of(role)));
    }

    private static Answer answer(String shape, List<String> given) {
        return switch (shape) {
            case "unit", "units" -> new Answer.Units(units(given));
            case "day" -> loose(given);
            case "number" -> given.getFirst().matches("-?\\d+(\\.\\d+)?") ? new Answer.Amount(new BigDecimal(given.getFirst())) : words(given);
            default -> words(given);
        };
    }

    private static Answer loose(List<String> given) {
        try {
            return new Answer.Day(LocalDate.parse(given.getFirst()));
        } catch (DateTimeException notADay) {
            return words(given);
        }
    }

    private static Answer words(List<String> given) {
        return new Answer.Words(String.join("、", given));
    }

    private static Set<UnitId> units(List<String> names) {
        return names.stream().map(name -> new UnitId(id(name))).collect(Collectors.toSet());
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}

package cn.yizhen.rules.cases;

import cn.yizhen.rules.cases.DutyCase.Expected;
import cn.yizhen.rules.institution.Catalogue;
import cn.yizhen.rules.institution.Duty;
import cn.yizhen.rules.institution.FormRule;
import cn.yizhen.rules.institution.Institution;
import cn.yizhen.rules.institution.Limit;
import cn.yizhen.rules.institution.Limit.Verdict;
import cn.yizhen.rules.institution.Procedure;
import cn.yizhen.rules.institution.Procedure.ClockRule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which cases are still missing. Each rule needs one where it holds, one where it does not, and one from before
 * it existed: a duty that is asked and one that falls to somebody else; a quorum and a majority that is reached
 * and one that is not; a limit exceeded and one kept to; a form that may be asked and one that may not; a clock
 * that runs in time and one that ran out; a step with a condition that is refused.
 */
public final class Coverage {

    private final List<InstitutionCase> cases;
    private final List<String> gaps = new ArrayList<>();

    private Coverage(List<InstitutionCase> cases) {
        this.cases = cases;
    }

    /** Every gap in words; empty where there is none. */
    public static List<String> gaps(Catalogue catalogue, List<InstitutionCase> cases) {
        var coverage = new Coverage(cases);
        catalogue.institutions().forEach(coverage::institution);
        return List.copyOf(coverage.gaps);
    }

    /** The gaps of one institution. */
    public static List<String> gaps(Institution institution, List<InstitutionCase> cases) {
        var coverage = new Coverage(cases);
        coverage.institution(institution);
        return List.copyOf(coverage.gaps);
    }

    private void institution(Institution institution) {
        institution.duties().forEach(this::duty);
        institution.procedure().ifPresent(procedure -> procedure(institution.id().value(), procedure));
        institution.limits().forEach(this::limit);
        institution.forms().forEach(this::form);
    }

    private void duty(Duty duty) {
        var sought = new Sought<>(DutyCase.class, duty.id().value(), "职责“" + duty.id() + "”");
        sought.require(example -> example.expected().asked(), "应有（正例）");
        sought.require(example -> example.expected() == Expected.NOT_ASKED && !before(duty, example), "不应有（反例）");
        sought.require(example -> example.expected() == Expected.NOT_ASKED && before(duty, example), "尚未规定时");
        if (duty.quorum().isPresent()) {
            sought.require(example -> counted(example) && example.expected() == Expected.MET, "到会人数够");
            sought.require(example -> counted(example) && example.expected() != Expected.MET, "到会人数不够");
        }
        if (duty.passes().isPresent()) {
            sought.require(example -> example.expected() == Expected.PASSED, "票数够");
            sought.require(example -> example.expected() == Expected.NOT_PASSED, "票数不够");
        }
    }

    private void limit(Limit limit) {
        var sought = new Sought<>(LimitCase.class, limit.id(), "总量控制“" + limit.id() + "”");
        sought.require(example -> example.expected() == Verdict.EXCEEDED, "超过（正例）");
        sought.require(example -> example.expected() == Verdict.WITHIN, "未超过（反例）");
        sought.require(example -> example.expected() == Verdict.NOT_CONCERNED && example.on().isBefore(limit.atMost().begins()), "尚未规定时");
        if (limit.when().isPresent()) {
            sought.require(example -> example.expected() == Verdict.NOT_CONCERNED && !example.on().isBefore(limit.atMost().begins()), "不适用的布置");
        }
    }

    private void form(FormRule form) {
        var sought = new Sought<>(FormCase.class, form.id(), "报表“" + form.id() + "”");
        sought.require(example -> example.expected() == FormCase.Expected.MAY_BE_ASKED, "可以要（正例）");
        sought.require(example -> example.expected() == FormCase.Expected.MAY_NOT_BE_ASKED, "不能要（反例）");
        sought.require(example -> example.expected() == FormCase.Expected.NOT_YET, "尚未列入时");
    }

    private void procedure(String id, Procedure procedure) {
        procedure.clocks().forEach(clock -> clock(id, clock));
        var sought = new Sought<>(ProcedureCase.class, id, "程序“" + id + "”");
        procedure.steps().stream().filter(Coverage::guarded).forEach(step -> sought.require(
                example -> !example.expected().refused().isEmpty() && example.steps().getLast().step().equals(step.id()),
                "步骤“" + step.id() + "”办不成"));
        var ends = procedure.stages().stream().filter(Procedure.Stage::ends).map(Procedure.Stage::id).toList();
        if (!ends.isEmpty()) {
            sought.require(example -> ends.contains(example.expected().stage()), "办到底");
        }
    }

    private static boolean guarded(Procedure.Step step) {
        return step.inTimeOf().isPresent() || step.afterEndOf().isPresent() || step.once() || step.afterSubtasks();
    }

    private void clock(String id, ClockRule clock) {
        var sought = new Sought<>(ProcedureCase.class, id, "时限“" + clock.id() + "”");
        sought.require(example -> example.expected().due().containsKey(clock.id()) && !example.expected().late().contains(clock.id()), "期内（正例）");
        sought.require(example -> example.expected().late().contains(clock.id()), "超期（反例）");
        sought.require(example -> example.expected().none().contains(clock.id())
                && example.opened().at().toLocalDate().isBefore(clock.budget().begins()), "尚未规定时");
    }

    private static boolean before(Duty duty, DutyCase example) {
        return duty.every().on(duty.begins()).orElseThrow().containing(example.periodOf()).from().isBefore(duty.begins());
    }

    private static boolean counted(DutyCase example) {
        return example.facts().records().stream().anyMatch(record -> record.attendance().isPresent());
    }

    private final class Sought<T extends InstitutionCase> {

        private final List<T> about;
        private final String name;

        Sought(Class<T> sort, String rule, String name) {
            this.about = cases.stream().filter(sort::isInstance).map(sort::cast).filter(example -> example.rule().equals(rule)).toList();
            this.name = name;
        }

        void require(Predicate<T> kind, String what) {
            if (about.stream().noneMatch(kind)) {
                gaps.add(name + "缺少“" + what + "”的案例");
            }
        }
    }
}

package cn.yizhen.rules.cases;

import cn.yizhen.rules.cases.DutyCase.Expected;
import cn.yizhen.rules.cases.DutyCase.Facts;
import cn.yizhen.rules.cases.DutyCase.RecordFacts;
import cn.yizhen.rules.cases.DutyCase.UnitFacts;
import cn.yizhen.rules.cases.DutyCase.Vote;
import cn.yizhen.rules.duty.Attendance;
import cn.yizhen.rules.institution.DemandView;
import cn.yizhen.rules.institution.DutyId;
import cn.yizhen.rules.institution.Limit.Verdict;
import cn.yizhen.rules.institution.reading.CaseFiles;
import cn.yizhen.rules.institution.reading.Form;
import cn.yizhen.rules.institution.reading.Reading;
import cn.yizhen.rules.institution.reading.SourceFile;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads cases, with every fault at its place. What a case is about tells which facts it holds. */
public final class CaseReader {

    private static final LocalDate LONG_AGO = LocalDate.of(1990, 1, 1);
    private static final UnitFacts SOME_UNIT = new UnitFacts("branch", "county", 0, 0, false, 0, Map.of(), LONG_AGO,
            false, 0, Map.of(), 0, List.of());

    private CaseReader() {}

    /** @param files all files of the catalogue; only files of cases are read */
    public static Reading<List<InstitutionCase>> read(List<SourceFile> files) {
        return CaseFiles.read(files, form -> Optional.of(read(form)));
    }

    private static InstitutionCase read(Form form) {
        var says = form.words("says", "一句话说清情形");
        return form.has("procedure") ? procedure(form, says)
                : form.has("limit") ? limit(form, says)
                : form.has("form") ? asked(form, says)
                : duty(form, says);
    }

    private static DutyCase duty(Form form, String says) {
        var duty = new DutyId(form.identifier("duty", "哪一项职责"));
        var on = form.day("on", "哪一天问");
        return new DutyCase(form.place(), says, duty, on, form.day("period-of").orElse(on),
                form.inner("facts", CaseReader::facts).orElseGet(() -> missingFacts(form)),
                form.choice("expected", "应得出什么", Expected.values(), Expected::chinese, Expected.NOT_ASKED),
                form.words("why", "为什么"));
    }

    private static Facts missingFacts(Form form) {
        missing(form, "facts", "情形里的事实");
        return new Facts(SOME_UNIT, Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Optional.empty(),
                Optional.empty());
    }

    private static Facts facts(Form form) {
        return new Facts(form.inner("unit", CaseReader::unit).orElse(SOME_UNIT), form.identifier("body"),
                form.identifiers("post").map(Set::copyOf), form.identifiers("person").map(Set::copyOf),
                form.list("records", CaseReader::happened), form.day("in-use"),
                form.inner("vote", vote -> new Vote(vote.number("for"), vote.number("of"))));
    }

    private static UnitFacts unit(Form form) {
        return new UnitFacts(form.identifier("kind", "单位类别"), form.identifier("parent").orElse("county"),
                form.number("full-members"), form.number("probationary"), form.yes("committee"), form.number("groups"),
                form.pairs("attributes"), form.day("founded").orElse(LONG_AGO), form.yes("own-branch"), form.number("joined"),
                form.pairs("particulars"), form.number("accounts"), form.list("work-groups", CaseReader::workGroup));
    }

    private static LocalDate workGroup(Form form) {
        return form.day("dissolve-by").orElse(LocalDate.MAX);
    }

    private static RecordFacts happened(Form form) {
        return new RecordFacts(form.identifier("kind", "记录种类"), form.day("on", "哪一天"),
                Set.copyOf(form.identifiers("topics").orElse(List.of())),
                Set.copyOf(form.identifiers("led-by").orElse(List.of())), form.number("hours"), form.day("makes-up-for"),
                form.inner("attendance", people -> new Attendance(people.number("members"), people.number("due"),
                        people.number("present"), people.number("voting-due"), people.number("voting-present"))));
    }

    private static LimitCase limit(Form form, String says) {
        var rule = form.identifier("limit", "哪一项总量控制");
        var on = form.day("on", "哪一天");
        var facts = form.inner("facts", inner -> new LimitFacts(new DemandView(inner.identifier("demand").orElse(""),
                Set.copyOf(inner.identifiers("traits").orElse(List.of()))), inner.number("amount"),
                inner.has("last-year") ? Optional.of(inner.number("last-year")) : Optional.empty()))
                .orElseGet(() -> {
                    missing(form, "facts", "情形里的事实");
                    return new LimitFacts(new DemandView("", Set.of()), 0, Optional.empty());
                });
        return new LimitCase(form.place(), says, rule, on, facts.demand(), facts.amount(), facts.lastYear(),
                form.choice("expected", "应得出什么", Verdict.values(), Verdict::chinese, Verdict.NOT_CONCERNED),
                form.words("why", "为什么"));
    }

    private record LimitFacts(DemandView demand, int amount, Optional<Integer> lastYear) {}

    private static FormCase asked(Form form, String says) {
        var rule = form.identifier("form", "哪一张报表");
        var on = form.day("on", "哪一天要");
        var facts = form.inner("facts", inner -> new FormFacts(inner.inner("unit", CaseReader::unit).orElse(SOME_UNIT),
                inner.identifiers("asks").orElse(List.of()), inner.day("last-asked")))
                .orElseGet(() -> {
                    missing(form, "facts", "情形里的事实");
                    return new FormFacts(SOME_UNIT, List.of(), Optional.empty());
                });
        return new FormCase(form.place(), says, rule, on, facts.unit(), facts.asks(), facts.lastAsked(),
                form.choice("expected", "应得出什么", FormCase.Expected.values(), FormCase.Expected::chinese,
                        FormCase.Expected.MAY_NOT_BE_ASKED), form.words("why", "为什么"));
    }

    private record FormFacts(UnitFacts unit, List<String> asks, Optional<LocalDate> lastAsked) {}

    private static ProcedureCase procedure(Form form, String says) {
        var rule = form.identifier("procedure", "哪一项制度的程序");
        var opened = form.inner("opened", inner -> new ProcedureCase.Opened(inner.moment("at", "什么时候提出"),
                inner.names("parties"), inner.names("gives"))).orElseGet(() -> {
                    missing(form, "opened", "什么时候由谁提出");
                    return new ProcedureCase.Opened(LONG_AGO.atTime(LocalTime.NOON), Map.of(), Map.of());
                });
        var steps = form.list("steps", inner -> new ProcedureCase.Step(inner.place(), inner.identifier("step", "哪一步"),
                inner.moment("at", "什么时候办"), inner.identifier("by", "以什么角色办"), inner.names("gives")));
        var on = form.moment("on", "哪一天问");
        var subtasks = form.yes("subtasks-open");
        var expected = form.inner("expected", CaseReader::standing).orElseGet(() -> {
            missing(form, "expected", "应得出什么");
            return new ProcedureCase.Expected("", Map.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
        });
        return new ProcedureCase(form.place(), says, rule, opened, steps, on, subtasks, expected, form.words("why", "为什么"));
    }

    private static ProcedureCase.Expected standing(Form form) {
        return new ProcedureCase.Expected(form.identifier("stage").orElse(""), form.texts("due"), set(form, "late"),
                set(form, "still"), set(form, "settled"), set(form, "none"), set(form, "refused"));
    }

    private static Set<String> set(Form form, String name) {
        return form.identifiers(name).map(Set::copyOf).orElse(Set.of());
    }

    private static void missing(Form form, String name, String meaning) {
        form.fault("案例缺少 " + name + "（" + meaning + "），请补上");
    }
}

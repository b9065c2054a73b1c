package cn.yizhen.rules.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import cn.yizhen.rules.cases.InstitutionCase.Expected;
import cn.yizhen.rules.cases.InstitutionCase.Facts;
import cn.yizhen.rules.cases.InstitutionCase.RecordFacts;
import cn.yizhen.rules.cases.InstitutionCase.UnitFacts;
import cn.yizhen.rules.cases.InstitutionCase.Vote;
import cn.yizhen.rules.duty.Attendance;
import cn.yizhen.rules.institution.DutyId;
import cn.yizhen.rules.institution.reading.CaseFiles;
import cn.yizhen.rules.institution.reading.Form;
import cn.yizhen.rules.institution.reading.Reading;
import cn.yizhen.rules.institution.reading.SourceFile;

/** Reads cases, with every fault at its place. */
public final class CaseReader {

    private static final LocalDate LONG_AGO = LocalDate.of(1990, 1, 1);
    private static final UnitFacts SOME_UNIT = new UnitFacts("branch", "county", 0, 0, false, 0, Map.of(), LONG_AGO);

    private CaseReader() {}

    /** @param files all files of the catalogue; only files of cases are read */
    public static Reading<List<InstitutionCase>> read(List<SourceFile> files) {
        return CaseFiles.read(files, form -> Optional.of(read(form)));
    }

    private static InstitutionCase read(Form form) {
        var on = form.day("on", "哪一天问");
        return new InstitutionCase(form.place(), form.words("says", "一句话说清情形"),
                new DutyId(form.identifier("duty", "哪一项职责")), on, form.day("period-of").orElse(on),
                form.inner("facts", CaseReader::facts).orElseGet(() -> missingFacts(form)),
                form.choice("expected", "应得出什么", Expected.values(), Expected::chinese, Expected.NOT_ASKED),
                form.words("why", "为什么"));
    }

    private static Facts missingFacts(Form form) {
        form.fault("案例缺少 facts（情形里的事实），请补上");
        return new Facts(SOME_UNIT, Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.empty());
    }

    private static Facts facts(Form form) {
        return new Facts(form.inner("unit", CaseReader::unit).orElse(SOME_UNIT), form.identifier("body"),
                form.identifiers("post").map(Set::copyOf), form.list("records", CaseReader::happened), form.day("in-use"),
                form.inner("vote", vote -> new Vote(vote.number("for"), vote.number("of"))));
    }

    private static UnitFacts unit(Form form) {
        return new UnitFacts(form.identifier("kind", "单位类别"), form.identifier("parent").orElse("county"),
                form.number("full-members"), form.number("probationary"), form.yes("committee"), form.number("groups"),
                form.pairs("attributes"), form.day("founded").orElse(LONG_AGO));
    }

    private static RecordFacts happened(Form form) {
        return new RecordFacts(form.identifier("kind", "记录种类"), form.day("on", "哪一天"),
                Set.copyOf(form.identifiers("topics").orElse(List.of())),
                Set.copyOf(form.identifiers("led-by").orElse(List.of())), form.day("makes-up-for"),
                form.inner("attendance", people -> new Attendance(people.number("members"), people.number("due"),
                        people.number("present"), people.number("voting-due"), people.number("voting-present"))));
    }
}

package cn.yizhen.rules.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import cn.yizhen.rules.cases.InstitutionCase.Expected;
import cn.yizhen.rules.institution.Catalogue;
import cn.yizhen.rules.institution.Duty;

/**
 * Which cases are still missing: each duty needs one where it is asked, one where it falls to somebody else
 * and one from before it existed; each quorum and each majority needs one that is reached and one that is not.
 */
public final class Coverage {

    private Coverage() {}

    /** Every gap in words; empty where there is none. */
    public static List<String> gaps(Catalogue catalogue, List<InstitutionCase> cases) {
        return catalogue.duties().flatMap(duty -> gaps(duty,
                cases.stream().filter(example -> example.duty().equals(duty.id())).toList()).stream()).toList();
    }

    private static List<String> gaps(Duty duty, List<InstitutionCase> cases) {
        var gaps = new ArrayList<String>();
        require(cases, example -> example.expected().asked(), duty, "应有（正例）", gaps);
        require(cases, example -> example.expected() == Expected.NOT_ASKED && !before(duty, example), duty, "不应有（反例）", gaps);
        require(cases, example -> example.expected() == Expected.NOT_ASKED && before(duty, example), duty, "尚未规定时", gaps);
        if (duty.quorum().isPresent()) {
            require(cases, example -> counted(example) && example.expected() == Expected.MET, duty, "到会人数够", gaps);
            require(cases, example -> counted(example) && example.expected() != Expected.MET, duty, "到会人数不够", gaps);
        }
        if (duty.passes().isPresent()) {
            require(cases, example -> example.expected() == Expected.PASSED, duty, "票数够", gaps);
            require(cases, example -> example.expected() == Expected.NOT_PASSED, duty, "票数不够", gaps);
        }
        return gaps;
    }

    private static boolean before(Duty duty, InstitutionCase example) {
        return duty.every().on(duty.begins()).orElseThrow().containing(example.periodOf()).from().isBefore(duty.begins());
    }

    private static boolean counted(InstitutionCase example) {
        return example.facts().records().stream().anyMatch(record -> record.attendance().isPresent());
    }

    private static void require(List<InstitutionCase> cases, Predicate<InstitutionCase> kind, Duty duty, String name,
                                List<String> gaps) {
        if (cases.stream().noneMatch(kind)) {
            gaps.add("职责“" + duty.id() + "”缺少“" + name + "”的案例");
        }
    }
}

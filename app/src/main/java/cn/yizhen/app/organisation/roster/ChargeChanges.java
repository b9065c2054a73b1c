package cn.yizhen.app.organisation.roster;

import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import cn.yizhen.rules.organisation.Bearer;
import cn.yizhen.rules.organisation.Fact;
import cn.yizhen.rules.organisation.OrganisationHistory;
import cn.yizhen.rules.organisation.Responsibility;
import cn.yizhen.rules.organisation.ResponsibilityKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Lines of the responsibility table that begin and end with one paper (分工调整). A line that is there already is taken
 * over under the new paper.
 *
 * @param lines  as they are to stand from the day on; the paper of each is this one
 * @param ending facts that end on the day
 */
public record ChargeChanges(LocalDate day, String paper, List<Responsibility> lines, Set<UUID> ending) {

    public ChargeChanges {
        lines = List.copyOf(lines);
        ending = Set.copyOf(ending);
    }

    /** The lines of a bearer that stand on the day, fact by fact. */
    public static List<Fact<Responsibility>> standing(OrganisationHistory history, LocalDate day, Bearer bearer) {
        return Known.on(day, history).responsibilities().stream().filter(fact -> fact.value().bearer().equals(bearer)).toList();
    }

    /** Whether two lines say the same, whatever paper, keywords or B角 stand beside them. */
    public static boolean same(Responsibility one, Responsibility other) {
        return one.bearer().equals(other.bearer()) && one.kind() == other.kind() && Objects.equals(one.over(), other.over())
                && (one.over() != null && other.over() != null && one.kind() != ResponsibilityKind.LEADS || one.subject().equals(other.subject()));
    }

    /** What it changes, or every reason against it. */
    public Outcome<OrganisationHistory> plan(OrganisationHistory history, Supplier<UUID> ids) {
        var known = Known.on(day, history);
        var reasons = new ArrayList<Reason>();
        if (paper.isBlank()) {
            reasons.add(Reason.of("charge-paper-missing", "没有写依据文件。", "写分工文件的标题和文号。"));
        }
        if (lines.isEmpty() && ending.isEmpty()) {
            reasons.add(Reason.of("charge-nothing", "没有选定任何一行。", "勾选要写入或者要结束的行。"));
        }
        lines.stream().filter(line -> known.organisation().unitOf(line.bearer()).isEmpty()).forEach(line -> reasons.add(Reason.of("bearer-not-then",
                "承担“" + line.subject() + "”的岗位或单位在 " + day + " 这一天不存在。", "请核对日期和岗位。")));
        lines.stream().filter(line -> line.over() != null && known.organisation().unit(line.over()).isEmpty()).forEach(line -> reasons.add(Reason.of(
                "unit-not-then", "“" + line.subject() + "”说的单位在 " + day + " 这一天不存在。", "请核对日期和单位。")));
        if (!reasons.isEmpty()) {
            return Outcome.refused(List.copyOf(new LinkedHashSet<>(reasons)));
        }
        var edits = new Edits(day, ids);
        known.responsibilities().stream().filter(fact -> ending.contains(fact.id()))
                .filter(fact -> lines.stream().noneMatch(line -> same(line, fact.value()))).forEach(fact -> edits.end(edits.responsibilities, fact));
        lines.stream().distinct().forEach(line -> known.responsibilities().stream().filter(fact -> same(line, fact.value())).findFirst()
                .ifPresentOrElse(fact -> takeOver(edits, fact, line), () -> edits.begin(edits.responsibilities, line)));
        return Outcome.done(edits.facts());
    }

    private static void takeOver(Edits edits, Fact<Responsibility> known, Responsibility line) {
        var old = known.value();
        var now = new Responsibility(line.bearer(), line.kind(), line.subject(), line.keywords().isEmpty() ? old.keywords() : line.keywords(), line.over(),
                line.substitute() == null ? old.substitute() : line.substitute(), line.basis());
        if (!now.equals(old)) {
            edits.change(edits.responsibilities, known, now);
        }
    }
}

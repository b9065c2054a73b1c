package cn.yizhen.app.institution;

import cn.yizhen.rules.calendar.Cadence;
import cn.yizhen.rules.institution.CadenceWords;
import cn.yizhen.rules.institution.DemandKind;
import cn.yizhen.rules.institution.Extent;
import cn.yizhen.rules.institution.Pillar;
import cn.yizhen.rules.organisation.UnitKind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A first draft of a county's own institution from a few answers (起草): a file with its cases that the keeper
 * reads and goes on with. Answers nobody gave leave a gap that the check names.
 */
public final class FirstDraft {

    private static final List<UnitKind> BEARERS = List.of(UnitKind.VILLAGE, UnitKind.COMMUNITY, UnitKind.BRANCH, UnitKind.TOWNSHIP,
            UnitKind.DEPARTMENT, UnitKind.PUBLIC_INSTITUTION);

    private final String id;
    private final Map<String, String> answers;
    private final LocalDate today;

    FirstDraft(String id, Map<String, String> answers, LocalDate today) {
        this.id = id;
        this.answers = answers;
        this.today = today;
    }

    /** Kinds of unit a duty of a county usually falls to. */
    public static List<UnitKind> bearers() {
        return BEARERS;
    }

    String text() {
        return """
                institution: %s
                pillar: %s
                kept-in: here
                summary: %s
                """.formatted(answer("title"), chosen("pillar", Pillar.CONDUCT.chinese()), answer("summary")) + (limit() ? limitText() : dutyText());
    }

    String cases() {
        return "cases:\n" + (limit() ? limitCases() : dutyCases());
    }

    private boolean limit() {
        return answers.getOrDefault("kind", "duty").equals("limit");
    }

    private String dutyText() {
        return """
                records:
                  - { kind: %1$s-record, title: %2$s, shape: %3$s }
                duties:
                  - id: %1$s-duty
                    title: %2$s
                    bearer: unit
                    falls-to: 'unit.kind == "%4$s"'
                    says: 每个%5$s
                    every: %6$s
                    at-least: { %7$s: %8$s }
                    counts: 'record.kind == "%1$s-record"'
                    binding: usual
                    source: { title: %9$s, year: %10$d, status: adopted, checked-on: %11$s }
                    why: %12$s
                """.formatted(id, answer("duty"), chosen("shape", "activity"), bearer().word(), bearer().chinese(), cadenceWord(),
                from(), chosen("times", "1"), paper(), from().getYear(), today, answer("why"));
    }

    private String dutyCases() {
        var period = cadence().firstStartingFrom(from());
        var other = bearer() == UnitKind.ENTERPRISE ? UnitKind.SCHOOL : UnitKind.ENTERPRISE;
        return """
                  - says: 期内还没有登记，期末以前都可以
                    duty: %1$s-duty
                    on: %2$s
                    facts: { unit: { kind: %3$s, parent: %4$s } }
                    expected: 期内
                    why: 从施行后的第一个完整期间起算。
                  - says: 企业不在要求之内
                    duty: %1$s-duty
                    on: %2$s
                    facts: { unit: { kind: %5$s, parent: township } }
                    expected: 不应有
                    why: 只要求每个%6$s。
                  - says: 施行以前没有这项要求
                    duty: %1$s-duty
                    on: %7$s
                    facts: { unit: { kind: %3$s, parent: %4$s } }
                    expected: 不应有
                    why: 施行日以前不要求，也不用补。
                """.formatted(id, period.from(), bearer().word(), parent(), other.word(), bearer().chinese(), from().minusDays(1));
    }

    private String limitText() {
        return """
                limits:
                  - id: %1$s-limit
                    title: %2$s
                    says: %3$s
                    measures: %4$s
                    when: 'demand.kind == "%5$s"'
                    at-most: { %6$s: %7$s }
                    unit: %8$s
                    binding: usual
                    source: { title: %9$s, year: %10$d, status: adopted, checked-on: %11$s }
                    why: %12$s
                """.formatted(id, answer("duty"), answer("says"), extent().word(), demand().word(), from(), most(), extent().unit(), paper(),
                from().getYear(), today, answer("why"));
    }

    private String limitCases() {
        var other = demand() == DemandKind.TASK ? DemandKind.MEETING : DemandKind.TASK;
        var line = "  - { says: %s, limit: " + id + "-limit, on: %s, facts: { demand: %s, amount: %d }, expected: %s, why: %s }\n";
        return line.formatted("正好到上限", from(), demand().word(), most(), "未超过", "含本数。")
                + line.formatted("超过上限", from(), demand().word(), most() + 1, "超过", "超过的由提出的单位说明。")
                + line.formatted("别的布置不在此列", from(), other.word(), most() + 1, "不适用", "只管" + demand().chinese() + "。")
                + line.formatted("施行以前", from().minusDays(1), demand().word(), most() + 1, "不适用", "施行日以前不管。");
    }

    private String parent() {
        return switch (bearer()) {
            case BRANCH -> "village";
            case VILLAGE, COMMUNITY -> "township";
            default -> "county";
        };
    }

    private UnitKind bearer() {
        return UnitKind.of(answers.getOrDefault("bearer", "")).orElse(UnitKind.VILLAGE);
    }

    private DemandKind demand() {
        return Arrays.stream(DemandKind.values()).filter(kind -> kind.word().equals(answers.get("demand"))).findFirst().orElse(DemandKind.MEETING);
    }

    private Extent extent() {
        return Arrays.stream(Extent.values()).filter(kind -> kind.word().equals(answers.get("extent"))).findFirst().orElse(Extent.TIMES_A_YEAR);
    }

    private int most() {
        var typed = answers.getOrDefault("most", "").strip();
        return typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : 0;
    }

    private Cadence cadence() {
        return CadenceWords.named(cadenceWord()).orElse(Cadence.QUARTER);
    }

    private String cadenceWord() {
        return chosen("every", "quarter");
    }

    private LocalDate from() {
        return day().orElse(Cadence.QUARTER.next(Cadence.QUARTER.containing(today)).from());
    }

    private Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(answers.getOrDefault("from", "").strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private String paper() {
        return answer("paper").isEmpty() ? "本县办法" : answer("paper");
    }

    private String chosen(String name, String otherwise) {
        return answer(name).isEmpty() ? otherwise : answer(name);
    }

    /** One line of plain YAML: what would end a value or open a mapping is quoted. */
    private String answer(String name) {
        var text = answers.getOrDefault(name, "").strip().replaceAll("\\s+", " ").replaceAll("[《》]", "");
        return text.isEmpty() || text.matches("[\\p{IsHan}A-Za-z0-9][\\p{IsHan}A-Za-z0-9、，。；（）〔〕“”—-]*") ? text
                : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}

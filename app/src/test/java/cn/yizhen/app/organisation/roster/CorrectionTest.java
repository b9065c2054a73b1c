package cn.yizhen.app.organisation.roster;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.organisation.Fact;
import cn.yizhen.rules.organisation.OrganisationHistory;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import cn.yizhen.rules.organisation.SuccessionKind;
import cn.yizhen.rules.organisation.Holding;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CorrectionTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private final OrganisationHistory founded =
            numbered(PlanningTest.then(OrganisationHistory.EMPTY, Workbooks.small("2026-03-01").open(), Set.of()), 1);

    @Test
    @DisplayName("记错的任职作废后从来不是这样，更正以前所知的仍是当时的样子")
    void aVoidedHoldingNeverWas() {
        var wrong = founded.holdings().getFirst();
        var history = then(founded, new Correction(wrong.id(), new Correction.Wish.Never(), "写错了人"));
        assertThat(history.asOf(AsOf.on(DAY)).holders(wrong.value().post())).isEmpty();
        assertThat(history.asOf(new AsOf(DAY, 1)).holders(wrong.value().post())).hasSize(1);
    }

    @Test
    @DisplayName("起止日期、名称写错了都能更正，更正了的还能再更正")
    void daysAndWordsAndACorrectionOfACorrection() {
        var unit = founded.units().stream().filter(fact -> fact.value().code().equals("T1")).findFirst().orElseThrow();
        var earlier = then(founded, new Correction(holding("T1-01").id(), new Correction.Wish.Days(DAY, LocalDate.of(2026, 4, 1)), "漏写止日"));
        assertThat(earlier.asOf(AsOf.on(LocalDate.of(2026, 4, 1))).holders(holding("T1-01").value().post())).isEmpty();
        var renamed = then(earlier, new Correction(unit.id(), new Correction.Wish.Wording("甲乡"), "名称写错"));
        assertThat(renamed.asOf(AsOf.on(DAY)).unit("T1").orElseThrow().name()).isEqualTo("甲乡");
        var again = renamed.standing().units().stream().filter(fact -> fact.value().code().equals("T1")).findFirst().orElseThrow();
        assertThat(then(renamed, new Correction(again.id(), new Correction.Wish.Wording("甲镇"), "原来的对")).asOf(AsOf.on(DAY)).unit("T1").orElseThrow().name())
                .isEqualTo("甲镇");
    }

    @Test
    @DisplayName("更正后机构不成机构的、没有原因的、已经更正过的，不能更正")
    void whatCannotBeCorrected() {
        var township = founded.units().stream().filter(fact -> fact.value().code().equals("T1")).findFirst().orElseThrow();
        assertThat(codes(new Correction(township.id(), new Correction.Wish.Never(), "不该有").plan(founded, UUID::randomUUID))).contains("parent-missing");
        assertThat(codes(new Correction(township.id(), new Correction.Wish.Never(), " ").plan(founded, UUID::randomUUID))).containsExactly("correction-unexplained");
        assertThat(codes(new Correction(UUID.randomUUID(), new Correction.Wish.Never(), "x").plan(founded, UUID::randomUUID))).containsExactly("fact-gone");
        assertThat(codes(new Correction(holding("T1-01").id(), new Correction.Wish.Wording("李"), "x").plan(founded, UUID::randomUUID))).containsExactly("fact-wordless");
        assertThat(codes(new Correction(township.id(), new Correction.Wish.Days(DAY, DAY), "x").plan(founded, UUID::randomUUID))).containsExactly("days-reversed");
    }

    @Test
    @DisplayName("一次合并整个作废，原来的村、岗位和任职都回来；其后改过的不能整次作废")
    void aWholeMergerIsTakenBack() {
        var merger = new Reorganisation(SuccessionKind.MERGER, LocalDate.of(2026, 6, 1), "批复", List.of("V1", "V2"),
                List.of(new Reorganisation.Named("V3", "东西村")));
        var merged = Edits.joined(List.of(founded, numbered(done(merger.plan(founded, UUID::randomUUID)), 2)));
        var back = Edits.joined(List.of(merged, numbered(done(new Undoing(2, "批复没有生效").plan(merged, UUID::randomUUID)), 3)));
        var now = back.asOf(AsOf.on(LocalDate.of(2026, 7, 1)));
        assertThat(now.unit("V3")).isEmpty();
        assertThat(now.unit("V1")).isPresent();
        assertThat(now.holders(now.post("V1Z1-01").orElseThrow().id())).hasSize(1);
        assertThat(back.successionsBetween(DAY, LocalDate.of(2026, 7, 1), AsOf.LATEST)).isEmpty();
        assertThat(back.asOf(new AsOf(LocalDate.of(2026, 7, 1), 2)).unit("V3")).isPresent();
        assertThat(codes(new Undoing(1, "x").plan(merged, UUID::randomUUID))).containsExactly("change-built-on");
        assertThat(codes(new Undoing(2, "x").plan(back, UUID::randomUUID))).containsAnyOf("change-built-on", "nothing-to-undo");
    }

    private Fact<Holding> holding(String post) {
        var id = founded.asOf(AsOf.on(DAY)).post(post).orElseThrow().id();
        return founded.holdings().stream().filter(fact -> fact.value().post().equals(id)).findFirst().orElseThrow();
    }

    private static OrganisationHistory then(OrganisationHistory history, Correction correction) {
        return Edits.joined(List.of(history, numbered(done(correction.plan(history, UUID::randomUUID)), 2)));
    }

    private static OrganisationHistory done(Outcome<OrganisationHistory> outcome) {
        return switch (outcome) {
            case Outcome.Done<OrganisationHistory>(var facts) -> facts;
            case Outcome.Refused<OrganisationHistory>(var reasons) -> throw new AssertionError(reasons);
        };
    }

    private static List<String> codes(Outcome<OrganisationHistory> outcome) {
        return switch (outcome) {
            case Outcome.Done<OrganisationHistory> _ -> List.of();
            case Outcome.Refused<OrganisationHistory>(var reasons) -> reasons.stream().map(reason -> reason.code()).toList();
        };
    }

    /** As the database numbers them: all facts of one act by its number. */
    private static OrganisationHistory numbered(OrganisationHistory facts, long act) {
        return new OrganisationHistory(by(facts.units(), act), by(facts.persons(), act), by(facts.posts(), act), by(facts.holdings(), act),
                by(facts.bodies(), act), by(facts.memberships(), act), by(facts.memberCounts(), act), by(facts.responsibilities(), act), by(facts.successions(), act));
    }

    private static <T> List<Fact<T>> by(List<Fact<T>> facts, long act) {
        return facts.stream().map(fact -> new Fact<>(fact.id(), fact.value(), fact.valid(), act, fact.supersedes())).toList();
    }
}

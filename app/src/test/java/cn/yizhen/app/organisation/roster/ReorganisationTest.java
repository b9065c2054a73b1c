package cn.yizhen.app.organisation.roster;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.organisation.OrganisationHistory;
import cn.yizhen.rules.organisation.SuccessionKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReorganisationTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private final OrganisationHistory founded =
            PlanningTest.then(OrganisationHistory.EMPTY, Workbooks.small("2026-03-01").open(), Set.of());

    @Test
    void twoVillagesMergeWithTheirBranches() {
        var merger = new Reorganisation(SuccessionKind.MERGER, DAY, "某批复", List.of("V1", "V2"), List.of(new Reorganisation.Named("V3", "东西村")));
        var history = done(merger);
        var before = history.asOf(AsOf.on(DAY.minusDays(1)));
        var after = history.asOf(AsOf.on(DAY));
        assertThat(before.unit("V1")).isPresent();
        assertThat(before.unit("V3")).isEmpty();
        assertThat(after.unit("V1")).isEmpty();
        assertThat(after.unit("V2Z1")).isEmpty();
        assertThat(after.unit("V3Z1").orElseThrow().parent()).isEqualTo(after.unit("V3").orElseThrow().id());
        assertThat(after.post("V3Z1-01").orElseThrow().title()).isEqualTo("党支部书记");
        assertThat(history.successionsBetween(DAY, DAY, AsOf.LATEST)).hasSize(2);
    }

    @Test
    void oneVillageSplits() {
        var split = new Reorganisation(SuccessionKind.SPLIT, DAY, "某批复", List.of("V1"),
                List.of(new Reorganisation.Named("V5", "东一村"), new Reorganisation.Named("V6", "东二村")));
        var after = done(split).asOf(AsOf.on(DAY));
        assertThat(after.unit("V5")).isPresent();
        assertThat(after.unit("V6Z1")).isPresent();
        assertThat(after.unit("V1")).isEmpty();
    }

    @Test
    void everyReasonAgainstItAtOnce() {
        var wrong = new Reorganisation(SuccessionKind.MERGER, DAY, " ", List.of("V1"), List.of(new Reorganisation.Named("T1", "")));
        assertThat(wrong.plan(founded, UUID::randomUUID)).isInstanceOfSatisfying(Outcome.Refused.class, refused ->
                assertThat(((Outcome.Refused<?>) refused).reasons()).extracting(reason -> reason.code())
                        .containsExactly("merger-shape", "successor-unnamed", "basis-missing", "successor-code-taken"));
    }

    private OrganisationHistory done(Reorganisation reorganisation) {
        return switch (reorganisation.plan(founded, UUID::randomUUID)) {
            case Outcome.Done<OrganisationHistory>(var facts) -> Edits.joined(List.of(founded, facts));
            case Outcome.Refused<OrganisationHistory>(var reasons) -> throw new AssertionError(reasons);
        };
    }
}

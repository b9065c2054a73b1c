package cn.yizhen.rules.duty;

import static cn.yizhen.rules.duty.SmallCounty.FOUNDED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.institution.Catalogue;
import cn.yizhen.rules.institution.Institution;
import cn.yizhen.rules.institution.ShippedCatalogue;
import cn.yizhen.rules.institution.reading.CatalogueReader;
import cn.yizhen.rules.institution.reading.Reading;
import cn.yizhen.rules.institution.reading.SourceFile;
import cn.yizhen.rules.organisation.UnitKind;
import cn.yizhen.rules.organisation.Valid;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("出台前测算")
class RehearsalTest {

    private static final Period YEAR = new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 1));
    private static final String DRAFT = """
            institution: 村务月公开办法
            pillar: 民主政治建设
            kept-in: here
            summary: 试一试。
            duties:
              - id: local-disclosure
                title: 村务月公开
                bearer: unit
                falls-to: 'unit.kind == "village"'
                says: 每个村
                every: month
                at-least: { 2027-01-01: 1 }
                counts: 'record.kind == "village-disclosure"'
                binding: usual
                source: { title: 村务月公开办法, year: 2027, status: adopted, checked-on: 2026-11-23 }
                why: 试一试。
            """;

    private final SmallCounty county = new SmallCounty().unit("甲村", UnitKind.VILLAGE, "镇", Valid.from(FOUNDED))
            .unit("乙村", UnitKind.VILLAGE, "镇", Valid.from(FOUNDED))
            .record("village-disclosure", "甲村", LocalDate.of(2025, 3, 5)).record("village-disclosure", "甲村", LocalDate.of(2025, 6, 5));

    @Test
    @DisplayName("明年才施行的办法，照样在去年算：两个村十二个月，已有的两条记录可计入，其余是新增")
    void countsWhatWouldBeNew() {
        var rehearsal = rehearse(DRAFT);
        var line = rehearsal.lines().getFirst();
        assertThat(line.instances()).isEqualTo(24);
        assertThat(line.covered()).isEqualTo(2);
        assertThat(line.before()).isZero();
        assertThat(rehearsal.fresh()).isEqualTo(22);
        assertThat(rehearsal.minutes()).isEqualTo(22 * 60);
        assertThat(rehearsal.villages()).isEqualTo(new Rehearsal.Spread(2, 10 * 60, 12 * 60, 12 * 60));
    }

    @Test
    @DisplayName("改一个数，新增的只是比现行多出来的：县里每季度改成每月多八期，改成每年少三期，没有办过的不算成新增")
    void aChangedValueCountsOnlyTheDifference() {
        assertThat(changed("month").lines().getFirst()).satisfies(line -> {
            assertThat(List.of(line.instances(), line.before(), line.covered(), line.fresh())).containsExactly(24, 8, 2, 16);
            assertThat(line.minutes()).isEqualTo(16 * 60);
        });
        assertThat(changed("month").villages()).isEqualTo(new Rehearsal.Spread(2, 8 * 60, 8 * 60, 8 * 60));
        assertThat(changed("year").lines().getFirst()).satisfies(line -> {
            assertThat(List.of(line.instances(), line.before(), line.covered(), line.fresh())).containsExactly(2, 8, 1, -5);
            assertThat(line.minutes()).isEqualTo(-5 * 60);
        });
    }

    /** The shipped rule of publishing as it would be with another cadence. */
    private Rehearsal changed(String every) {
        var files = ShippedCatalogue.files().stream().map(file -> !file.path().endsWith("/village-affairs.yaml") ? file
                : new SourceFile(file.path(), new String(file.bytes(), StandardCharsets.UTF_8).replace("every: quarter", "every: " + every)
                        .getBytes(StandardCharsets.UTF_8), file.local())).toList();
        return Rehearsal.of(ShippedCatalogue.catalogue(), read(files, "village-affairs").only("village-disclosure"), county.timeline(), county.records(), _ -> 60, YEAR);
    }

    @Test
    @DisplayName("比上级要得更密，说是加码；不比上级密的，说可以并用")
    void namesWhatIsTighterThanAbove() {
        assertThat(rehearse(DRAFT).clashes()).anySatisfy(clash -> {
            assertThat(clash.with()).contains("村务公开");
            assertThat(clash.text()).contains("一年 4 次变成 12 次", "层层加码", "第三十条");
            assertThat(clash.grave()).isTrue();
        });
        assertThat(rehearse(DRAFT.replace("every: month", "every: quarter")).clashes())
                .anySatisfy(clash -> assertThat(clash.text()).contains("登记一次两项都计入"));
    }

    private Rehearsal rehearse(String yaml) {
        return Rehearsal.of(ShippedCatalogue.catalogue(), draft(yaml), county.timeline(), county.records(), _ -> 60, YEAR);
    }

    private static Institution draft(String yaml) {
        var files = new ArrayList<>(ShippedCatalogue.files());
        files.add(new SourceFile("6-democratic/local-disclosure-rule.yaml", yaml.getBytes(StandardCharsets.UTF_8), true));
        return read(files, "local-disclosure-rule");
    }

    private static Institution read(List<SourceFile> files, String id) {
        return switch (CatalogueReader.read(files)) {
            case Reading.Read<Catalogue>(var read) -> read.institutions().stream().filter(it -> it.id().value().equals(id)).findFirst().orElseThrow();
            case Reading.Faulty<Catalogue>(var faults) -> throw new AssertionError(faults);
        };
    }
}

package cn.yizhen.app.institution;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.app.demo.county.DemoCounty;
import cn.yizhen.rules.AsOf;
import cn.yizhen.rules.calendar.Period;
import cn.yizhen.rules.duty.Enumeration;
import cn.yizhen.rules.duty.Instance;
import cn.yizhen.rules.institution.Duty;
import cn.yizhen.rules.institution.Institution;
import cn.yizhen.rules.organisation.Timeline;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("演示县里的职责")
class DemoDutiesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    @DisplayName("每项职责在演示县里都有人办，小支部没有支委会可开")
    void everyDutyFallsToSomebody() {
        var catalogue = new ShippedCatalogue().catalogue();
        var inUse = catalogue.institutions().stream().collect(Collectors.toMap(Institution::id, any -> LocalDate.of(2026, 1, 1)));
        var enumeration = new Enumeration(catalogue, inUse,
                new Timeline(DemoCounty.of(TODAY).organisation(), AsOf.LATEST), List.of(), TODAY);
        var fallTo = enumeration.instances(new Period(TODAY, TODAY.plusDays(1))).stream()
                .filter(Instance.Expected.class::isInstance)
                .collect(Collectors.groupingBy(instance -> instance.key().duty(), Collectors.counting()));

        assertThat(fallTo.keySet()).containsExactlyInAnyOrderElementsOf(catalogue.duties()
                .filter(duty -> duty.ending().filter(end -> end.lastDay().isBefore(TODAY)).isEmpty()).map(Duty::id).toList());
        var counts = fallTo.entrySet().stream().collect(Collectors.toMap(entry -> entry.getKey().value(), entry -> entry.getValue()));
        assertThat(counts).containsEntry("branch-assembly", 420L).containsEntry("standing-committee-meeting", 1L)
                .containsEntry("supervision-summary", 2L);
        assertThat(counts.get("branch-committee")).isLessThan(420L);
    }
}

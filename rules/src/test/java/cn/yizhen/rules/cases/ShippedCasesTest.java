package cn.yizhen.rules.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import cn.yizhen.rules.institution.ShippedCatalogue;
import cn.yizhen.rules.institution.reading.Reading;

@DisplayName("制度文件旁的案例")
class ShippedCasesTest {

    private final List<InstitutionCase> cases = switch (CaseReader.read(ShippedCatalogue.files())) {
        case Reading.Read<List<InstitutionCase>>(var read) -> read;
        case Reading.Faulty<List<InstitutionCase>>(var faults) -> throw new AssertionError(
                String.join("\n", faults.stream().map(Object::toString).toList()));
    };

    @TestFactory
    @DisplayName("每个案例都得出应有的结果")
    Stream<DynamicTest> everyCaseHolds() {
        var runner = new CaseRunner(ShippedCatalogue.catalogue());
        return cases.stream().map(example -> DynamicTest.dynamicTest(example.says(),
                () -> assertThat(runner.wrong(example)).as(example.place() + "\n" + example.why()).isEmpty()));
    }

    @Test
    @DisplayName("每项职责都有正例、反例和尚未规定时的案例")
    void everyDutyHasItsCases() {
        assertThat(Coverage.gaps(ShippedCatalogue.catalogue(), cases)).isEmpty();
    }
}

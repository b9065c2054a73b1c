package cn.yizhen.bench.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.rules.duty.Tally;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A benchmark that answers wrongly is none: the same questions, asked of the marks and of the facts in SQL. */
class SameAnswersTest {

    private static final int ASKED = 60;

    private final Country country = Country.of(Size.TINY);
    private final Duties duties = new Duties();
    private final YearOfRecords year = new YearOfRecords(country, duties);
    private final Matcher matcher = new Matcher(country, duties, year);
    private final Questions questions = Questions.random(ASKED, 9, country, duties);

    @TempDir
    private Path directory;

    @Test
    @DisplayName("本程序与 DuckDB（原始记录、前缀计数表）答得一样，重组、补办、免办、更正都在内")
    void marksAndDatabaseAgree() throws SQLException {
        Marks marks = marks();
        List<Tally> answers = answers(marks);
        try (var duck = new DuckPeer(directory, country, duties)) {
            duck.loadPrefix(marks);
            duck.loadRaw(year);
            assertThat(duck.prefix().askAll(questions, duties).tallies()).isEqualTo(answers);
            for (int i = 0; i < ASKED; i += 10) {
                assertThat(duck.askRaw(questions.nodes[i], duties.task(questions.columns[i]))).isEqualTo(answers.get(i));
            }
            for (int i = 0; i < ASKED; i += 7) {
                assertThat(duck.askRaw(List.of(questions.nodes[i], 0), duties.task(questions.columns[i])))
                        .containsExactly(answers.get(i), marks.ask(0, questions.columns[i]));
            }
        }
    }

    @Test
    @DisplayName("各种情形都有：免办、已记录、期后补办、期内、未见记录；改组的单位太少，这么小的县里可以没有不计入")
    void theYearHasEverything() {
        Marks marks = marks();
        Tally all = duties.tasks().stream().map(task -> marks.ask(0, task.number())).reduce(Tally.NONE, Tally::plus);
        assertThat(List.of(all.exempt(), all.met(), all.metLate(), all.open(), all.notSeen()))
                .allMatch(count -> count > 0);
        assertThat((double) all.expected() / Size.TINY.branches()).isBetween(40.0, 50.0);
    }

    @Test
    @DisplayName("一个真实大小的县里，改组的单位有不计入的，数得与直接列举一样")
    void reorganisedUnitsAreCountedOut() {
        Country county = Country.of(Size.COUNTY);
        YearOfRecords itsYear = new YearOfRecords(county, duties);
        Marks marks = marks(county, itsYear);
        Tally all = duties.tasks().stream().map(task -> marks.ask(0, task.number())).reduce(Tally.NONE, Tally::plus);
        assertThat(all.countedOut()).isPositive();
    }

    private List<Tally> answers(Marks marks) {
        List<Tally> answers = new ArrayList<>();
        for (int i = 0; i < ASKED; i++) {
            answers.add(marks.ask(questions.nodes[i], questions.columns[i]));
        }
        return answers;
    }

    private Marks marks() {
        return marks(country, year);
    }

    private Marks marks(Country country, YearOfRecords year) {
        Matcher matcher = new Matcher(country, duties, year);
        List<Long> rows = new ArrayList<>();
        year.inOrderOfArrival(record -> matcher.match(record, rows::add));
        return Marks.rebuilt(country, duties, year, matcher, rows.stream().mapToLong(Long::longValue).toArray(), rows.size());
    }
}

package cn.yizhen.rules.clock;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yizhen.rules.calendar.WorkCalendar;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Laws of counting, on seeded random terms: the repetition is the seed, so a failure repeats itself. */
class CountingLawsTest {

    private static final WorkCalendar CALENDAR = WorkCalendar.builtIn();

    private static Ledger random(Random random) {
        var unit = TimeUnit.values()[random.nextInt(4)];
        var term = new Term(new Budget(1 + random.nextInt(unit == TimeUnit.MONTH ? 24 : 120), unit), random.nextBoolean());
        return Ledger.armed(term, moment(random));
    }

    private static LocalDateTime moment(Random random) {
        return LocalDate.of(2025, 1, 1).plusDays(random.nextInt(700)).atTime(random.nextInt(24), random.nextInt(60));
    }

    private static LocalDateTime end(Ledger ledger) {
        return switch (ledger.reckon(CALENDAR).due()) {
            case Due.DayEnd(var day) -> day.plusDays(1).atStartOfDay();
            case Due.Moment(var at) -> at;
            case null -> throw new AssertionError("stands still");
        };
    }

    @RepeatedTest(400)
    @DisplayName("账上计入的天数正好等于期限；账按日期先后，不漏一天")
    void theAccountAddsUp(RepetitionInfo seed) {
        var ledger = random(new Random(seed.getCurrentRepetition()));
        var reckoning = ledger.reckon(CALENDAR);
        var account = reckoning.account();
        if (ledger.term().budget().unit() == TimeUnit.WORKING_DAY || ledger.term().budget().unit() == TimeUnit.CALENDAR_DAY) {
            assertThat(account.stream().filter(CountedDay::counted)).hasSize(ledger.term().budget().amount());
        }
        for (int i = 1; i < account.size(); i++) {
            assertThat(account.get(i).day()).isEqualTo(account.get(i - 1).day().plusDays(1));
        }
        assertThat(account.getFirst().day()).isEqualTo(ledger.runningSince().toLocalDate());
    }

    @RepeatedTest(400)
    @DisplayName("期限越长、起点越晚、停计越久，到期都不会更早")
    void neverEarlier(RepetitionInfo seed) {
        var random = new Random(seed.getCurrentRepetition());
        var ledger = random(random);
        var budget = ledger.term().budget();
        var longer = Ledger.armed(new Term(new Budget(budget.amount() + 1, budget.unit()), ledger.term().rollForward()), ledger.runningSince());
        assertThat(end(longer)).isAfterOrEqualTo(end(ledger));
        assertThat(end(ledger.rearmed(ledger.runningSince().plusHours(random.nextInt(200))))).isAfterOrEqualTo(end(ledger));
        var stop = ledger.runningSince().plusHours(random.nextInt(100));
        if (stop.isBefore(end(ledger))) {
            var paused = ledger.suspended(stop, "试", null).resumed(stop.plusHours(random.nextInt(100)));
            assertThat(end(paused)).isAfterOrEqualTo(end(ledger));
        }
    }

    @RepeatedTest(400)
    @DisplayName("顺延后的末日总是工作日；不顺延的工作日期限，末日也总是工作日")
    void theLastDayIsAWorkingDay(RepetitionInfo seed) {
        var ledger = random(new Random(seed.getCurrentRepetition()));
        var unit = ledger.term().budget().unit();
        if (unit != TimeUnit.HOUR && (ledger.term().rollForward() || unit == TimeUnit.WORKING_DAY)) {
            var due = ledger.reckon(CALENDAR).due();
            assertThat(due).isNotNull();
            assertThat(CALENDAR.works(due.day())).isTrue();
        }
    }
}

package cn.yizhen.bench.rollup;

import cn.yizhen.rules.calendar.Cadence;
import cn.yizhen.rules.calendar.Period;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Thirty duties in the mix of real ones: four by month, eight by quarter, six by half-year, twelve by year;
 * some of every branch, most of some kinds of branch only. About 45 instances a branch and year.
 */
final class Duties {

    static final int COUNT = 30;
    /** 20 December, so that the last month, quarter, half-year and the year still run. */
    static final int TODAY = LocalDate.of(2025, 12, 20).getDayOfYear() - 1;

    private static final int EVERY_KIND = 0xFF;
    private static final int[] MONTHLY = {EVERY_KIND, EVERY_KIND, 0x0F, 0x30};
    private static final int[] QUARTERLY = {EVERY_KIND, 0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0xC0};
    private static final int[] HALF_YEARLY = {0x01, 0x02, 0x04, 0x08, 0x10, 0x20};
    private static final int[] YEARLY = {EVERY_KIND, 0x03, 0x0C, 0x30, 0xC0, 0x81, 0x11, 0x22, 0x44, 0x88, 0x18, 0x42};

    private final int[] kinds = new int[COUNT];
    private final List<Task> tasks = new ArrayList<>();
    /** Per duty and day of the year the number of the column the day falls in. */
    private final short[][] columns = new short[COUNT][365];

    Duties() {
        int duty = add(0, Cadence.MONTH, MONTHLY);
        duty = add(duty, Cadence.QUARTER, QUARTERLY);
        duty = add(duty, Cadence.HALF_YEAR, HALF_YEARLY);
        add(duty, Cadence.YEAR, YEARLY);
    }

    List<Task> tasks() {
        return tasks;
    }

    Task task(int number) {
        return tasks.get(number);
    }

    boolean fallsTo(int duty, int kind) {
        return (kinds[duty] >>> kind & 1) != 0;
    }

    int kindsOf(int duty) {
        return kinds[duty];
    }

    /** How many records an instance needs: two of the first quarterly duty, else one. */
    int needed(int duty) {
        return duty == MONTHLY.length ? 2 : 1;
    }

    int column(int duty, int day) {
        return columns[duty][day];
    }

    /**
     * The duties a record of a kind can count for. Records come in as many kinds as duties; one of kind 0 counts for
     * the last yearly duty as well, as one meeting can.
     */
    int[] dutiesOf(int recordKind) {
        return recordKind == 0 ? new int[] {0, COUNT - 1} : new int[] {recordKind};
    }

    private int add(int firstDuty, Cadence cadence, int[] kindsOfEach) {
        for (int i = 0; i < kindsOfEach.length; i++) {
            int duty = firstDuty + i;
            kinds[duty] = kindsOfEach[i];
            for (Period period : cadence.touching(Country.JANUARY, Country.JANUARY.plusYears(1))) {
                add(duty, period);
            }
        }
        return firstDuty + kindsOfEach.length;
    }

    private void add(int duty, Period period) {
        int first = (int) ChronoUnit.DAYS.between(Country.JANUARY, period.from());
        int last = (int) ChronoUnit.DAYS.between(Country.JANUARY, period.lastDay());
        int number = tasks.size();
        tasks.add(new Task(number, duty, period, first, last, Country.version(first), Country.version(Math.min(last, TODAY))));
        for (int day = first; day <= last; day++) {
            columns[duty][day] = (short) number;
        }
    }
}

package cn.yizhen.rules.clock;

import cn.yizhen.rules.calendar.Days;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** When a term ends (到期). */
public sealed interface Due {

    /** The day it ends on. */
    LocalDate day();

    /** Whether the end has passed at that moment. */
    boolean passedAt(LocalDateTime moment);

    /** 3月2日前, 3月2日9时30分前 */
    String chinese();

    /** The end of a day, 24:00. */
    record DayEnd(LocalDate day) implements Due {
        @Override
        public boolean passedAt(LocalDateTime moment) {
            return moment.toLocalDate().isAfter(day);
        }

        @Override
        public String chinese() {
            return Days.inYear(day) + "前";
        }

        @Override
        public String toString() {
            return day.toString();
        }
    }

    /** A moment of a day, itself still in time. */
    record Moment(LocalDateTime at) implements Due {
        private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

        @Override
        public LocalDate day() {
            return at.toLocalDate();
        }

        @Override
        public boolean passedAt(LocalDateTime moment) {
            return moment.isAfter(at);
        }

        @Override
        public String chinese() {
            return Days.inYear(day()) + TIME.format(at) + "前";
        }

        @Override
        public String toString() {
            return at.toString();
        }
    }
}

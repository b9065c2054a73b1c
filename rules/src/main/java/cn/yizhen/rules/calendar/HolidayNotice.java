package cn.yizhen.rules.calendar;

import cn.yizhen.rules.Outcome;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The yearly notice of the State Council's office on holidays and exchanged working days (放假安排通知).
 *
 * @param year     the year whose days it settles
 * @param title    its title
 * @param number   its document number
 * @param issued   the day it was published
 * @param off      rest days it names, each with the holiday
 * @param workedOn weekend days it turns into working days, each with the holiday they make up for
 */
public record HolidayNotice(int year, String title, String number, LocalDate issued,
        Map<LocalDate, String> off, Map<LocalDate, String> workedOn) {

    public HolidayNotice {
        off = Collections.unmodifiableMap(new TreeMap<>(off));
        workedOn = Collections.unmodifiableMap(new TreeMap<>(workedOn));
    }

    /** Reads the text of a notice file; see {@link NoticeFile} for the format and the errors. */
    public static Outcome<HolidayNotice> read(String name, List<String> lines) {
        return new NoticeFile(name).read(lines);
    }

    String citation() {
        return title + "（" + number + "）";
    }
}

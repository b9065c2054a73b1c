package cn.yizhen.rules.calendar;

import java.time.LocalDate;

/** How a day is written for people. */
public final class Days {

    private static final String WEEKDAYS = "一二三四五六日";

    private Days() {}

    /** 2026年9月1日 */
    public static String full(LocalDate day) {
        return day.getYear() + "年" + inYear(day);
    }

    /** 9月1日 */
    public static String inYear(LocalDate day) {
        return day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    /** 周二 */
    public static String weekday(LocalDate day) {
        return "周" + WEEKDAYS.charAt(day.getDayOfWeek().getValue() - 1);
    }
}

package cn.yizhen.rules.calendar;

import java.time.LocalDate;

/**
 * A day on which this county differs from the national calendar (本地日): a festival of a national
 * autonomous area, a day without work after a flood.
 *
 * @param day      the day
 * @param works    whether offices work on it
 * @param name     what it is called
 * @param document the paper that ordered it
 */
public record LocalDay(LocalDate day, boolean works, String name, String document) {}

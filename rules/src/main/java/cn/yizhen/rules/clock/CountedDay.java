package cn.yizhen.rules.clock;

import java.time.LocalDate;

/**
 * One line of an account (逐日账).
 *
 * @param day     the day
 * @param counted whether it counted
 * @param why     why it did or did not, in Chinese
 */
public record CountedDay(LocalDate day, boolean counted, String why) {}

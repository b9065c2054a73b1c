package cn.yizhen.app.overview.summary;

import java.time.LocalDate;

/**
 * 签批 of a summary as it stands on paper, entered by the office.
 *
 * @param current nothing was changed after it
 */
public record SignOff(String leader, LocalDate on, String words, String byName, boolean current) {}

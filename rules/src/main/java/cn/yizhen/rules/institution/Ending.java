package cn.yizhen.rules.institution;

import java.time.LocalDate;

/**
 * The end of a duty: repealed, with the reason people are told.
 *
 * @param lastDay the last day it is in force
 * @param why     plain Chinese
 */
public record Ending(LocalDate lastDay, String why) {}

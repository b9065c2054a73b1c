package cn.yizhen.app.overview.summary;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 签批 of a summary as it stands on paper, entered by the office.
 *
 * @param current nothing was changed after it
 * @param number  of the act that entered it, what was known to whoever signed; null for a moment after it was entered
 */
public record SignOff(String leader, LocalDate on, String words, String byName, boolean current, @Nullable Long number) {}

/**
 * Civil days in China: periods, rest days, make-up working days, and how far the calendar is known.
 *
 * <p>The State Council announces a year's holidays shortly before it begins, so every answer about a
 * day says whether it rests on a notice or on a projection. The package refuses to know what the days
 * are counted for: budgets and deadlines are {@code rules.clock}, duties are {@code rules.duty}.
 */
@NullMarked
package cn.yizhen.rules.calendar;

import org.jspecify.annotations.NullMarked;

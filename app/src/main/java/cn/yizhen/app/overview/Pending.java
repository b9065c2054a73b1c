package cn.yizhen.app.overview;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something in hand that waits for somebody (待决事项), as a leader's list shows it.
 *
 * @param what    what it waits for: 提请协调, 申请延期, 退回待决, 待复核, 待合法性审查, 待集体讨论, 待答复, 已中止, 已逾期
 * @param unit    who handles it, or who asked
 * @param words   the lead unit's own words, or those of the request
 * @param since   the day since when it waits
 * @param days    calendar days from then to the day asked about
 * @param due     last day, or null where no clock runs
 * @param frees   who can free it
 * @param address where the asker sees it
 */
public record Pending(String number, String title, String what, String unit, String words, LocalDate since, long days,
                      @Nullable LocalDate due, String frees, String address) {}

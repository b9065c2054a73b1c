package cn.yizhen.rules.institution;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What may not be exceeded (总量控制), such as the length of a paper or of a meeting.
 *
 * @param id      unique in the catalogue
 * @param title   as shown to people
 * @param says    whom it binds, in words
 * @param atMost  the number over time
 * @param unit    what is counted, in words: 字, 分钟, 次, 个
 * @param binding how strictly
 * @param source  the clause
 * @param why     plain Chinese, for whoever meets it
 */
public record Limit(String id, String title, String says, Dated<Integer> atMost, String unit, Binding binding,
                    Source source, String why) {

    /** The number in force on a day. */
    public Optional<Integer> on(LocalDate day) {
        return atMost.on(day);
    }
}

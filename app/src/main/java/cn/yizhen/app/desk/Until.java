package cn.yizhen.app.desk;

import cn.yizhen.rules.calendar.Days;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** How a row says by when. */
final class Until {

    private Until() {}

    /** 12月31日前·还有38天; with the year where it is not this one. */
    static String words(@Nullable LocalDate due, LocalDate today) {
        if (due == null) {
            return "没有限定日期";
        }
        String day = due.getYear() == today.getYear() ? Days.inYear(due) : Days.full(due);
        long left = ChronoUnit.DAYS.between(today, due);
        return left < 0 ? day + "已过" : left == 0 ? day + "·就是今天" : day + "前·还有" + left + "天";
    }
}
